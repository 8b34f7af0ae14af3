"""The single values of a record, each with its place and what the schema says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.items import item_names
from wirctl.core.value import is_list, is_record, list_of, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.schema.field import Field


class Leaf(NamedTuple):
    """A value that holds no others. `path` is its place by names of properties alone."""

    at: Pointer
    path: Pointer
    value: Value
    field: Field


def leaves(record: Record, fields: Mapping[str, Field], only: Pointer = ()) -> Iterator[Leaf]:
    """Every single value that the schema knows, in the order of the record.

    `only` names a path; then those at and below it, and nothing else is looked at.
    """
    yield from _of_record(record, fields, (), (), only)


def path_of(at: Pointer, fields: Mapping[str, Field]) -> Pointer:
    """The place by names of properties alone: items of lists are left out."""
    path: list[str] = []
    holder: Field | None = None
    for name in at:
        if holder is not None and holder.item is not None:
            holder = holder.item
        else:
            holder = (fields if holder is None else holder.fields).get(name)
            path.append(name)
    return tuple(path)


def _of_record(
    record: Record, fields: Mapping[str, Field], at: Pointer, path: Pointer, only: Pointer
) -> Iterator[Leaf]:
    names = (only[len(path)],) if len(path) < len(only) else record
    for name in names:
        field = fields.get(name)
        if field is not None and name in record:
            yield from _of_value(record[name], field, (*at, name), (*path, name), only)


def _of_value(
    value: Value, field: Field, at: Pointer, path: Pointer, only: Pointer
) -> Iterator[Leaf]:
    if is_record(value):
        yield from _of_record(record_of(value), field.fields, at, path, only)
    elif is_list(value):
        item = field.item
        if item is not None:
            items = list_of(value)
            for name, part in zip(item_names(items, field.key), items, strict=True):
                yield from _of_value(part, item, (*at, name), path, only)
    elif value is not None:
        yield Leaf(at, path, value, field)
