"""An element of the plan as documents show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.render.model.values import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.text import Prose
    from wirctl.render.model.values import Entry
    from wirctl.schema.field import Words


@dataclass(frozen=True, slots=True)
class FieldTitle:
    """What a field is called, and the fields inside it.

    `value` is the kind of value that it holds (`prose`, `money`, `record` …); of a list that
    of its items, and `many` is true.
    """

    name: str
    title: Words
    fields: tuple[FieldTitle, ...] = ()
    value: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class KindTitle:
    """A kind of element: what it is called, and where its elements lie."""

    name: str
    title: Words
    plural: Words
    description: Words
    folder: str
    fields: tuple[FieldTitle, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """That values of an element are invented to show how they would look.

    Without `fields`, all of them.
    """

    reason: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An element: what its public fields say, by name, in the order of the schema.

    `field` is the id of the field of action that it belongs to, `path` its file below the
    plan folder. `language` is that of the title, where it is not the plan's own.
    """

    kind: str
    id: str
    title: str
    path: str
    fields: Mapping[str, Entry]
    field: str = ""
    example: Example | None = None
    withdrawn: bool = False
    language: str = ""

    @property
    def reference(self) -> Reference:
        """The element as others refer to it."""
        return Reference(self.id, self.kind, self.title)


@dataclass(frozen=True, slots=True)
class Mention:
    """An element that refers to another: who, and in which field."""

    source: Reference
    field: Words
    path: str


@dataclass(frozen=True, slots=True)
class Translated:
    """The texts of an element in another language.

    `is_easy` tells of easy language (Leichte Sprache), `is_official` whether the city stands
    for it. `is_current` is false where the source text was changed since, and `None` where
    the translation does not say what it was made from; `stale` names the fields that changed.
    """

    id: str
    language: str
    direction: str
    is_easy: bool
    is_official: bool
    is_current: bool | None
    texts: Mapping[str, Prose]
    example: Example | None = None
    stale: tuple[str, ...] = ()
