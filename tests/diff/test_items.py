"""Which items of two lists are one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.diff.items import match
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from wirctl.core.value import Value

NO_WORDS = Words("", "")


def field(value: ValueKind, item: ValueKind, key: tuple[str, ...] = ()) -> Field:
    inner = {name: Field(name, ValueKind.LINE, NO_WORDS, NO_WORDS) for name in ("a", "b", "c")}
    fields = inner if item is ValueKind.RECORD else {}
    below = Field("x", item, NO_WORDS, NO_WORDS, fields=fields)
    return Field("x", value, NO_WORDS, NO_WORDS, key=key, item=below)


def matched(old: list[Value], new: list[Value], of: Field) -> tuple[list[object], list[Value]]:
    """The old values each with the new one, and the new ones that came."""
    found = match(old, new, of)
    pairs: list[object] = [
        (before.value, after.value if after is not None else None) for before, after in found.kept
    ]
    return pairs, [item.value for item in found.added]


LINES = field(ValueKind.LIST, ValueKind.LINE)
RECORDS = field(ValueKind.LIST, ValueKind.RECORD)
KEYED = field(ValueKind.LIST, ValueKind.RECORD, ("a", "b"))
TITLED = field(ValueKind.LIST, ValueKind.RECORD, ("a",))
SET = field(ValueKind.SET, ValueKind.LINE)


@pytest.mark.parametrize(
    ("of", "old", "new", "pairs", "added"),
    [
        pytest.param(LINES, ["A"], ["A"], [("A", "A")], [], id="the same text"),
        pytest.param(LINES, ["A", "A"], ["A"], [("A", "A"), ("A", None)], [], id="one of two"),
        pytest.param(
            LINES,
            ["Wie wirkt es auf Kinder?"],
            ["Wie wirkt es auf Eltern?"],
            [("Wie wirkt es auf Kinder?", "Wie wirkt es auf Eltern?")],
            [],
            id="a text rewritten in its place",
        ),
        pytest.param(
            LINES,
            ["Wie wirkt es auf Kinder?"],
            ["Ganz anderes Thema"],
            [("Wie wirkt es auf Kinder?", None)],
            ["Ganz anderes Thema"],
            id="another text in its place",
        ),
        pytest.param(
            SET,
            ["Wie wirkt es auf Kinder?"],
            ["Wie wirkt es auf Eltern?"],
            [("Wie wirkt es auf Kinder?", None)],
            ["Wie wirkt es auf Eltern?"],
            id="a set has no places",
        ),
        pytest.param(
            RECORDS,
            [{"a": "1"}, {"a": "2", "b": "x"}, {"a": "3"}],
            [{"a": "0"}, {"a": "1"}, {"a": "2", "b": "y"}, {"a": "3"}],
            [
                ({"a": "1"}, {"a": "1"}),
                ({"a": "2", "b": "x"}, {"a": "2", "b": "y"}),
                ({"a": "3"}, {"a": "3"}),
            ],
            [{"a": "0"}],
            id="records without a key by their neighbours",
        ),
        pytest.param(
            KEYED,
            [{"a": "1", "b": "x", "c": "old"}],
            [{"a": "1", "b": "x", "c": "new"}],
            [({"a": "1", "b": "x", "c": "old"}, {"a": "1", "b": "x", "c": "new"})],
            [],
            id="one key",
        ),
        pytest.param(
            KEYED,
            [{"a": "1", "b": "x"}],
            [{"a": "1", "b": "y"}],
            [({"a": "1", "b": "x"}, None)],
            [{"a": "1", "b": "y"}],
            id="another key",
        ),
        pytest.param(
            KEYED,
            [{"a": "1"}],
            [{"a": "1", "b": "y"}],
            [({"a": "1"}, {"a": "1", "b": "y"})],
            [],
            id="a key that was completed",
        ),
        pytest.param(
            KEYED,
            [{"a": "1"}],
            [{"a": "1", "b": "y"}, {"a": "1", "b": "z"}],
            [({"a": "1"}, None)],
            [{"a": "1", "b": "y"}, {"a": "1", "b": "z"}],
            id="a key that might be either",
        ),
        pytest.param(
            KEYED, [{"c": "1"}], [{"c": "2"}], [({"c": "1"}, {"c": "2"})], [], id="no key at all"
        ),
        pytest.param(
            TITLED,
            [{"a": "Bericht zum Plan", "c": "x"}, {"a": "Folien", "c": "y"}],
            [{"a": "Bericht zum LIP", "c": "x"}, {"a": "Presse", "c": "y"}],
            [
                ({"a": "Bericht zum Plan", "c": "x"}, {"a": "Bericht zum LIP", "c": "x"}),
                ({"a": "Folien", "c": "y"}, None),
            ],
            [{"a": "Presse", "c": "y"}],
            id="a title written otherwise, and another title",
        ),
        pytest.param(
            TITLED,
            [{"a": "Bericht zum Plan"}],
            [{"a": "Bericht zum LIP"}],
            [({"a": "Bericht zum Plan"}, None)],
            [{"a": "Bericht zum LIP"}],
            id="a title that is all",
        ),
        pytest.param(
            TITLED,
            [{"a": "Bericht eins", "c": "x"}],
            [{"a": "Bericht zwei", "c": "x"}, {"a": "Bericht drei", "c": "x"}],
            [({"a": "Bericht eins", "c": "x"}, None)],
            [{"a": "Bericht zwei", "c": "x"}, {"a": "Bericht drei", "c": "x"}],
            id="a title that might be either",
        ),
        pytest.param(LINES, [None, "A"], ["A", None], [("A", "A")], [], id="nothing said"),
    ],
)
def test_items_are_paired(
    of: Field, old: list[Value], new: list[Value], pairs: list[object], added: list[Value]
) -> None:
    assert matched(old, new, of) == (pairs, added)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(["A", "B"], ["A", "B"], False, id="as it was"),
        pytest.param(["A", "B"], ["B", "A"], True, id="exchanged"),
        pytest.param(["A", "B"], ["C", "A", "B"], False, id="one came before"),
        pytest.param(["A", "B", "C"], ["A", "C"], False, id="one went"),
    ],
)
def test_order_changes_only_where_what_stayed_moved(
    old: list[Value], new: list[Value], *, expected: bool
) -> None:
    assert match(old, new, LINES).is_reordered is expected
