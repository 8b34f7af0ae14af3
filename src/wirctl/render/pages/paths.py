"""The address of each element on the site. It is made of kind and id, and never changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.render.model.values import Group, references_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site

# Kinds whose elements share a page with others: the page, and the element as an anchor on it.
_SHARED: Mapping[str, str] = {
    "priority": "guidelines/index.html",
    "theme": "guidelines/index.html",
    "term": "terms/index.html",
    "milestone": "timeline.html",
    "statement": "statements/index.html",
}
# Kinds whose elements stand on the page of another, to which this field refers.
_GUESTS: Mapping[str, str] = {"call": "fund", "award": "fund", "translation": "element"}
# Names that no file can have on some systems, or that a page of ours has.
_TAKEN = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", re.ASCII)
_SINGLE: Mapping[str, str] = {"plan": "index.html", "process": "process.html"}


@dataclass(frozen=True, slots=True)
class Paths:
    """Where elements are to be found on the site of this view."""

    site: Site

    def of(self, id: str) -> str:
        """The path of the element's page below the top of the site, with its anchor."""
        item = self.site.items[id]
        if item.kind in _SINGLE:
            return _SINGLE[item.kind]
        if self.has_page(item):
            return f"{self._folder(item.kind)}/{file_name(id)}.html"
        if item.kind in _SHARED:
            return f"{_SHARED[item.kind]}#{file_name(id)}"
        host = self._host(item)
        page = self.of(host).partition("#")[0] if host else self.overview(item.kind)
        return f"{page}#{file_name(id)}"

    def overview(self, kind: str) -> str:
        """The path of the page that lists the elements of a kind; of a sole fund, its own page."""
        if kind == "fund":
            funds = self.site.of_kind(kind)
            if len(funds) == 1:
                return self.of(funds[0].id)
        return _SHARED.get(kind) or _SINGLE.get(kind) or f"{self._folder(kind)}/index.html"

    def has_overview(self, kind: str) -> bool:
        """Whether there is a page that lists the elements of a kind, and nothing else does."""
        if kind in _SINGLE or kind in {"milestone", "translation"}:
            return False
        if kind in {"priority", "theme"}:
            above = ("guideline", "priority")[: 1 if kind == "priority" else 2]
            return not any(self.site.of_kind(other) for other in above)
        if kind in {"call", "award"}:
            return self._is_shared(kind) or bool(self.site.withdrawn_of(kind))
        return kind != "fund" or not self._is_shared(kind)

    def _is_shared(self, kind: str) -> bool:
        """Whether an element of the kind stands on the page that would list them."""
        pages = (self.of(item.id).partition("#")[0] for item in self.site.of_kind(kind))
        return self.overview(kind) in pages

    def has_page(self, item: Item) -> bool:
        """Whether the element has a page of its own in the folder of its kind.

        What is gone always has one, so that its address still leads somewhere.
        """
        if item.kind in _SINGLE or item.kind == "translation":
            return False
        return item.withdrawn or (item.kind not in _SHARED and item.kind not in _GUESTS)

    def _folder(self, kind: str) -> str:
        return file_name(self.site.kinds[kind].folder or kind)

    def _host(self, item: Item) -> str:
        named = references_in(Group(item.fields), _GUESTS[item.kind])
        found = [reference.id for reference in named if reference.id in self.site.items]
        return found[0] if found and found[0] != item.id else ""


def file_name(id: str) -> str:
    """The id as a part of an address that every system and every program takes as it is.

    >>> file_name("M-BIL-01"), file_name("INDEX"), file_name("../x").startswith("x-")
    ('M-BIL-01', 'INDEX_', True)
    """
    if not _PLAIN.fullmatch(id):
        return f"x-{sha256(id.encode('utf-8', 'replace')).hexdigest()[:16]}"
    return f"{id}_" if id.casefold() in _TAKEN else id
