"""The plan as data, for other programs; `wirctl schema document` prints the schema."""

from __future__ import annotations

import json as standard
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import field_names
from wirctl.render.model.site import FORMAT
from wirctl.render.model.values import Entry
from wirctl.render.registry import writer

if TYPE_CHECKING:
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"


@writer("json", de="Daten für andere Programme", en="data for other programs")
def json(site: Site, options: Options) -> Files:
    """Everything that documents show, and where it comes from, in one file."""
    text = standard.dumps(whole(site, options), ensure_ascii=False, indent=1)
    return {"plan.json": f"{text}\n".encode()}


def whole(site: Site, options: Options) -> dict[str, Plain]:
    """Everything that documents show, and where it comes from, as plain data."""
    provenance = as_plain_record(options.provenance)
    return {"format": FORMAT, "provenance": provenance, **as_plain_record(site)}


def as_plain_record(thing: object) -> dict[str, Plain]:
    """A dataclass of the view as a mapping; a value says first of which type it is.

    Empty and absent parts are left out. An entry goes without its title, which stands once
    with the kind.
    """
    names = field_names(thing)
    if names is None:
        raise TypeError(type(thing))
    kind = getattr(type(thing), "type", None)
    found: dict[str, Plain] = {"type": kind} if isinstance(kind, str) else {}
    for name in names:
        value = getattr(thing, name)
        if value is None or (isinstance(thing, Entry) and name in {"name", "title"}):
            continue
        if value in (False, "", ()) and name in SILENT:
            continue
        found[name] = as_plain(value)
    return found


# What says nothing by being empty.
SILENT = frozenset(
    {"illustrative", "withdrawn", "is_whole", "url", "kind", "id", "field", "fields", "title"}
    | {"is_stale", "language", "stale"}
)


def as_plain(value: object) -> Plain:
    """A part of the view as plain data."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Mapping):
        return {str(name): as_plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [as_plain(part) for part in value]
    return as_plain_record(value)
