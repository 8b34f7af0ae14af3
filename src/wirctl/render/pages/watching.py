"""A view that notes what is read of it, so that a page can be known by what it was made from.

Whatever a template asks of the view goes through here, be it ours or one of the project. Two
runs that read the same parts, and find the same in each, write the same page: the first part
in which they could differ is one that both have read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from wirctl.core.frozen import field_names
from wirctl.render.digest import digest
from wirctl.render.model.item import Item
from wirctl.render.model.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

Part: TypeAlias = "tuple[str, str]"
"""A part of a view: which of its mappings and the key there, or what else and which."""

_FIELDS = Item.__dict__["fields"]
_MAPPINGS = (
    *("mentions", "translations", "standings", "verdicts", "voices", "progress", "funds"),
    *("spending", "compositions"),
)
_UNWATCHED = ("version", "heading", "kinds")
_WHOLES = ("coverage", "timeline", "news", "editions")
_KEYS, _FIELDS_OF, _WHOLE, _KIND, _GONE = "keys", "fields", "whole", "kind", "gone"


class Watch:
    """What was read of one view since `begin`, and the digest of each part of it."""

    def __init__(self, digests: dict[Part, str]) -> None:
        self.read: set[Part] = set()
        self._found: dict[str, Callable[[str], object]] = {_KEYS: self._keys}
        self._mappings: dict[str, Mapping[str, object]] = {}
        self._digests = digests

    def begin(self) -> None:
        """Forget what was read before."""
        self.read.clear()

    def offer(self, name: str, find: Callable[[str], object]) -> None:
        """Let parts of this name be those that `find` gives for a key."""
        self._found[name] = find

    def mapping(self, name: str, found: Mapping[str, T]) -> Mapping[str, T]:
        """The same mapping, watched."""
        self._mappings[name] = found
        self.offer(name, found.get)
        return _Watched(name, found, self)

    def digest(self, part: Part) -> str:
        """The digest of a part as it is now; of one that there is not, that of nothing."""
        known = self._digests.get(part)
        if known is None:
            name, key = part
            find = self._found.get(name)
            known = self._digests[part] = digest(find(key) if find is not None else None)
        return known

    def _keys(self, name: str) -> object:
        return tuple(self._mappings.get(name, ()))


class _Watched(Mapping[str, T]):
    """A mapping that notes which keys were asked for, there or not."""

    __slots__ = ("_found", "_name", "_read")

    def __init__(self, name: str, found: Mapping[str, T], watch: Watch) -> None:
        self._name, self._found, self._read = name, found, watch.read

    def __getitem__(self, key: str) -> T:
        self._read.add((self._name, key))
        return self._found[key]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as that of a mapping
        self._read.add((self._name, key))
        return self._found.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._read.add((self._name, str(key)))
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        self._read.add((_KEYS, self._name))
        return iter(self._found)

    def __len__(self) -> int:
        self._read.add((_KEYS, self._name))
        return len(self._found)


class WatchedItem(Item):
    """An element whose fields count as read once they are asked for."""

    __slots__ = ("_read",)

    _read: set[Part]
    digested = tuple(name for name in field_names(Item) or () if name != "fields")

    def __init__(self, item: Item, watch: Watch) -> None:
        for name in self.digested:
            object.__setattr__(self, name, getattr(item, name))
        _FIELDS.__set__(self, item.fields)
        object.__setattr__(self, "_read", watch.read)

    def _noted(self) -> object:
        self._read.add((_FIELDS_OF, self.id))
        return _FIELDS.__get__(self)

    fields: Any = property(_noted)


def _whole(name: str) -> Any:  # noqa: ANN401 - a property in the place of a field
    slot = Site.__dict__[name]

    def noted(site: WatchedSite) -> object:
        site.watch.read.add((_WHOLE, name))
        return slot.__get__(site)

    return property(noted)


class WatchedSite(Site):
    """A view of which every part that can differ from page to page is watched.

    Version, heading and kinds are not: every page shows them.
    """

    __slots__ = ("_listed", "watch")

    watch: Watch
    _listed: dict[tuple[str, bool], tuple[Item, ...]]

    def __init__(self, site: Site, digests: Mapping[str, str]) -> None:
        """Watch a view; `digests` are those of the fields of its elements, as far as known."""
        watch = Watch({(_FIELDS_OF, id): known for id, known in digests.items()})
        object.__setattr__(self, "watch", watch)
        for name in _UNWATCHED:
            object.__setattr__(self, name, getattr(site, name))
        for name in _WHOLES:
            Site.__dict__[name].__set__(self, getattr(site, name))
        for name in _MAPPINGS:
            object.__setattr__(self, name, watch.mapping(name, getattr(site, name)))
        items = {id: WatchedItem(item, watch) for id, item in site.items.items()}
        object.__setattr__(self, "items", watch.mapping("items", items))
        listed: dict[tuple[str, bool], list[Item]] = {}
        for item in items.values():
            listed.setdefault((item.kind, item.withdrawn), []).append(item)
        object.__setattr__(self, "_listed", {key: tuple(of) for key, of in listed.items()})
        watch.offer(_FIELDS_OF, lambda id: site.items[id].fields if id in site.items else None)
        watch.offer(_WHOLE, lambda name: getattr(site, name) if name in _WHOLES else None)
        watch.offer(_KIND, lambda kind: self._of(kind, withdrawn=False))
        watch.offer(_GONE, lambda kind: self._of(kind, withdrawn=True))

    coverage = _whole("coverage")
    timeline = _whole("timeline")
    news = _whole("news")
    editions = _whole("editions")

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """The elements of a kind that still hold, in their order."""
        self.watch.read.add((_KIND, kind))
        return self._of(kind, withdrawn=False)

    def withdrawn_of(self, kind: str) -> tuple[Item, ...]:
        """The elements of a kind that are gone."""
        self.watch.read.add((_GONE, kind))
        return self._of(kind, withdrawn=True)

    def _of(self, kind: str, *, withdrawn: bool) -> tuple[Item, ...]:
        return self._listed.get((kind, withdrawn), ())


def unwatched(site: Site) -> tuple[object, ...]:
    """What every page may show of a view without being watched."""
    return tuple(getattr(site, name) for name in _UNWATCHED)


def parts_of(item: Item) -> tuple[Part, Part]:
    """The parts of a view that an element is: its head, and its fields."""
    return ("items", item.id), (_FIELDS_OF, item.id)


def also(site: Site, name: str, found: Mapping[str, T]) -> Mapping[str, T]:
    """What was worked out from the view as a whole, watched as a part of it where it is watched."""
    return site.watch.mapping(name, found) if isinstance(site, WatchedSite) else found


def aside(site: Site, make: Callable[[], T]) -> tuple[T, frozenset[Part]]:
    """What a function gives, and what it read of the view for that; `noted` counts it as read."""
    if not isinstance(site, WatchedSite):
        return make(), frozenset()
    read = site.watch.read
    before = set(read)
    read.clear()
    made = make()
    alone = frozenset(read)
    read.update(before)
    return made, alone


def noted(site: Site, parts: frozenset[Part]) -> None:
    """Count these parts as read: what they gave is kept, and need not be worked out again."""
    if isinstance(site, WatchedSite):
        site.watch.read.update(parts)
