"""The address of each element on the site. It is made of kind and id, and never changes."""

from __future__ import annotations

from dataclasses import dataclass
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
        if item.kind in _SHARED:
            return f"{_SHARED[item.kind]}#{id}"
        if item.kind in _GUESTS:
            host = self._host(item)
            return f"{self.of(host)}#{id}" if host else f"{self.overview(item.kind)}#{id}"
        return f"{self._folder(item.kind)}/{id}.html"

    def overview(self, kind: str) -> str:
        """The path of the page that lists the elements of a kind; of a sole fund, its own page."""
        if kind == "fund":
            funds = self.site.of_kind(kind)
            if len(funds) == 1:
                return self.of(funds[0].id)
        return _SHARED.get(kind) or _SINGLE.get(kind) or f"{self._folder(kind)}/index.html"

    def has_page(self, item: Item) -> bool:
        """Whether the element has a page of its own in the folder of its kind."""
        return item.kind not in _SHARED and item.kind not in _GUESTS and item.kind not in _SINGLE

    def _folder(self, kind: str) -> str:
        return self.site.kinds[kind].folder or kind

    def _host(self, item: Item) -> str:
        named = references_in(Group(item.fields), _GUESTS[item.kind])
        found = [reference.id for reference in named if reference.id in self.site.items]
        return found[0] if found and found[0] != item.id else ""
