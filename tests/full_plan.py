"""A plan with one element of each kind in which every field of the schema says something."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from wirctl.model.plan import Element, Plan
from wirctl.schema.field import ValueKind
from wirctl.schema.kind import built_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.core.value import Value
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

KINDS = built_in()
IDS: Mapping[str, str] = {
    kind.name: f"{kind.id_prefix or kind.name.upper().replace('_', '-')}-1" for kind in KINDS
}
# Kinds whose very name is internal: none of their elements stands in a document.
INTERNAL = frozenset(
    kind.name for kind in KINDS if kind.label in kind.fields and not kind.fields[kind.label].public
)
WITHOUT = frozenset({"withdrawn", "illustrative", "lineage"})
TEXTS = frozenset({ValueKind.LINE, ValueKind.PROSE, ValueKind.URL})
_FIXED: Mapping[ValueKind, Value] = {
    ValueKind.INTEGER: 7,
    ValueKind.NUMBER: 12.5,
    ValueKind.MONEY: 250_000,
    ValueKind.SHARE: 40,
    ValueKind.DATE: "2021-11-22",
    ValueKind.BOOLEAN: True,
    ValueKind.LANGUAGE: "en",
}


def full_plan(text: Callable[[str, Field], str], kinds: tuple[Kind, ...] = tuple(KINDS)) -> Plan:
    """One element of each kind; `text` gives the words for a field at a path of names."""
    return Plan.of(element(kind, text) for kind in kinds)


def element(kind: Kind, text: Callable[[str, Field], str]) -> Element:
    """An element in which every field says something."""
    value = {
        name: _value(field, f"{kind.name}.{name}", text)
        for name, field in kind.fields.items()
        if name not in WITHOUT
    }
    value["id"] = IDS[kind.name]
    path = kind.file or f"{kind.folder}/{value['id']}.yaml"
    return Element(kind.name, IDS[kind.name], path, value)


def numbered() -> tuple[Callable[[str, Field], str], dict[str, str]]:
    """Words that are found again, and where each was put: word to path."""
    numbers, places = count(1), dict[str, str]()

    def text(path: str, field: Field) -> str:
        word = f"Wort{next(numbers):04}ß"
        is_public = field.public and path.partition(".")[0] not in INTERNAL
        places[word] = path if is_public else f"{path} (internal)"
        return f"https://example.org/{word}" if field.value is ValueKind.URL else word

    return text, places


def _value(field: Field, path: str, text: Callable[[str, Field], str]) -> Value:
    if field.item is not None:
        return [_value(field.item, path, text)]
    if field.fields:
        return {
            name: _value(part, f"{path}.{name}", text)
            for name, part in field.fields.items()
            if name not in WITHOUT
        }
    return text(path, field) if field.value in TEXTS and not field.choices else _fixed(field)


def _fixed(field: Field) -> Value:
    """A value that a field of this kind can have."""
    if field.choices:
        return field.choices[0]
    if field.value is ValueKind.REFERENCE:
        return IDS[field.target[0] if field.target else "guideline"]
    return _FIXED.get(field.value, "eins")
