"""Digests of parts of the view: equal parts have equal ones, parts that differ do not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING

from wirctl.core.frozen import field_names
from wirctl.render.traces import Fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Entry

_LONG = "fields"


def digest(thing: object) -> str:
    """The SHA-256 of a part of the view, by its classes, the names of its fields, its values.

    Raises:
        TypeError: there is something in it that is no plain data.
    """
    return sha256(_encoded(thing).encode("utf-8", "surrogatepass")).hexdigest()


def digests_of_elements(site: Site) -> dict[str, str]:
    """The digest of what the fields of each element say, by id."""
    return {id: digest_of_fields(item.fields) for id, item in site.items.items()}


def digest_of_fields(fields: Mapping[str, Entry]) -> str:
    """The digest of what the fields of an element say."""
    return fields.trace.digest if isinstance(fields, Fields) else digest(fields)


def digest_of_view(site: Site, digests: Mapping[str, str] | None = None) -> str:
    """The digest of all that a document may show; `digests` are those of its elements."""
    known = digests if digests is not None else digests_of_elements(site)
    items = [
        (id, known[id], [getattr(item, name) for name in field_names(item) or () if name != _LONG])
        for id, item in site.items.items()
    ]
    rest = {name: getattr(site, name) for name in field_names(site) or () if name != "items"}
    return digest((items, rest))


def _plain(thing: object) -> object:
    """One level of what JSON does not know: a frozen value as its class and its values."""
    return _reader(thing.__class__)(thing)  # type: ignore[arg-type] # mypy asks the values of it


@cache
def _reader(cls: type) -> Callable[..., object]:
    """What gives the values of a class; those of a frozen one in the order of its fields.

    A class may leave some out, by naming those that count as `digested`.

    Raises:
        TypeError: the class is no frozen one.
    """
    if issubclass(cls, Mapping):
        return dict
    if issubclass(cls, frozenset):
        return sorted
    names = getattr(cls, "digested", None) or field_names(cls)
    if names is None:
        raise TypeError(cls)
    if not names:
        return lambda _: (cls.__name__,)
    return attrgetter("__class__.__name__", *names)


_encoded = json.JSONEncoder(
    ensure_ascii=False,
    separators=(",", ":"),
    check_circular=False,
    default=_plain,
).encode
