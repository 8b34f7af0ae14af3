"""What lies between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from versions import MemoryTree, changes, compared, measure
from wirctl.core.change import Difference, Weight
from wirctl.core.pointer import show
from wirctl.diff.compare import compare

if TYPE_CHECKING:
    from wirctl.core.change import Change

M = "# measures/M-BIL-01.yaml\nid: M-BIL-01\ntitle: Lotsen\nstaffing_fte: 1\n"
STRUCK = "# measures/M-BIL-01.yaml\nid: M-BIL-01\nwithdrawn: {round: LG-2021, reason: Doppelt.}\n"


def told(found: list[Change]) -> list[tuple[str, str, str]]:
    """Kind, element and place of each change."""
    return [(change.kind, change.subject.id, show(change.at)) for change in found]


def test_version_compared_with_itself_has_no_changes() -> None:
    found = compared(M, M)
    assert (found.changes, found.form_only, found.unplaced) == ((), (), ())


def test_moved_measure_is_no_change() -> None:
    found = compare(
        MemoryTree({"measures/bil/M-BIL-01.yaml": b"id: M-BIL-01\ntitle: A\n"}),
        MemoryTree({"measures/soz/M-BIL-01.yaml": b"id: M-BIL-01\ntitle: A\n"}),
    )
    assert found.changes == ()
    assert found.form_only == ("measures/soz/M-BIL-01.yaml",)


def test_rewritten_file_is_counted_and_no_change() -> None:
    found = compared(M, M.replace("title: Lotsen", 'title: "Lotsen"  # Name'))
    assert found.changes == ()
    assert found.form_only == ("measures/M-BIL-01.yaml",)


def test_changes_come_by_kind_of_element_then_id_then_the_order_of_the_schema() -> None:
    old = "# goals/Z-BIL-1.yaml\nid: Z-BIL-1\ntitle: A\n" + M + measure("title: A", "M-BIL-02")
    new = (
        measure("title: B", "M-BIL-02")
        + M.replace("fte: 1", "fte: 2").replace("Lotsen", "Paten")
        + "# goals/Z-BIL-1.yaml\nid: Z-BIL-1\ntitle: B\n"
    )
    assert told(changes(old, new)) == [
        ("text-changed", "Z-BIL-1", "title"),
        ("text-changed", "M-BIL-01", "title"),
        ("value-changed", "M-BIL-01", "staffing_fte"),
        ("text-changed", "M-BIL-02", "title"),
    ]


def test_fields_go_with_a_struck_element_as_form() -> None:
    found = changes(M, STRUCK)
    assert told(found) == [
        ("field-removed", "M-BIL-01", "title"),
        ("field-removed", "M-BIL-01", "staffing_fte"),
        ("element-withdrawn", "M-BIL-01", "withdrawn"),
    ]
    assert [change.weight for change in found] == [Weight.FORM, Weight.FORM, Weight.SUBSTANTIVE]


def test_field_that_changes_while_its_element_is_struck_is_a_change() -> None:
    found = changes(M, STRUCK + "title: Paten\n")
    assert ("text-changed", Weight.SUBSTANTIVE) in [
        (change.kind, change.weight) for change in found
    ]


def test_renamed_element_is_one_event_with_its_changes_inside() -> None:
    new = (
        STRUCK
        + "# measures/M-BIL-02.yaml\nid: M-BIL-02\ntitle: Lotsen\nstaffing_fte: 2\n"
        + "lineage: [{kind: renamed, from: [M-BIL-01], round: LG-2021}]\n"
    )
    found = changes(M, new)
    assert told(found) == [
        ("element-renamed", "M-BIL-02", ""),
        ("value-changed", "M-BIL-02", "staffing_fte"),
    ]
    assert [change.lineage for change in found] == [("M-BIL-01",), ("M-BIL-01",)]


def test_element_that_stays_although_another_claims_to_be_it_keeps_its_changes() -> None:
    new = (
        M.replace("fte: 1", "fte: 3")
        + "# measures/M-BIL-02.yaml\nid: M-BIL-02\ntitle: Lotsen\nstaffing_fte: 1\n"
        + "lineage: [{kind: renamed, from: [M-BIL-01], round: LG-2021}]\n"
    )
    assert told(changes(M, new)) == [
        ("value-changed", "M-BIL-01", "staffing_fte"),
        ("element-renamed", "M-BIL-02", ""),
    ]


def test_element_split_in_two_is_told_at_both_parts_and_at_the_tombstone() -> None:
    part = "title: Teil\nlineage: [{kind: split, from: [M-BIL-01], round: LG-2021}]"
    new = STRUCK + measure(part, "M-BIL-02") + measure(part, "M-BIL-03")
    events = [change for change in told(changes(M, new)) if not change[0].startswith("field")]
    assert events == [
        ("element-withdrawn", "M-BIL-01", "withdrawn"),
        ("element-split", "M-BIL-02", ""),
        ("element-split", "M-BIL-03", ""),
    ]


def test_plan_under_another_id_is_still_the_plan() -> None:
    found = changes("# plan.yaml\nid: LIP\ntitle: A\n", "# plan.yaml\nid: WIR\ntitle: A\n")
    assert told(found) == [("value-changed", "WIR", "id")]
    assert found[0].subject.kind == "plan"


def test_files_that_no_kind_claims_are_named_if_they_differ() -> None:
    found = compare(
        MemoryTree({"notes/a.yaml": b"a: 1\n", "notes/b.yaml": b"b: 1\n"}),
        MemoryTree({"notes/a.yaml": b"a: 2\n", "notes/b.yaml": b"b: 1\n"}),
    )
    assert found.changes == ()
    assert found.unplaced == ("notes/a.yaml",)


def test_file_in_an_unknown_folder_hides_no_element() -> None:
    found = compare(
        MemoryTree({"measures/M-BIL-01.yaml": b"id: M-BIL-01\ntitle: A\n"}),
        MemoryTree(
            {"measures/M-BIL-01.yaml": b"id: M-BIL-01\ntitle: B\n", "x/M-BIL-01.yaml": b"a: 1\n"}
        ),
    )
    assert told(list(found.changes)) == [("text-changed", "M-BIL-01", "title")]


def test_verdicts_are_those_that_only_the_newer_version_knows() -> None:
    decided = "id: LG-2021\nbody: G-LG\ndate: 2021-11-22\n"
    first = f"# rounds/LG-2021.yaml\n{decided}decisions: [{{item: A, outcome: accepted}}]\n"
    both = first.replace("}]", "}, {item: B, outcome: returned}]")
    found = compared(first, both)
    assert {item: verdict.outcome for item, verdict in found.verdicts.items()} == {"B": "returned"}


def test_last_verdict_of_several_rounds_counts_and_a_month_ends_after_its_days() -> None:
    new = (
        "# rounds/LG-2021-12.yaml\nid: LG-2021-12\ndate: 2021-12\n"
        "decisions: [{item: A, outcome: accepted}]\n"
        "# rounds/LG-2021-12-06.yaml\nid: LG-2021-12-06\ndate: 2021-12-06\n"
        "decisions: [{item: A, outcome: returned}]\n"
    )
    assert compared("", new).verdicts["A"].round == "LG-2021-12"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "costs: [{year: 2023, kind: yearly, amount_eur: 250000}]",
            "costs: [{year: 2023, kind: yearly, amount_eur: 300000}]",
            Difference("+50000", "EUR"),
            id="money",
        ),
        pytest.param("staffing_fte: 1.5", "staffing_fte: 1", Difference("-0.5"), id="a number"),
        pytest.param(
            "period: {end: 2022-07}",
            "period: {end: 2023-07}",
            Difference("+12", "month"),
            id="a month",
        ),
        pytest.param(
            "objective: Bis 2025 sind es 25 %.",
            "objective: Bis 2025 sind es 30 %.",
            Difference("+5", "percentage_point"),
            id="the one figure of a text",
        ),
        pytest.param(
            "objective: Bis 2025 sind es 25 %.",
            "objective: Bis 2026 sind es 30 %.",
            None,
            id="two figures of a text",
        ),
        pytest.param("title: A", "title: B", None, id="no figure"),
        pytest.param("fund_eligible: true", "fund_eligible: false", None, id="yes and no"),
    ],
)
def test_direction_is_told_where_it_can_be(old: str, new: str, expected: Difference | None) -> None:
    [change] = changes(measure(old), measure(new))
    assert change.difference == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("sources: [{title: A}]", "sources: [{title: B}]", id="sources"),
        pytest.param("note: 25 %", "note: 30 %", id="note"),
        pytest.param("number: '1'", "number: '2'", id="number"),
        pytest.param(
            "costs: [{year: 2023, kind: yearly, source: {title: A}}]",
            "costs: [{year: 2023, kind: yearly, source: {title: B}}]",
            id="source of a figure",
        ),
    ],
)
def test_what_only_serves_the_editors_is_editorial(old: str, new: str) -> None:
    found = changes(measure(old), measure(new))
    assert {change.weight for change in found} == {Weight.EDITORIAL}
