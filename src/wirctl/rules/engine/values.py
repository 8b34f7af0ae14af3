"""The values of an element that are of some kind, at any depth, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.items import item_names
from wirctl.core.value import list_of, record_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.schema.field import Field, ValueKind


def values_of(
    record: Record, fields: Mapping[str, Field], wanted: Collection[ValueKind], at: Pointer = ()
) -> Iterator[tuple[Pointer, Field, str]]:
    """Each text in the record whose field is of a wanted kind, in the order of the file."""
    for name, value in record.items():
        if name in fields:
            yield from _of_value(value, fields[name], wanted, (*at, name))


def _of_value(
    value: Value, field: Field, wanted: Collection[ValueKind], at: Pointer
) -> Iterator[tuple[Pointer, Field, str]]:
    if isinstance(value, str):
        if field.value in wanted:
            yield at, field, value
    elif field.item is not None:
        items = list_of(value) if _may_hold(field.item, wanted) else ()
        for item, name in zip(items, item_names(items, field.key), strict=True):
            yield from _of_value(item, field.item, wanted, (*at, name))
    elif field.fields:
        yield from values_of(record_of(value), field.fields, wanted, at)


def _may_hold(item: Field, wanted: Collection[ValueKind]) -> bool:
    """Whether an item of a list is wanted itself, or has parts that may be."""
    return item.value in wanted or item.item is not None or bool(item.fields)
