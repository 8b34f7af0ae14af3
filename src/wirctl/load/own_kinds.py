"""Kinds that a plan brings along in its own `schemas/` folder."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.value import list_of, record_of, text_of
from wirctl.load import messages as say
from wirctl.schema.engine import SchemaError, checker
from wirctl.schema.kind import Kinds, built_in, kinds_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.value import Record, Value
    from wirctl.source.tree import Tree

_ENDING = ".schema.json"
_OWN = "urn:wirctl:schema:"


@cache
def _built_in() -> Kinds:
    return built_in()


def kinds_of(tree: Tree) -> tuple[Kinds, tuple[Diagnostic, ...]]:
    """Our kinds and those of the plan, and a finding for every schema that cannot be used."""
    kinds = _built_in()
    paths = [path for path in tree.paths() if _is_schema(path)]
    found: list[Diagnostic] = []
    for path, data in sorted(tree.read(paths).items()):
        why = _fault(data, kinds)
        if why:
            found.append(_unusable(path, *why))
        else:
            kinds = kinds_from({path: data}, kinds)
    return kinds, tuple(found)


def _is_schema(path: str) -> bool:
    return path.startswith("schemas/") and path.endswith(_ENDING)


def _fault(data: bytes, kinds: Kinds) -> tuple[str, str, str] | None:
    """Why this schema cannot be used, with a hint in German and English; None if it can."""
    try:
        schema = json.loads(data)
    except (ValueError, RecursionError) as error:
        return (str(error), "Die Datei muss gültiges JSON sein.", "The file must be valid JSON.")
    for fault in _faults(record_of(schema), kinds):
        return fault
    return None


def _faults(schema: Record, kinds: Kinds) -> Iterator[tuple[str, str, str]]:
    note = record_of(schema.get("x-wirctl"))
    name, place = text_of(note.get("kind")), text_of(note.get("folder"))
    if not name or not place:
        hint = '"x-wirctl": {"kind": "…", "folder": "…"}'
        yield ("x-wirctl", f"Nötig ist {hint}.", f"Needed is {hint}.")
    elif name in kinds.by_name or place in kinds.by_folder or place == "schemas":
        yield (name, "Art oder Ordner gibt es schon.", "The kind or folder exists already.")
    for reference in _references(schema):
        if not reference.startswith(("#", f"{_OWN}shared#")):
            hint = f"$ref: {reference}"
            yield (
                hint,
                "Erlaubt sind nur Verweise in der Datei selbst und auf urn:wirctl:schema:shared.",
                "Only references within the file and to urn:wirctl:schema:shared are allowed.",
            )
    try:
        checker(schema, kinds.shared)
    except SchemaError as error:
        text = str(error).splitlines()[0][:200]
        yield (text, "Das Schema folgt JSON Schema 2020-12.", "Schemas follow JSON Schema 2020-12.")


def _references(value: Value) -> Iterator[str]:
    if list_of(value):
        for item in list_of(value):
            yield from _references(item)
        return
    for key, part in record_of(value).items():
        if key in {"$ref", "$dynamicRef"} and isinstance(part, str):
            yield part
        else:
            yield from _references(part)


def _unusable(path: str, why: str, hint_de: str, hint_en: str) -> Diagnostic:
    message = say.UNUSABLE_SCHEMA
    words = (("why", why), ("hint_de", hint_de), ("hint_en", hint_en))
    return Diagnostic(message.id, message.severity, Subject(path), arguments=words)
