"""The bare differences between two records, before anyone says what they mean."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen, replace
from wirctl.core.value import is_list, is_record, list_of, record_of
from wirctl.diff.items import match
from wirctl.schema.canonical import canonical, same
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.diff.items import Item, Matched


class Act(StrEnum):
    """What was done to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


@frozen
class Operation:
    """One difference: the value at `at` was added, removed, changed, or its items reordered.

    `was_at` is the same place on the older side, where items may have other names. `field` is
    what the schema says of the value; of a list's item, what it says of the item. `in_list`
    tells that the value is an item of a list or set; `after` names the item before one that
    was added to a list or removed from it, `None` where order means nothing. `substantive`
    is whether the field and all that hold it matter.
    """

    act: Act
    at: Pointer
    field: Field
    old: Value
    new: Value
    was_at: Pointer = ()
    in_list: bool = False
    after: str | None = None
    substantive: bool = True


MatchOf: TypeAlias = "Callable[[Sequence[Value], Sequence[Value], Field], Matched]"
"""Finds the items of two lists of a field that are one."""


@frozen
class _Spot:
    """A place on both sides, whether all on the way to it matters, and how lists are matched."""

    at: Pointer = ()
    was_at: Pointer = ()
    substantive: bool = True
    match_of: MatchOf = match

    def below(self, field: Field, new: str, old: str) -> _Spot:
        """The place one step on, by its name on the newer and on the older side."""
        substantive = self.substantive and field.substantive
        return _Spot((*self.at, new), (*self.was_at, old), substantive, self.match_of)

    def operation(self, act: Act, field: Field, old: Value, new: Value) -> Operation:
        """What was done here."""
        return Operation(act, self.at, field, old, new, self.was_at, substantive=self.substantive)

    def coming(self, act: Act, field: Field, item: Item, after: str | None) -> Operation:
        """An item that came to the list here, or went from it."""
        spot = self.below(field, item.name, item.name)
        sides = (None, item.value) if act is Act.ADDED else (item.value, None)
        bare = spot.operation(act, field, *sides)
        return replace(bare, in_list=True, after=after)


def operations(
    old: Record, new: Record, fields: Mapping[str, Field], match_of: MatchOf = match
) -> Iterator[Operation]:
    """Every difference of meaning between two records of one kind, in the schema's order."""
    yield from _records(old, new, fields, _Spot(match_of=match_of))


def _records(
    old: Record, new: Record, fields: Mapping[str, Field], spot: _Spot
) -> Iterator[Operation]:
    for name in _names(old, new, fields):
        field = fields.get(name) or _unknown(name)
        before, after = old.get(name), new.get(name)
        if not same(before, after, field):
            yield from _values(before, after, field, spot.below(field, name, name))


def _names(old: Record, new: Record, fields: Mapping[str, Field]) -> Iterator[str]:
    """The names that either record has: those of the schema in its order, then the others."""
    yield from (name for name in fields if name in old or name in new)
    yield from sorted(name for name in {**old, **new} if name not in fields)


def _values(old: Value, new: Value, field: Field, spot: _Spot) -> Iterator[Operation]:
    """The differences between two values of one field that do not mean the same."""
    if field.item is not None and all(map(_is_list_or_none, (old, new))):
        yield from _lists(list_of(old), list_of(new), field, field.item, spot)
    elif field.fields and is_record(old) and is_record(new):
        yield from _records(record_of(old), record_of(new), field.fields, spot)
    else:
        yield spot.operation(_act(old, new, field), field, old, new)


def _is_list_or_none(value: Value) -> bool:
    return value is None or is_list(value)


def _act(old: Value, new: Value, field: Field) -> Act:
    if canonical(old, field) is None:
        return Act.ADDED
    return Act.REMOVED if canonical(new, field) is None else Act.CHANGED


def _lists(
    old: Sequence[Value], new: Sequence[Value], field: Field, item: Field, spot: _Spot
) -> Iterator[Operation]:
    """What became of the old items in their order, then what came, then whether they moved."""
    matched = spot.match_of(old, new, field)
    ordered = field.value is not ValueKind.SET
    for before, after in matched.kept:
        if after is None:
            yield spot.coming(Act.REMOVED, item, before, before.after if ordered else None)
        elif before.meaning != after.meaning:
            yield from _item(before, after, item, spot.below(item, after.name, before.name))
    for came in matched.added:
        yield spot.coming(Act.ADDED, item, came, came.after if ordered else None)
    if ordered and matched.is_reordered:
        yield spot.operation(Act.REORDERED, field, tuple(old), tuple(new))


def _item(before: Item, after: Item, item: Field, spot: _Spot) -> Iterator[Operation]:
    for found in _values(before.value, after.value, item, spot):
        yield replace(found, in_list=True) if found.at == spot.at else found


def _unknown(name: str) -> Field:
    return Field(name, ValueKind.LINE, Words(name, name), Words("", ""))
