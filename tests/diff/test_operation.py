"""The bare differences between two records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from small_plan import KINDS
from wirctl.core.pointer import show
from wirctl.core.value import record_of
from wirctl.diff.operation import operations
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.value import Record
    from wirctl.schema.field import Field

FIELDS = KINDS["measure"].fields


def parsed(text: str) -> Record:
    return record_of(read("", text.encode()).value)


def found(old: str, new: str, fields: Mapping[str, Field] = FIELDS) -> list[str]:
    """Each operation in a word: act, place, old and new value."""
    return [
        f"{item.act} {show(item.at)}: {item.old} → {item.new}"
        for item in operations(parsed(old), parsed(new), fields)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("title: A", "title: B", ["changed title: A → B"], id="a scalar"),
        pytest.param("{}", "title: B", ["added title: None → B"], id="a field more"),
        pytest.param("title: A", "{}", ["removed title: A → None"], id="a field less"),
        pytest.param(
            "period: {start: 2023}",
            "period: {start: 2024, continuous: true}",
            ["changed period/start: 2023 → 2024", "added period/continuous: None → True"],
            id="inside a record",
        ),
        pytest.param(
            "{}",
            "period: {start: 2023}",
            ["added period: None → {'start': 2023}"],
            id="a whole record",
        ),
        pytest.param(
            "themes: [Q-1, Q-2]",
            "themes: [Q-3, Q-2]",
            ["removed themes/Q-1: Q-1 → None", "added themes/Q-3: None → Q-3"],
            id="items of a set",
        ),
        pytest.param(
            "{}", "themes: [Q-1]", ["added themes/Q-1: None → Q-1"], id="the first item of a set"
        ),
        pytest.param(
            "costs: [{year: 2023, kind: yearly, amount_eur: 5}]",
            "costs: [{year: 2023, kind: yearly, amount_eur: 6}]",
            ["changed costs/2023:yearly/amount_eur: 5 → 6"],
            id="an item known by its key",
        ),
        pytest.param(
            "costs: [{year: 2023, kind: yearly, amount_eur: 5}]",
            "costs: [{kind: yearly, basis: planned, year: 2023, amount_eur: 6}]",
            ["changed costs/2023:yearly:planned/amount_eur: 5 → 6"],
            id="a key that says the default",
        ),
        pytest.param(
            "sources: [{title: A}, {title: B}]",
            "sources: [{title: B}, {title: A}]",
            [
                (
                    "reordered sources: ({'title': 'A'}, {'title': 'B'})"
                    " → ({'title': 'B'}, {'title': 'A'})"
                )
            ],
            id="order where it counts",
        ),
        pytest.param(
            "wunsch: ja", "wunsch: nein", ["changed wunsch: ja → nein"], id="an unknown field"
        ),
        pytest.param(
            "themes: [Q-1]", "themes: Q-1", ["changed themes: ['Q-1'] → Q-1"], id="another type"
        ),
    ],
)
def test_operations_are_these(old: str, new: str, expected: list[str]) -> None:
    assert found(old, new) == expected


SAME = [
    pytest.param("title: A", 'title: "A"', id="quotes"),
    pytest.param("title: A B", "title: >-\n  A\n  B", id="folded line"),
    pytest.param("objective: A B C", "objective: |\n  A B\n  C", id="wrapping of prose"),
    pytest.param("objective: A\u00a0B", "objective: A B", id="no-break space"),
    pytest.param("objective: Ko\u00adsten", "objective: Kosten", id="soft hyphen"),
    pytest.param("title: Öffnung", "title: O\u0308ffnung", id="composed umlaut"),
    pytest.param("title: A\nkind: measure", "kind: measure\ntitle: A", id="order of keys"),
    pytest.param("title: A # so", "title: A", id="comment"),
    pytest.param("themes: [Q-1, Q-2]", "themes:\n  - Q-2\n  - Q-1", id="order of a set"),
    pytest.param("staffing_fte: 1.0", "staffing_fte: 1", id="zero behind the point"),
    pytest.param("staffing_fte: 0.50", "staffing_fte: 0.5", id="zero at the end"),
    pytest.param("title: A\nthemes: []", "title: A", id="empty list"),
    pytest.param("title: A\nobjective: ''", "title: A\nobjective: ' '", id="blank text"),
    pytest.param("title: A\nperiod: {}", "title: A", id="empty record"),
    pytest.param("title: A\nnote: null", "title: A", id="null"),
    pytest.param("title: A\nnote: ~", "title: A", id="tilde"),
    pytest.param("period: {start: 2023-01}", "period: {start: '2023-01'}", id="quoted date"),
    pytest.param("period: {start: 2023}", "period: {start: '2023'}", id="quoted year"),
    pytest.param(
        "costs: [{year: 2023, kind: yearly, amount_eur: 5}]",
        "costs: [{year: 2023, kind: yearly, amount_eur: '5.00'}]",
        id="money as a decimal",
    ),
    pytest.param(
        "costs: [{year: 2023, kind: yearly, amount_eur: 5}]",
        "costs: [{year: 2023, kind: yearly, amount_eur: 5, basis: planned, accuracy: exact}]",
        id="defaults said",
    ),
    pytest.param("fund_eligible: true", "fund_eligible: True", id="capital of a truth value"),
    pytest.param("objective: '* Sport'", "objective: '- Sport'", id="mark of a list item"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_means_the_same_is_no_difference_in_either_direction(one: str, other: str) -> None:
    assert found(one, other) == []
    assert found(other, one) == []


def test_there_are_twenty_pairs_and_more_that_mean_the_same() -> None:
    assert len(SAME) >= 20


def test_added_item_of_a_list_tells_after_which_one_it_stands() -> None:
    old = parsed("sources: [{title: A}, {title: C}]")
    new = parsed("sources: [{title: B}, {title: A}, {title: C}, {title: D}]")
    assert [(item.new, item.after) for item in operations(old, new, FIELDS)] == [
        ({"title": "B"}, ""),
        ({"title": "D"}, "C"),
    ]


def test_item_of_a_set_stands_after_none() -> None:
    [item] = operations(parsed("{}"), parsed("themes: [Q-1]"), FIELDS)
    assert item.after is None


def test_field_below_an_editorial_one_does_not_matter_either() -> None:
    old = parsed("sources: [{title: A}]")
    new = parsed("sources: [{title: A, wunsch: 1}]")
    assert [item.substantive for item in operations(old, new, FIELDS)] == [False]


def test_changed_item_under_another_name_tells_where_it_was() -> None:
    fields = KINDS["paper"].fields
    old = parsed("consultations: [{body: G-RAT}]")
    new = parsed("consultations: [{body: G-RAT, date: 2022-09}]")
    assert [
        (item.act.value, show(item.at), show(item.was_at)) for item in operations(old, new, fields)
    ] == [("added", "consultations/G-RAT:2022-09/date", "consultations/G-RAT/date")]


def test_lists_of_many_items_are_compared_without_trying_each_with_each() -> None:
    old = {"sources": [{"title": "A", "key": str(number)} for number in range(4_000)]}
    new = {"sources": [{"title": "A", "key": str(number)} for number in range(1, 4_001)]}
    acts = [(item.act.value, item.old, item.new) for item in operations(old, new, FIELDS)]
    assert acts == [
        ("changed", "0", "4000"),
        ("reordered", *map(tuple, (old["sources"], new["sources"]))),
    ]
