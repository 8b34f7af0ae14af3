"""What a field can say, freed of how the file writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.text import Prose
    from wirctl.schema.field import Words

Shown: TypeAlias = (
    "Line | Prose | Word | Reference | Number | Money | Share | Date | Flag | Url | Language"
    " | Group | Many"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    type: ClassVar = "line"

    text: str


@dataclass(frozen=True, slots=True)
class Told(Line):
    """One line in the language of the document, where that is not the plan's."""


@dataclass(frozen=True, slots=True)
class Word:
    """One of a closed set of words.

    `field` is the field that holds it, by names from the kind on (`paper.consultations.result`);
    formats find the word for people by it. `title` is that word where the plan or its schema
    gives it, as they do for outcomes, areas of the fund and names of fields.
    """

    type: ClassVar = "word"

    name: str
    field: str
    title: Words | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another element; `kind` and `title` are empty where the plan has none of this id."""

    type: ClassVar = "reference"

    id: str
    kind: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as decimal text, so that every format writes the same digits."""

    type: ClassVar = "number"

    value: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in euro as decimal text."""

    type: ClassVar = "money"

    amount: str


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent as decimal text."""

    type: ClassVar = "share"

    value: str


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as it is known: `2022`, `2022-09` or `2022-09-15`."""

    type: ClassVar = "date"

    iso: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    type: ClassVar = "flag"

    value: bool


@dataclass(frozen=True, slots=True)
class Url:
    """An address on the web."""

    type: ClassVar = "url"

    url: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code."""

    type: ClassVar = "language"

    code: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of an element with what it says.

    `illustrative` tells that the value was invented to show how it would look. `language` is
    that of the value where it is a translation, `is_stale` that it was made from an older text.
    The title is that of the kind and says nothing of its own, so no digest counts it.
    """

    digested: ClassVar = ("name", "value", "illustrative", "language", "is_stale")

    name: str
    title: Words
    value: Shown
    illustrative: bool = False
    language: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A record: its entries by name, in the order of the schema."""

    type: ClassVar = "group"

    fields: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Many:
    """A list, or a set where order means nothing."""

    type: ClassVar = "many"

    values: tuple[Shown, ...]
    ordered: bool = True


EMPTY = Group({})


def value_of(holder: Group, name: str) -> Shown | None:
    """What a field of the record says, if anything."""
    entry = holder.fields.get(name)
    return entry.value if entry is not None else None


def text_in(holder: Group, name: str) -> str:
    """A field as plain text: a line, a word, an id, a date, a number; empty if it says nothing."""
    match value_of(holder, name):
        case Line(text) | Word(text) | Reference(text) | Date(text) | Number(text):
            return text
        case Money(text) | Share(text) | Url(text) | Language(text):
            return text
        case _:
            return ""


def is_true(holder: Group, name: str) -> bool:
    """Whether a field says yes."""
    return value_of(holder, name) == Flag(value=True)


def group_in(holder: Group, name: str) -> Group:
    """The record that a field holds, or an empty one."""
    value = value_of(holder, name)
    return value if isinstance(value, Group) else EMPTY


def groups_in(holder: Group, name: str) -> tuple[Group, ...]:
    """The records that a list holds."""
    return tuple(value for value in values_in(holder, name) if isinstance(value, Group))


def references_in(holder: Group, name: str) -> tuple[Reference, ...]:
    """The elements that a field or list refers to."""
    return tuple(value for value in values_in(holder, name) if isinstance(value, Reference))


def values_in(holder: Group, name: str) -> tuple[Shown, ...]:
    """What a field holds, as a row of values: of a list its items, else the value itself."""
    value = value_of(holder, name)
    return values_of(value) if value is not None else ()


def values_of(value: Shown) -> tuple[Shown, ...]:
    """A value as a row of values: of a list its items, else itself."""
    return value.values if isinstance(value, Many) else (value,)


def without(holder: Group, *names: str) -> Group:
    """The record less some of its entries."""
    return Group({name: entry for name, entry in holder.fields.items() if name not in names})
