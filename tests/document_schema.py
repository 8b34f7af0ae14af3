"""The schema of `wirctl render json`, made from the types of the view model."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from wirctl.core.frozen import field_names
from wirctl.render.json import SILENT
from wirctl.render.model.site import FORMAT, Site
from wirctl.render.model.values import Entry
from wirctl.render.provenance import Provenance
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).resolve().parent.parent / "schemas" / "output" / "document.schema.json"
_MODULES = ("text", "values", "item", "derived", "version", "site")


def _names() -> dict[str, object]:
    """Every name that the annotations of the model use."""
    found: dict[str, object] = {"Mapping": Mapping, "Words": Words}
    for name in _MODULES:
        module = import_module(f"wirctl.render.model.{name}")
        found |= {key: value for key, value in vars(module).items() if not key.startswith("_")}
    while aliases := {key: text for key, text in found.items() if isinstance(text, str)}:
        for key, text in aliases.items():
            if not any(re.search(rf"\b{other}\b", text) for other in aliases if other != key):
                found[key] = eval(text, dict(found))  # noqa: S307 - the source of the model
    return found


_NAMES = _names()


def document_schema() -> dict[str, Any]:
    """The whole schema."""
    types = [*_types(Site, set()), Provenance]
    parts = {item.__name__: _record(item) for item in types}
    site = parts.pop("Site")
    own = {"format": {"const": FORMAT}, "provenance": {"$ref": "#/$defs/Provenance"}}
    site["properties"] = own | site["properties"]
    site["required"] = [*own, *site["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:wirctl:output:document:{FORMAT}",
        **site,
        "title": "Dokument",
        "description": "Was „wirctl render json“ schreibt: ein Plan in einer Fassung, mit allem, "
        "was daraus folgt.",
        "$defs": dict(sorted(parts.items())),
    }


def _types(cls: type, seen: set[type]) -> Iterator[type]:
    """The dataclass and all those that it is made of."""
    if cls in seen:
        return
    seen.add(cls)
    yield cls
    for hint in get_type_hints(cls, _NAMES).values():
        for part in _leaves(hint):
            if isinstance(part, type) and field_names(part) is not None:
                yield from _types(part, seen)


def _leaves(hint: object) -> Iterator[object]:
    """The types that a type is put together from."""
    args = get_args(hint)
    if not args:
        yield hint
    for part in args:
        yield from _leaves(part)


def _record(cls: type) -> dict[str, Any]:
    hints: dict[str, object] = get_type_hints(cls, _NAMES)
    kind = getattr(cls, "type", None)
    properties: dict[str, Any] = {"type": {"const": kind}} if isinstance(kind, str) else {}
    required = list(properties)
    for name in field_names(cls) or ():
        if cls is Entry and name in {"name", "title"}:
            continue
        properties[name] = _schema(hints[name])
        if type(None) not in get_args(hints[name]) and name not in SILENT:
            required.append(name)
    return {
        "description": (inspect.getdoc(cls) or "").partition("\n")[0],
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _schema(hint: object) -> dict[str, Any]:
    plain = {str: "string", int: "integer", bool: "boolean"}
    if hint in plain:
        return {"type": plain[hint]}
    if isinstance(hint, type) and field_names(hint) is not None:
        return {"$ref": f"#/$defs/{hint.__name__}"}
    args = get_args(hint)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(args[0])}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _schema(args[1])}
    if get_origin(hint) in {Union, types.UnionType}:
        return _union([part for part in args if part is not type(None)])
    raise TypeError(hint)


def _union(parts: list[object]) -> dict[str, Any]:
    """One of several; each says itself of which type it is."""
    return _schema(parts[0]) if len(parts) == 1 else {"anyOf": [_schema(part) for part in parts]}
