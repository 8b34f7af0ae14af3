"""What our schemas have to be beyond valid: every field described, in both languages, one form.

Pure functions over JSON: each gives the faults it finds as `place: what is wrong`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.value import list_of, record_of, text_of
from wirctl.schema.field import ValueKind, resolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.value import Record, Value

PREFIX = "urn:wirctl:schema:"
SHARED = f"{PREFIX}shared#/$defs/"

TYPES: Mapping[str, Value] = {
    "id": "string",
    "line": "string",
    "prose": "string",
    "word": "string",
    "reference": "string",
    "date": "string",
    "url": "string",
    "language": "string",
    "integer": "integer",
    "number": "number",
    "share": "number",
    "money": ["integer", "string"],
    "boolean": "boolean",
    "record": "object",
    "list": "array",
    "set": "array",
}
"""The JSON type of each kind of value."""

KEYWORDS = {
    *("$ref", "title", "description", "type", "default", "x-wirctl"),
    *("properties", "required", "additionalProperties", "items", "uniqueItems"),
    *("enum", "pattern", "format", "minimum", "maximum", "minLength"),
    *("if", "then", "else"),
}
ROOT_KEYWORDS = {"$schema", "$id"}

MANDATORY = ("value", "significance", "title_en", "description_en", "visibility", "order")
OPTIONAL = {"key", "target", "translatable", "required_from", "listed_in"}
WORDS: Mapping[str, set[str]] = {
    "value": set(ValueKind),
    "significance": {"substantive", "editorial"},
    "visibility": {"public", "internal"},
    "required_from": {"drafted", "accepted", "decided"},
}
KIND_TEXTS = ("kind", "title_en", "description_en", "plural", "plural_en", "label", "id_pattern")
TOMBSTONE = {"required": ["withdrawn"]}


@dataclass(frozen=True, slots=True)
class World:
    """What the schemas may name: each other, the shared definitions, the glossary."""

    kinds: Mapping[str, Record]
    definitions: Mapping[str, Record]
    glossary: Record

    def whole(self, schema: Record) -> Record:
        """The schema with the shared definition that it refers to laid under it."""
        return resolved(schema, self.definitions)


def kind_faults(schema: Record, world: World) -> Iterator[str]:
    """What is wrong with the schema of one kind."""
    note = record_of(schema.get("x-wirctl"))
    kind = text_of(note.get("kind"))
    yield from _root_faults(schema, note, kind, world)
    yield from _names_of_kind(schema, note)
    yield from record_faults(schema, kind, world)
    yield from keyword_faults(schema, kind, root=True)


def definition_faults(name: str, schema: Record, world: World) -> Iterator[str]:
    """What is wrong with one shared definition; it may leave the order to those who use it."""
    for fault in field_faults(name, schema, "shared", world):
        if fault != f"shared.{name}: no order":
            yield fault


def record_faults(schema: Record, at: str, world: World) -> Iterator[str]:
    """What is wrong with the properties of an object schema."""
    properties = record_of(schema.get("properties"))
    if schema.get("additionalProperties") is not False:
        yield f"{at}: additionalProperties is not false"
    for name in sorted(_required(schema) - set(properties)):
        yield f"{at}: requires {name}, which is no property"
    yield from _order_faults(properties, at, world)
    for name, part in properties.items():
        yield from field_faults(name, record_of(part), at, world)


def field_faults(name: str, schema: Record, parent: str, world: World) -> Iterator[str]:
    """What is wrong with one property, and with all inside it."""
    at = f"{parent}.{name}"
    yield from reference_faults(schema, at, world)
    yield from keyword_faults(schema, at)
    whole = world.whole(schema)
    note = record_of(whole.get("x-wirctl"))
    yield from text_faults(whole, note, name, at)
    yield from annotation_faults(note, at)
    yield from value_faults(whole, note, at, world)
    yield from _glossary_faults(whole, name, at, world)
    if "$ref" not in schema:
        yield from _inner_faults(whole, note, at, world)


def reference_faults(schema: Record, at: str, world: World) -> Iterator[str]:
    """A `$ref` that leads anywhere but to a shared definition."""
    reference = schema.get("$ref")
    if reference is not None and reference not in world.definitions:
        yield f"{at}: $ref to {reference}"


def keyword_faults(schema: Record, at: str, *, root: bool = False) -> Iterator[str]:
    """Keywords of JSON Schema that make messages hard, and patterns that engines differ on."""
    for keyword in sorted(set(schema) - KEYWORDS - (ROOT_KEYWORDS if root else set())):
        yield f"{at}: keyword {keyword}"
    for part in (schema, *(record_of(schema.get(key)) for key in ("if", "then", "else"))):
        if "pattern" in part and not is_plain_pattern(text_of(part["pattern"])):
            yield f"{at}: pattern {part['pattern']}"


def is_plain_pattern(pattern: str) -> bool:
    r"""Whether Rust's and Python's engines agree on the pattern: classes spelt out, both ends.

    >>> is_plain_pattern("^M-[A-Z]{3}-[0-9]{2}$")
    True
    >>> [is_plain_pattern(text) for text in (r"^\d$", "^(?=A)A$", "A", "^[[:alpha:]]$", "^[$")]
    [False, False, False, False, False]
    """
    foreign = any(part in pattern for part in ("\\", "(?", "[:", "&&", "--", "~~"))
    if foreign or not (pattern.startswith("^") and pattern.endswith("$")):
        return False
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def text_faults(whole: Record, note: Record, name: str, at: str) -> Iterator[str]:
    """Titles and descriptions that are missing or only repeat the key."""
    texts = {"title": whole, "description": whole, "title_en": note, "description_en": note}
    for key, place in texts.items():
        text = text_of(place.get(key)).strip()
        if not text:
            yield f"{at}: no {key}"
        elif text == name:
            yield f"{at}: {key} only repeats the key"


def annotation_faults(note: Record, at: str) -> Iterator[str]:
    """Annotations that are missing, unknown or of another form."""
    for key in MANDATORY:
        if key not in note and not key.endswith("_en"):
            yield f"{at}: no {key}"
    for key in sorted(set(note) - {*MANDATORY, *OPTIONAL}):
        yield f"{at}: annotation {key}"
    for key, words in WORDS.items():
        if key in note and note[key] not in words:
            yield f"{at}: {key} is {note[key]}"
    order = note.get("order", 0)
    if not isinstance(order, int) or isinstance(order, bool):
        yield f"{at}: order is {order}"


def value_faults(whole: Record, note: Record, at: str, world: World) -> Iterator[str]:
    """Where the JSON type, the choices or the target do not fit the kind of value."""
    value = text_of(note.get("value"))
    if value in TYPES and whole.get("type") != TYPES[value]:
        yield f"{at}: a {value} of type {whole.get('type')}"
    item = world.whole(record_of(whole.get("items")))
    inner = text_of(record_of(item.get("x-wirctl")).get("value")) or value
    yield from _choice_faults(whole, item, inner, at, note, world)
    yield from _target_faults(note, inner, at, world)
    if "default" in whole and "enum" in whole and whole["default"] not in list_of(whole["enum"]):
        yield f"{at}: default is none of the choices"
    if note.get("translatable") and inner not in {"line", "prose"}:
        yield f"{at}: a translatable {inner}"


def _choice_faults(
    whole: Record, item: Record, value: str, at: str, note: Record, world: World
) -> Iterator[str]:
    listed = "enum" in whole or "enum" in item
    if listed != (value == "word" and "listed_in" not in note):
        yield f"{at}: enum and kind of value do not fit"
    if "listed_in" in note:
        kind, _, name = text_of(note["listed_in"]).partition("/")
        properties = record_of(world.kinds.get(kind, {}).get("properties"))
        key = record_of(record_of(properties.get(name)).get("x-wirctl")).get("key")
        if key != ["id"]:
            yield f"{at}: listed_in names no list with ids"


def _target_faults(note: Record, value: str, at: str, world: World) -> Iterator[str]:
    """A reference names its kinds; an empty list means any."""
    if (value == "reference") != ("target" in note):
        yield f"{at}: target and kind of value do not fit"
    for kind in list_of(note.get("target")):
        if kind not in world.kinds:
            yield f"{at}: target {kind} is no kind"


def _glossary_faults(whole: Record, name: str, at: str, world: World) -> Iterator[str]:
    """Names and choices that have no German and English word for people.

    A shared definition is named by the properties that use it.
    """
    if at == f"shared.{name}":
        return
    if name not in record_of(world.glossary.get("properties")):
        yield f"{at}: {name} is not in the glossary"
    labels = record_of(record_of(world.glossary.get("values")).get(name))
    item = world.whole(record_of(whole.get("items")))
    for word in (*list_of(whole.get("enum")), *list_of(item.get("enum"))):
        label = record_of(labels.get(text_of(word)))
        if not (label.get("de") and label.get("en")):
            yield f"{at}: {word} is not in the glossary"


def _inner_faults(whole: Record, note: Record, at: str, world: World) -> Iterator[str]:
    """The properties of a record, or of the items of a list, and what names an item."""
    if note.get("value") == "record":
        yield from record_faults(whole, at, world)
    if note.get("value") not in {"list", "set"}:
        return
    items = record_of(whole.get("items"))
    yield from reference_faults(items, at, world)
    yield from keyword_faults(items, f"{at}[]")
    item = world.whole(items)
    if item.get("type") == "object":
        yield from _key_faults(item, note, at)
        if "$ref" not in items:
            yield from record_faults(item, at, world)
    elif "key" in note:
        yield f"{at}: key of a plain list"
    elif record_of(item.get("x-wirctl")).get("value") not in TYPES:
        yield f"{at}: items without kind of value"
    if (note.get("value") == "set") != (whole.get("uniqueItems") is True):
        yield f"{at}: uniqueItems and kind of value do not fit"


def _key_faults(item: Record, note: Record, at: str) -> Iterator[str]:
    names = [text_of(name) for name in list_of(note.get("key"))]
    if not names or names[0] not in _required(item):
        yield f"{at}: items without a key that they must have"
    for name in names:
        if name not in record_of(item.get("properties")):
            yield f"{at}: key {name} is no property"


def _order_faults(properties: Record, at: str, world: World) -> Iterator[str]:
    orders = [
        record_of(world.whole(record_of(part)).get("x-wirctl")).get("order")
        for part in properties.values()
    ]
    for order, count in Counter(orders).items():
        if order is not None and count > 1:
            yield f"{at}: order {order} is given {count} times"


def _root_faults(schema: Record, note: Record, kind: str, world: World) -> Iterator[str]:
    if schema.get("$id") != f"{PREFIX}{kind}":
        yield f"{kind}: $id is {schema.get('$id')}"
    if schema.get("$schema") != "https://json-schema.org/draft/2020-12/schema":
        yield f"{kind}: $schema is {schema.get('$schema')}"
    yield from text_faults(schema, note, kind, kind)
    for key in KIND_TEXTS:
        if not text_of(note.get(key)) and key not in {"title_en", "description_en"}:
            yield f"{kind}: no {key}"
    if ("file" in note) == ("folder" in note) or ("file" in note) != (note.get("single") is True):
        yield f"{kind}: neither one file nor one folder"
    if kind not in record_of(world.glossary.get("kinds")):
        yield f"{kind}: {kind} is not in the glossary"


def _names_of_kind(schema: Record, note: Record) -> Iterator[str]:
    """What the annotations of a kind say about its own properties."""
    kind = text_of(note.get("kind"))
    properties = record_of(schema.get("properties"))
    pattern = text_of(note.get("id_pattern"))
    if record_of(properties.get("id")).get("pattern") != pattern:
        yield f"{kind}: id_pattern and the pattern of id differ"
    if not pattern.startswith(f"^{text_of(note.get('id_prefix'))}"):
        yield f"{kind}: id_prefix does not begin an id"
    for key in ("label", "group_by"):
        if key in note and note[key] not in properties:
            yield f"{kind}: {key} {note[key]} is no property"
    if "withdrawn" in properties and "else" in schema and schema.get("if") != TOMBSTONE:
        yield f"{kind}: a tombstone would need what an element needs"
    if not {"id", note.get("label")} <= set(list_of(schema.get("required"))):
        yield f"{kind}: id and {note.get('label')} are not required"


def _required(schema: Record) -> set[str]:
    both: Iterable[Value] = (
        *list_of(schema.get("required")),
        *list_of(record_of(schema.get("else")).get("required")),
    )
    return {text_of(name) for name in both}
