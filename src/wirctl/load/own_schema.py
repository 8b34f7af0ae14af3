"""What makes a schema usable that comes with a plan, and so perhaps from a stranger."""

from __future__ import annotations

import json
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of
from wirctl.schema.engine import SchemaError, checker
from wirctl.schema.field import Words, notes_of
from wirctl.schema.kind import SHARED, kinds_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.value import Record, Value
    from wirctl.schema.kind import Kinds

MAX_DEPTH = 64
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")


@frozen
class Unusable:
    """Why a schema cannot be used, and what to do."""

    why: Words
    hint: Words


def kinds_with(data: bytes, kinds: Kinds) -> Kinds | Unusable:
    """The kinds and the one that this schema describes, if it can be used."""
    try:
        schema = json.loads(data, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        return Unusable(_same(f"JSON: {error}"), _JSON)
    if not is_record(schema) or _depth(schema) > MAX_DEPTH:
        return Unusable(_FORM, _JSON)
    return next(_troubles(schema, kinds), None) or kinds_from({"": data}, kinds)


_FORM = Words("kein Schema", "no schema")
_JSON = Words(
    "Die Datei muss ein JSON-Objekt sein, höchstens 64 Ebenen tief.",
    "The file must be a JSON object, at most 64 levels deep.",
)


def _refused(name: str) -> None:
    raise ValueError(name)


def _depth(value: Value) -> int:
    """How deep lists and records stand in each other; counted without recursion."""
    deepest, waiting = 0, [(value, 1)]
    while waiting and deepest <= MAX_DEPTH:
        part, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(item, depth + 1) for item in _parts(part)]
    return deepest


def _parts(value: Value) -> Iterator[Value]:
    """The lists and records right below a value."""
    items = list_of(value) if is_list(value) else record_of(value).values()
    return (item for item in items if is_list(item) or is_record(item))


def _troubles(schema: Record, kinds: Kinds) -> Iterator[Unusable]:
    yield from _wrong_names(notes_of(schema), kinds)
    yield from _wrong_references(schema, kinds)
    yield from _endless(schema)
    if schema.get("$schema", _DRAFT) != _DRAFT:
        yield Unusable(_same("$schema"), _same(f'"$schema": "{_DRAFT}"'))
    try:
        checker(schema, kinds.shared)
    except SchemaError as error:
        yield Unusable(_same(str(error).partition("\n")[0][:200]), _STANDARD)


_STANDARD = Words(
    "Das Schema folgt JSON Schema 2020-12; Muster ohne Rückverweise und Vorausschau.",
    "Schemas follow JSON Schema 2020-12; patterns without back references and look-around.",
)


def _same(text: str) -> Words:
    return Words(text, text)


def _wrong_names(note: Record, kinds: Kinds) -> Iterator[Unusable]:
    name, folder = text_of(note.get("kind")), text_of(note.get("folder"))
    if not _NAME.fullmatch(name) or not _NAME.fullmatch(folder) or "file" in note:
        example = '"x-wirctl": {"kind": "project", "folder": "projects"}'
        hint = Words(
            f"Nötig sind Art und Ordner in Kleinbuchstaben, etwa {example}.",
            f"Needed are a kind and a folder in small letters, as in {example}.",
        )
        yield Unusable(_same("x-wirctl"), hint)
    taken = {name} & kinds.by_name.keys() or {folder} & {*kinds.by_folder, "schemas"}
    for word in taken:
        why = Words(f"„{word}“ gibt es schon", f"“{word}” exists already")
        yield Unusable(why, Words("Wählen Sie einen anderen Namen.", "Choose another name."))


_NAME = regex(r"[a-z][a-z0-9_-]{0,59}")


def _wrong_references(schema: Record, kinds: Kinds) -> Iterator[Unusable]:
    """References that lead out of the schema, or nowhere; names by which others could lead in."""
    for key, text in _addresses(schema):
        if key == "$ref" and _leads(schema, kinds, text):
            continue
        if key == "$id" and text == schema.get("$id"):
            continue
        hint = Words(
            f"Erlaubt sind nur Verweise in der Datei selbst (#/$defs/…) und auf {SHARED}#/$defs/….",
            f"Only references within the file (#/$defs/…) and to {SHARED}#/$defs/… are allowed.",
        )
        yield Unusable(_same(f"{key}: {text[:100]}"), hint)


_ADDRESSES = ("$ref", "$dynamicRef", "$id", "$anchor", "$dynamicAnchor")


def _addresses(schema: Record) -> Iterator[tuple[str, str]]:
    """Every reference and every name that a reference could use."""
    waiting: list[Value] = [schema]
    while waiting:
        part = waiting.pop()
        for key in _ADDRESSES:
            text = record_of(part).get(key)
            if isinstance(text, str):
                yield key, text
        waiting += _parts(part)


def _leads(schema: Record, kinds: Kinds, reference: str) -> bool:
    if reference.startswith(f"{SHARED}#"):
        return _target(kinds.shared, reference.removeprefix(SHARED)) is not None
    return _target(schema, reference) is not None


def _target(schema: Record, reference: str) -> Record | None:
    """What a reference within the schema leads to, if that is a schema."""
    sign, *names = reference.split("/")
    part: Value = schema if sign == "#" else None
    for name in names:
        key = name.replace("~1", "/").replace("~0", "~")
        part = record_of(part).get(key)
    return record_of(part) if is_record(part) else None


def _endless(schema: Record) -> Iterator[Unusable]:
    """References that lead back to themselves without going down into the value."""
    named = {text for key, text in _addresses(schema) if key == "$ref"}
    graph = {name: set(_in_place(record_of(_target(schema, name)))) for name in named}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        path = " → ".join(list(error.args[1])[:5])
        hint = Words(
            "Ein Verweis darf nicht zu sich selbst zurückführen.",
            "A reference must not lead back to itself.",
        )
        yield Unusable(_same(f"$ref: {path}"), hint)


def _in_place(schema: Record) -> Iterator[str]:
    """The references of a schema that look at the same value as the schema itself."""
    reference = schema.get("$ref")
    if isinstance(reference, str):
        yield reference
    for key in _IN_PLACE:
        part = schema.get(key)
        parts = record_of(part).values() if key == "dependentSchemas" else (part, *list_of(part))
        for item in parts:
            if is_record(item):
                yield from _in_place(record_of(item))
