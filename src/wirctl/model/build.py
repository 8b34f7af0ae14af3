"""From the record of a plan file to a dataclass. No content makes it fail.

The annotations of a class are its only description: read once, as text, so that names under
`TYPE_CHECKING` need no import. A name means a class or a `Literal` of the same module, or of
`records` or `words`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, get_args

from wirctl.core.items import item_names
from wirctl.core.value import list_of
from wirctl.model import records, words
from wirctl.model.entity import Entity, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value

E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound=Part)

Reader: TypeAlias = "Callable[[Value, Pointer], object]"
"""Gives what the attribute holds for a value at a place, or `UNFIT`."""

UNFIT = object()
"""The value is of another type than the attribute: the default of the class holds."""


def entity(cls: type[E], subject: Subject, record: Record) -> E:
    """The element of this class; what is missing or of the wrong type has its default."""
    return cls(subject=subject, id=subject.id, **_values(cls, record, ()))


def part(cls: type[P], record: Record, place: Pointer) -> P:
    """The record of this class at this place in its element."""
    return cls(place=place, **_values(cls, record, place))


def _values(cls: type[Entity | Part], record: Record, place: Pointer) -> dict[str, Any]:
    """The attributes that the record has a fitting value for."""
    readers = readers_of(cls)  # type: ignore[arg-type] # mypy takes a class for its instance
    found: dict[str, Any] = {}
    for key, value in record.items():
        if key in readers:
            name, read = readers[key]
            fitting = read(value, (*place, key))
            if fitting is not UNFIT:
                found[name] = fitting
    return found


@cache
def readers_of(cls: type[Entity | Part]) -> Mapping[str, tuple[str, Reader]]:
    """Key to attribute and reader. `from_` is the attribute for the key `from`."""
    given = {"place"} if issubclass(cls, Part) else {"subject", "id"}
    return {
        item.name.rstrip("_"): (item.name, _reader(cls, str(item.type)))
        for item in fields(cls)
        if item.name not in given
    }


def _reader(cls: type, annotation: str) -> Reader:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if inner := re.fullmatch(r"tuple\[(\w+), \.\.\.\]", annotation):
        return _many(meaning(cls, inner[1]))
    return _one(meaning(cls, annotation.removesuffix(" | None")))


def meaning(cls: type, name: str) -> Any:  # noqa: ANN401 - a class, or a Literal, which has no type
    """The class or `Literal` that a name in an annotation of `cls` stands for.

    Raises:
        AttributeError: there is none; the class is written wrongly.
    """
    for module in (sys.modules[cls.__module__], records):
        if hasattr(module, name):
            return getattr(module, name)
    return getattr(words, name)


def _one(kind: Any) -> Reader:  # noqa: ANN401 - as above
    if isinstance(kind, type):
        return lambda value, place: (
            part(kind, value, place) if isinstance(value, Mapping) else UNFIT
        )
    listed = frozenset(get_args(kind))
    return lambda value, _: value if isinstance(value, str) and value in listed else UNFIT


def _many(kind: Any) -> Reader:  # noqa: ANN401 - as above
    read = _one(kind)
    keys: tuple[str, ...] = getattr(kind, "KEY", ())

    def items(value: Value, place: Pointer) -> object:
        parts = list_of(value)
        named = zip(parts, item_names(parts, keys), strict=True)
        found = (read(item, (*place, name)) for item, name in named)
        return tuple(item for item in found if item is not UNFIT)

    return items


def _text(value: Value, _: Pointer) -> object:
    return value if isinstance(value, str) else UNFIT


def _texts(value: Value, _: Pointer) -> object:
    return tuple(item for item in list_of(value) if isinstance(item, str))


def _truth(value: Value, _: Pointer) -> object:
    return value if isinstance(value, bool) else UNFIT


def _whole(value: Value, _: Pointer) -> object:
    return value if isinstance(value, int) and not isinstance(value, bool) else UNFIT


def _number(value: Value, _: Pointer) -> object:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else UNFIT


def _money(value: Value, _: Pointer) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,15}\.[0-9]{2}", value):
        return Decimal(value)
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else UNFIT


_PLAIN: Mapping[str, Reader] = {
    "str": _text,
    "tuple[str, ...]": _texts,
    "bool": _truth,
    "bool | None": _truth,
    "int": _whole,
    "int | None": _whole,
    "float | None": _number,
    "Decimal | None": _money,
}
