"""What a rule may ask for beside its subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Location, Subject
from wirctl.core.items import item_names
from wirctl.core.value import list_of, record_of
from wirctl.schema.field import Field, ValueKind

if TYPE_CHECKING:
    from datetime import date

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.model.plan import Element, Plan
    from wirctl.schema.kind import Kinds


@dataclass(frozen=True, slots=True)
class Context:
    """A plan and what is known about it when the rules run.

    `today` is the day that counts as now. `stages` gives the stage of each element that
    bodies decide on, by id: `drafted`, `accepted` or `decided`.
    """

    plan: Plan
    kinds: Kinds
    today: date
    stages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the plan that people read: a line or prose, with its place."""

    subject: Subject
    pointer: Pointer
    field: Field
    text: str

    @property
    def location(self) -> Location:
        """Where the text stands."""
        return Location(self.subject, self.pointer)


def texts(plan: Plan, kinds: Kinds) -> Iterator[Text]:
    """Every text of every element, in the order of the plan."""
    for element in plan.elements:
        kind = kinds.by_name.get(element.kind)
        if kind is not None:
            yield from _texts_of(element, kind.fields)


def _texts_of(element: Element, fields: Mapping[str, Field]) -> Iterator[Text]:
    subject = Subject(element.path, element.kind, element.id)
    for pointer, field, text in _walk(element.value, fields, ()):
        yield Text(subject, pointer, field, text)


def _walk(
    record: Record, fields: Mapping[str, Field], at: Pointer
) -> Iterator[tuple[Pointer, Field, str]]:
    for name, value in record.items():
        if name in fields:
            yield from _walk_value(value, fields[name], (*at, name))


def _walk_value(value: Value, field: Field, at: Pointer) -> Iterator[tuple[Pointer, Field, str]]:
    if field.value in _READ_BY_PEOPLE and isinstance(value, str):
        yield at, field, value
    elif field.item is not None:
        items = list_of(value)
        for item, name in zip(items, item_names(items, field.key), strict=True):
            yield from _walk_value(item, field.item, (*at, name))
    elif field.fields:
        yield from _walk(record_of(value), field.fields, at)


_READ_BY_PEOPLE = frozenset({ValueKind.LINE, ValueKind.PROSE})
