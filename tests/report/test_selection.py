"""A part of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import recoding
from versions import compared, measure
from wirctl.core.pointer import show
from wirctl.report.headline import total
from wirctl.report.selection import UnknownTermError, selected

if TYPE_CHECKING:
    from wirctl.diff.compare import Comparison

FIELDS = "# fields/HF-BIL.yaml\n{id: HF-BIL, title: Bildung}\n# fields/HF-SOZ.yaml\n{id: HF-SOZ}\n"
DECIDED = (
    "# rounds/LG-2021.yaml\nid: LG-2021\ndate: 2021-11-22\ndecisions:\n"
    "  - {item: M-BIL-02, outcome: accepted}\n"
    "  - {item: M-SOZ-01, outcome: accepted}\n"
)
OLD = (
    FIELDS
    + measure(
        "field: HF-BIL\ntitle: A\nnote: B\ncosts: [{year: 2023, kind: yearly, amount_eur: 5}]"
    )
    + measure("field: HF-BIL\ntitle: A", "M-BIL-02")
    + measure("field: HF-SOZ\ntitle: A\nstaffing_fte: 1", "M-SOZ-01")
)
NEW = (
    OLD.replace("note: B", "note: 'B'").replace("note: 'B'", "note: C").replace("eur: 5", "eur: 7")
    + measure("field: HF-SOZ\ntitle: N", "M-SOZ-02")
    + DECIDED
).replace("staffing_fte: 1", "staffing_fte: 2")


def places(found: Comparison) -> list[str]:
    """Element and place of each change but for the round's."""
    return [
        f"{change.subject.id}/{show(change.at)}"
        for change in found.changes
        if change.subject.kind != "round"
    ]


@pytest.mark.parametrize(
    ("only", "without", "expected"),
    [
        pytest.param(["class:editorial"], [], ["M-BIL-01/note"], id="class"),
        pytest.param(["kind:element-added"], [], ["M-SOZ-02/"], id="kind"),
        pytest.param(["field:HF-SOZ"], [], ["M-SOZ-01/staffing_fte", "M-SOZ-02/"], id="field"),
        pytest.param(["path:costs"], [], ["M-BIL-01/costs/2023:yearly/amount_eur"], id="list"),
        pytest.param(
            ["path:costs/amount_eur"], [], ["M-BIL-01/costs/2023:yearly/amount_eur"], id="inside"
        ),
        pytest.param(["path:costs/kind"], [], [], id="another place of the list"),
        pytest.param(
            ["field:HF-SOZ,kind:value-changed"], [], ["M-SOZ-01/staffing_fte"], id="two sorts"
        ),
        pytest.param(
            ["path:note", "path:staffing_fte"],
            [],
            ["M-BIL-01/note", "M-SOZ-01/staffing_fte"],
            id="two of a sort",
        ),
        pytest.param(
            [],
            ["class:editorial", "field:HF-SOZ"],
            ["M-BIL-01/costs/2023:yearly/amount_eur"],
            id="without",
        ),
        pytest.param(["field:HF-SOZ"], ["path:staffing_fte"], ["M-SOZ-02/"], id="only and without"),
    ],
)
def test_what_is_asked_for_is_left(
    only: list[str], without: list[str], expected: list[str]
) -> None:
    comparison = compared(OLD, NEW)
    found = selected(comparison, only, without)
    assert places(found) == expected
    assert found.left_out == len(comparison.changes) - len(found.changes)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        pytest.param("path:costs", ["M-BIL-01/", "M-BIL-02/costs/2025:one_off"], id="the list"),
        pytest.param(
            "path:costs/amount_eur", ["M-BIL-01/", "M-BIL-02/costs/2025:one_off"], id="inside"
        ),
        pytest.param("path:note", [], id="what none of them has"),
    ],
)
def test_what_came_as_a_whole_is_at_each_place_that_it_has(only: str, expected: list[str]) -> None:
    costs = "costs: [{year: 2025, kind: one_off, amount_eur: 9}]"
    old = measure("title: A", "M-BIL-02")
    new = measure(f"title: N\n{costs}") + measure(f"title: A\n{costs}", "M-BIL-02")
    assert places(selected(compared(old, new), [only])) == expected
    assert places(selected(compared(old, new), [], [only])) == [
        place for place in places(compared(old, new)) if only != "path:costs" or place[-1] == "/"
    ]


def test_without_terms_nothing_is_left_out() -> None:
    comparison = compared(OLD, NEW)
    assert selected(comparison) is comparison


def test_decisions_without_a_change_are_asked_for_by_field_alone() -> None:
    comparison = compared(OLD, NEW)
    assert set(comparison.verdicts) == {"M-BIL-02", "M-SOZ-01"}
    assert set(selected(comparison, ["field:HF-BIL"]).verdicts) == {"M-BIL-02"}
    assert set(selected(comparison, ["path:staffing_fte"]).verdicts) == {"M-SOZ-01"}
    assert set(selected(comparison, [], ["field:HF-BIL"]).verdicts) == {"M-SOZ-01"}
    assert set(selected(comparison, [], ["class:editorial"]).verdicts) == set(comparison.verdicts)


def test_change_that_stands_for_many_is_chosen_by_its_members() -> None:
    comparison = compared(recoding.OLD, recoding.NEW)
    for term in ("kind:value-recoded", "kind:value-changed", "path:implementation/status"):
        assert len(selected(comparison, [term]).changes) == 1
        assert selected(comparison, [], [term]).changes == ()
    assert selected(comparison, ["path:title"]).changes == ()


def test_headline_says_how_many_were_left_out() -> None:
    found = selected(compared(recoding.OLD, recoding.NEW), ["path:title"])
    assert total(found, "de") == "keine Änderungen, 1 Änderung nicht ausgewählt"


@pytest.mark.parametrize(
    ("term", "near"),
    [
        pytest.param("class:substantiv", "class:substantive", id="class"),
        pytest.param("kind:element-aded", "kind:element-added", id="kind"),
        pytest.param("field:HF-BIX", "field:HF-BIL", id="field"),
        pytest.param("path:cots", "path:costs", id="path"),
        pytest.param("feld:HF-BIL", "field:HF-BIL", id="sort"),
        pytest.param("xyz", "", id="nothing known"),
    ],
)
def test_term_that_fits_nothing_is_refused_with_the_nearest(term: str, near: str) -> None:
    with pytest.raises(UnknownTermError) as refused:
        selected(compared(OLD, NEW), [f"class:editorial,{term}"])
    assert (refused.value.term, refused.value.near) == (term, near)
