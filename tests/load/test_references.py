"""References lead to elements of the right kind; what is broken elsewhere is no fault of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.load.references import LIMIT, meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.load import Loaded

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]
    Load = Callable[[Mapping[str, str | None]], Loaded]

PLAN = {
    "fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildung\norder: 1\n",
    "guidelines/L-1.yaml": "id: L-1\ntitle: Offene Stadt\n",
    "bodies/G-LG.yaml": "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n",
    "goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: T\nfield: HF-BIL\n",
    "measures/M-BIL-01.yaml": "id: M-BIL-01\nkind: measure\ntitle: T\nfield: HF-BIL\n",
    "measures/M-BIL-02.yaml": "id: M-BIL-02\ntitle: T\nwithdrawn: {reason: Gestrichen}\n",
}
GOAL = "goals/Z-BIL-2.yaml"
HEAD = "id: Z-BIL-2\ntitle: T\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("field: HF-BIL\nguidelines: [L-1]\n", [], id="all there"),
        pytest.param(
            "field: HF-BLI\n", [(GOAL, "unknown-reference", 3, 8)], id="unknown, at its place"
        ),
        pytest.param(
            "field: HF-BIL\nguidelines:\n  - L-1\n  - L-2\n",
            [(GOAL, "unknown-reference", 6, 5)],
            id="unknown in a list",
        ),
        pytest.param(
            "field: HF-BIL\nguidelines: [L-2, L-1, L-3]\n",
            [(GOAL, "unknown-reference", 4, 14), (GOAL, "unknown-reference", 4, 24)],
            id="several unknown",
        ),
        pytest.param(
            "field: HF-BIL\nguidelines: [L-2, L-2]\n",
            [(GOAL, "unknown-reference", 4, 14), (GOAL, "repeated-item", 4, 19)],
            id="unknown one repeated",
        ),
        pytest.param(
            "field: Z-BIL-1\n", [(GOAL, "reference-to-wrong-kind", 3, 8)], id="of another kind"
        ),
        pytest.param(
            "field: HF-BIL\norigin: {kind: group, body: G-XX}\n",
            [(GOAL, "unknown-reference", 4, 29)],
            id="unknown in a record",
        ),
        pytest.param("field: ''\n", [(GOAL, "empty-field", 3, 8)], id="empty text"),
        pytest.param("field: 7\n", [(GOAL, "wrong-type", 3, 8)], id="number"),
        pytest.param("field: [HF-XXX]\n", [(GOAL, "wrong-type", 3, 8)], id="list for a value"),
        pytest.param(
            "field: HF-BIL\nguidelines: L-9\n", [(GOAL, "wrong-type", 4, 13)], id="value for a list"
        ),
        pytest.param(
            "field: HF-BIL\nguidelines: [*innen]\n", None, id="what the reader found fault with"
        ),
    ],
)
def test_reference(
    found: Found, text: str, expected: list[tuple[str, str, int, int]] | None
) -> None:
    told = found({**PLAN, GOAL: f"{HEAD}{text}"})
    if expected is None:
        assert [item[0] for item in told] == [GOAL]
        assert told[0][1] != "unknown-reference"
    else:
        assert sorted(told) == sorted(expected)


def test_tombstone_is_still_there_to_be_named(found: Found) -> None:
    text = "id: M-BIL-03\nkind: measure\ntitle: T\nfield: HF-BIL\nrelated: [M-BIL-02]\n"
    assert found({**PLAN, "measures/M-BIL-03.yaml": text}) == []


def test_reference_that_may_name_any_kind_is_followed_too(found: Found) -> None:
    path = "translations/en/TR-EN-L-9.yaml"
    text = """\
id: TR-EN-L-9
element: L-9
language: en
status: unofficial
texts: [{field: title, text: Open city}]
"""
    assert found({**PLAN, path: text}) == [(path, "unknown-reference", 2, 10)]


def test_withdrawn_names_successors_that_are_there(found: Found) -> None:
    path = "measures/M-BIL-03.yaml"
    text = "id: M-BIL-03\ntitle: T\nwithdrawn:\n  reason: In anderen enthalten\n  to: [M-BIL-99]\n"
    assert found({**PLAN, path: text}) == [(path, "unknown-reference", 5, 8)]


BROKEN = ["", "- 1\n", "id: [\n", "title: T\n", "id: 5\ntitle: T\n", "id: wir\ntitle: T\n"]


@pytest.mark.parametrize("broken", BROKEN)
def test_plan_file_of_unknown_id_makes_no_reference_to_it_wrong(found: Found, broken: str) -> None:
    text = "id: RAT-2022\ntitle: T\nbody: G-LG\ndate: '2022'\nphase: council\n"
    decisions = "decisions:\n  - {item: WIR-2-0, outcome: decided}\n"
    files = {**PLAN, "plan.yaml": broken, "rounds/RAT-2022.yaml": text + decisions}
    assert {item[0] for item in found(files)} == {"plan.yaml"}


def test_plan_file_of_unknown_id_hides_no_reference_to_a_kind_it_is_not(found: Found) -> None:
    told = found({**PLAN, "plan.yaml": "", GOAL: f"{HEAD}field: HF-XXX\n"})
    assert [item[:2] for item in told] == [(GOAL, "unknown-reference"), ("plan.yaml", "empty-file")]


def test_what_is_no_reference_is_none(found: Found) -> None:
    text = f"{HEAD}field: HF-BIL\ntext: Siehe L-99 und M-BIL-77.\n"
    assert found({**PLAN, GOAL: text}) == []


def test_one_file_gives_a_limited_number_of_findings(found: Found) -> None:
    ids = "".join(f"  - L-{number}\n" for number in range(100, 1100))
    told = found({**PLAN, GOAL: f"{HEAD}field: HF-BIL\nguidelines:\n{ids}"})
    assert told == [(GOAL, "unknown-reference", 5 + place, 5) for place in range(LIMIT)]


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        pytest.param(
            "field: HF-BLI\n", "Gemeint ist wohl HF-BIL.", "Did you mean HF-BIL?", id="near"
        ),
        pytest.param("field: HF-WIR\n", "Prüfen Sie die Kennung.", "Check the id.", id="far"),
    ],
)
def test_unknown_reference_offers_what_was_meant(
    loaded: Load, text: str, german: str, english: str
) -> None:
    (finding,) = loaded({**PLAN, GOAL: f"{HEAD}{text}"}).diagnostics
    words = dict(finding.arguments)
    assert (words["hint_de"], words["hint_en"]) == (german, english)


def test_reference_of_another_kind_says_which_is_wanted_in_both_languages(loaded: Load) -> None:
    (finding,) = loaded({**PLAN, GOAL: f"{HEAD}field: G-LG\n"}).diagnostics
    assert dict(finding.arguments) == {
        "id": "G-LG",
        "title_de": "Handlungsfeld",
        "title_en": "Field of action",
        "wanted_de": "Handlungsfeld",
        "wanted_en": "Field of action",
        "found_de": "Gremium",
        "found_en": "Body",
    }


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        pytest.param("M-BIL-1", ["M-BIL-01", "M-BIL-10"], "M-BIL-01", id="zero left out"),
        pytest.param("m-bil-01", ["M-BIL-01"], "M-BIL-01", id="small letters"),
        pytest.param("L-9", ["L-1", "L-8"], "", id="another number is another element"),
        pytest.param("G-XYZ", ["G-RAT"], "", id="nothing near"),
        pytest.param("", ["L-1"], "", id="nothing"),
    ],
)
def test_id_that_was_meant(name: str, known: list[str], expected: str) -> None:
    assert meant(name, known) == expected
