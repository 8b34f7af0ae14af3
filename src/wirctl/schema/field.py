"""What the schema says about one field: the annotations that everything else reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from wirctl.core.value import Record, Value


class ValueKind(StrEnum):
    """What a value means, whatever its JSON type is."""

    ID = "id"
    LINE = "line"
    PROSE = "prose"
    WORD = "word"
    REFERENCE = "reference"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    BOOLEAN = "boolean"
    URL = "url"
    LANGUAGE = "language"
    RECORD = "record"
    LIST = "list"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Words:
    """A name or a sentence in the two languages of the program."""

    de: str
    en: str

    def in_language(self, language: str) -> str:
        """The German words for `de`, else the English ones."""
        return self.de if language == "de" else self.en


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a kind, at any depth.

    `fields` are the properties of a record, `item` describes the items of a list or set.
    `key` names the properties by which an item of a list of records is known. `target`
    names the kinds that a reference may point to; empty means any. `choices` are the words
    of an enumeration, in the order of the schema. `required_from` is the stage from which
    a rule asks for the field: `drafted`, `accepted`, `decided`, or empty.
    """

    name: str
    value: ValueKind
    title: Words
    description: Words
    substantive: bool = True
    public: bool = False
    translatable: bool = False
    order: int = 0
    key: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    required_from: str = ""
    default: Value = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    item: Field | None = None


_JSON_TYPES: Mapping[str, ValueKind] = {
    "string": ValueKind.LINE,
    "integer": ValueKind.INTEGER,
    "number": ValueKind.NUMBER,
    "boolean": ValueKind.BOOLEAN,
    "array": ValueKind.LIST,
    "object": ValueKind.RECORD,
}


def fields_of(schema: Record, shared: Mapping[str, Record]) -> Mapping[str, Field]:
    """The fields of an object schema, by name, in their order.

    `shared` maps the address of each shared definition to it. A schema that refers to itself
    is followed to a depth of 8, more than any plan file has.
    """
    return _fields(schema, shared, depth=0)


def title_words(schema: Record, note: Record, name: str) -> Words:
    """The German and English title of a schema, falling back to its name."""
    title = text_of(schema.get("title")) or name
    return Words(title, text_of(note.get("title_en")) or title)


def description_words(schema: Record, note: Record) -> Words:
    """The German and English description of a schema, empty where it has none."""
    text = text_of(schema.get("description"))
    return Words(text, text_of(note.get("description_en")) or text)


def _fields(schema: Record, shared: Mapping[str, Record], depth: int) -> Mapping[str, Field]:
    if depth > _DEEPEST:
        return {}
    properties = record_of(schema.get("properties"))
    found = [
        _field(name, record_of(part), shared, depth, place)
        for place, (name, part) in enumerate(properties.items())
    ]
    return {item.name: item for item in sorted(found, key=lambda item: item.order)}


_DEEPEST = 8


def _field(
    name: str, schema: Record, shared: Mapping[str, Record], depth: int, place: int
) -> Field:
    whole = resolved(schema, shared)
    note = record_of(whole.get("x-wirctl"))
    value = _value_kind(whole, note)
    return Field(
        name=name,
        value=value,
        title=title_words(whole, note, name),
        description=description_words(whole, note),
        substantive=note.get("significance") != "editorial",
        public=note.get("visibility") == "public",
        translatable=note.get("translatable") is True,
        order=_order(note, place),
        key=_texts(note.get("key")),
        target=_texts(note.get("target")),
        choices=_texts(whole.get("enum")),
        required_from=text_of(note.get("required_from")),
        default=whole.get("default"),
        fields=_fields(whole, shared, depth + 1),
        item=_item(name, whole, note, shared, depth),
    )


def _order(note: Record, place: int) -> int:
    order = note.get("order")
    return order if isinstance(order, int) else 1000 + place


def _item(
    name: str, whole: Record, note: Record, shared: Mapping[str, Record], depth: int
) -> Field | None:
    """The field of a list's items; a plain list hands its reference target down to them."""
    items = whole.get("items")
    if not isinstance(items, Mapping) or depth >= _DEEPEST:
        return None
    inherited = {key: note[key] for key in ("target", "significance", "visibility") if key in note}
    part = resolved(items, shared)
    own = record_of(part.get("x-wirctl"))
    if "value" not in own and "target" in note:
        inherited["value"] = "reference"
    return _field(name, {**part, "x-wirctl": {**inherited, **own}}, shared, depth + 1, 0)


def _value_kind(whole: Record, note: Record) -> ValueKind:
    named = note.get("value")
    if isinstance(named, str) and named in set(ValueKind):
        return ValueKind(named)
    kind = whole.get("type")
    return _JSON_TYPES.get(kind, ValueKind.LINE) if isinstance(kind, str) else ValueKind.LINE


def resolved(schema: Record, shared: Mapping[str, Record]) -> Record:
    """The schema with its shared definition laid under it; local words and annotations win."""
    reference = schema.get("$ref")
    if not isinstance(reference, str) or reference not in shared:
        return schema
    below = resolved(
        shared[reference], {key: value for key, value in shared.items() if key != reference}
    )
    notes = {**record_of(below.get("x-wirctl")), **record_of(schema.get("x-wirctl"))}
    return {**below, **schema, "x-wirctl": notes}


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(item for item in list_of(value) if isinstance(item, str))
