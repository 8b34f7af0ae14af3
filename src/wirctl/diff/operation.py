"""The bare differences between two records, before anyone says what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.items import item_names
from wirctl.core.value import is_list, is_record, list_of, record_of
from wirctl.schema.canonical import canonical, same
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value


class Act(StrEnum):
    """What was done to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Operation:
    """One difference: the value at `at` was added, removed, changed, or its items reordered.

    `field` is what the schema says of the value; of a list's item, what it says of the item.
    `in_list` tells that the value is an item of a list or set.
    """

    act: Act
    at: Pointer
    field: Field
    old: Value
    new: Value
    in_list: bool = False


def operations(old: Record, new: Record, fields: Mapping[str, Field]) -> Iterator[Operation]:
    """Every difference of meaning between two records of one kind, in the schema's order."""
    yield from _records(old, new, fields, ())


def _records(
    old: Record, new: Record, fields: Mapping[str, Field], at: Pointer
) -> Iterator[Operation]:
    for name in _names(old, new, fields):
        field = fields.get(name) or _unknown(name)
        before, after = old.get(name), new.get(name)
        if not same(before, after, field):
            yield from _values(before, after, field, (*at, name))


def _names(old: Record, new: Record, fields: Mapping[str, Field]) -> Iterator[str]:
    """The names that either record has: those of the schema in its order, then the others."""
    yield from (name for name in fields if name in old or name in new)
    yield from sorted(name for name in {**old, **new} if name not in fields)


def _values(old: Value, new: Value, field: Field, at: Pointer) -> Iterator[Operation]:
    if is_list(old) and is_list(new) and field.item is not None:
        yield from _lists(list_of(old), list_of(new), field, at)
    elif is_record(old) and is_record(new) and field.fields:
        yield from _records(record_of(old), record_of(new), field.fields, at)
    elif is_list(old or new) and field.item is not None and (old is None or new is None):
        yield from _lists(list_of(old), list_of(new), field, at)
    else:
        yield Operation(_act(old, new, field), at, field, old, new)


def _act(old: Value, new: Value, field: Field) -> Act:
    if canonical(old, field) is None:
        return Act.ADDED
    return Act.REMOVED if canonical(new, field) is None else Act.CHANGED


def _lists(
    old: Sequence[Value], new: Sequence[Value], field: Field, at: Pointer
) -> Iterator[Operation]:
    """Items by name; those without a name of their own by what they say, then by place."""
    item = field.item
    if item is None:
        return
    before, after = _named(old, new, field)
    for name, value in before.items():
        if name not in after:
            yield Operation(Act.REMOVED, (*at, name), item, value, None, in_list=True)
        elif not same(value, after[name], item):
            yield from _item_change(value, after[name], item, (*at, name))
    for name, value in after.items():
        if name not in before:
            yield Operation(Act.ADDED, (*at, name), item, None, value, in_list=True)
    if field.value is not ValueKind.SET and _reordered(tuple(before), tuple(after)):
        yield Operation(Act.REORDERED, at, field, tuple(old), tuple(new))


def _item_change(old: Value, new: Value, item: Field, at: Pointer) -> Iterator[Operation]:
    if is_record(old) and is_record(new):
        yield from _records(record_of(old), record_of(new), item.fields, at)
    else:
        yield Operation(Act.CHANGED, at, item, old, new, in_list=True)


def _named(
    old: Sequence[Value], new: Sequence[Value], field: Field
) -> tuple[dict[str, Value], dict[str, Value]]:
    """Both lists by names that mean the same item on both sides."""
    before = dict(zip(item_names(old, field.key), old, strict=True))
    after = dict(zip(item_names(new, field.key), new, strict=True))
    if field.key or field.item is None or not field.item.fields:
        return before, after
    return _by_meaning(before, after, field.item)


def _by_meaning(
    before: dict[str, Value], after: dict[str, Value], item: Field
) -> tuple[dict[str, Value], dict[str, Value]]:
    """Records without a key: equal ones share the old name, the others keep their place's."""
    free = {name: canonical(value, item) for name, value in before.items()}
    renamed: dict[str, Value] = {}
    for name, value in after.items():
        meaning = canonical(value, item)
        twin = next((key for key, other in free.items() if other == meaning), None)
        if twin is not None:
            del free[twin]
        renamed[twin if twin is not None else f"+{name}"] = value
    return before, {_settled(name, renamed, before): value for name, value in renamed.items()}


def _settled(name: str, renamed: Mapping[str, Value], before: Mapping[str, Value]) -> str:
    """The place as a name, unless an old item that is still there has it."""
    if not name.startswith("+"):
        return name
    place = name[1:]
    return name if place in before and place in renamed else place


def _reordered(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether the items that both sides have stand in another order."""
    both = set(before) & set(after)
    return [name for name in before if name in both] != [name for name in after if name in both]


def _unknown(name: str) -> Field:
    return Field(name, ValueKind.LINE, Words(name, name), Words("", ""))
