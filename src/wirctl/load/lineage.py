"""Where elements come from and where they went: directions, two sides of one story, no circles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.items import item_names
from wirctl.core.value import list_of, record_of, text_of
from wirctl.load import messages as say
from wirctl.load.references import LIMIT, meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.core.pointer import Pointer
    from wirctl.load.files import Faulty, File
    from wirctl.load.names import Names

_FROM_OUTSIDE = "carried_over"
_ENDS_ITS_ORIGIN = frozenset({"renamed", "moved", "merged", "replaced"})


class _Entry(NamedTuple):
    """One declared origin: what happened, to which elements, and where that is written."""

    kind: str
    origins: tuple[str, ...]
    at: Pointer


class _Family(NamedTuple):
    """What files say of their origins and successors, by id; only of those that say something."""

    files: Mapping[str, File]
    entries: Mapping[str, tuple[_Entry, ...]]
    withdrawn: frozenset[str]

    @classmethod
    def of(cls, owners: Mapping[str, File], faulty: Faulty) -> _Family:
        """What is written in these files, without what is at fault already."""
        sound = {
            name: file
            for name, file in owners.items()
            if "lineage" in file.record and not faulty.has(file, "lineage")
        }
        entries = {name: tuple(_entries(file)) for name, file in sound.items()}
        gone = (name for name, file in owners.items() if "withdrawn" in file.record)
        return cls(owners, entries, frozenset(gone))

    def origins(self, name: str) -> Iterator[str]:
        """The elements of this plan from which one comes."""
        for entry in self.entries.get(name, ()):
            if entry.kind != _FROM_OUTSIDE:
                yield from entry.origins

    def children(self) -> Mapping[str, frozenset[str]]:
        """Id to the ids of the elements that come from it."""
        found: dict[str, set[str]] = {}
        for name in self.entries:
            for origin in self.origins(name):
                found.setdefault(origin, set()).add(name)
        return {origin: frozenset(names) for origin, names in found.items()}


def _entries(file: File) -> Iterator[_Entry]:
    entries = list_of(file.record.get("lineage"))
    names = item_names(entries, file.kind.keys_of(("lineage",)))
    for entry, name in zip(entries, names, strict=True):
        origins = (text_of(item) for item in list_of(record_of(entry).get("from")))
        kind = text_of(record_of(entry).get("kind"))
        yield _Entry(kind, tuple(filter(None, origins)), ("lineage", name))


def lineage_findings(
    owners: Mapping[str, File], names: Names, faulty: Faulty
) -> Iterator[Diagnostic]:
    """Where declared lineage leads nowhere, contradicts itself, or is told on one side only."""
    family = _Family.of(owners, faulty)
    parts = Counter(
        origin
        for entries in family.entries.values()
        for entry in entries
        for origin in (entry.origins if entry.kind == "split" else ())
    )
    for name, entries in family.entries.items():
        file = owners[name]
        for entry in entries[:LIMIT]:
            yield from _origins(file, entry, family, names, faulty)
            yield from _directions(file, entry, parts)
    yield from _circles(family)
    yield from _successors(family, faulty)


def _origins(
    file: File, entry: _Entry, family: _Family, names: Names, faulty: Faulty
) -> Iterator[Diagnostic]:
    """Origins that never were, and such as are still there although they should have ended."""
    if entry.kind == _FROM_OUTSIDE:
        return
    for origin in entry.origins[:LIMIT]:
        at = (*entry.at, "from", origin)
        known = family.files.get(origin)
        if not names.has(origin):
            near = meant(origin, names.fitting((file.kind.name,)))
            hint_de = f"Gemeint ist wohl {near}. " if near else ""
            hint_en = f"Did you mean {near}? " if near else ""
            yield _say(say.UNKNOWN_ORIGIN, file, at, id=origin, hint_de=hint_de, hint_en=hint_en)
        elif (
            known is not None
            and entry.kind in _ENDS_ITS_ORIGIN
            and origin not in family.withdrawn
            and origin != file.id
            and not faulty.has(known, "withdrawn")
        ):
            yield _say(say.ORIGIN_NOT_WITHDRAWN, file, at, id=file.id, origin=origin)


def _directions(file: File, entry: _Entry, parts: Counter[str]) -> Iterator[Diagnostic]:
    count = len(entry.origins)
    if entry.kind == "split" and count != 1:
        yield _say(say.SPLIT_FROM_SEVERAL, file, (*entry.at, "from"), count=count)
    elif entry.kind == "split" and parts[entry.origins[0]] == 1:
        yield _say(say.SPLIT_WITHOUT_SIBLING, file, entry.at, id=file.id, parent=entry.origins[0])
    elif entry.kind == "merged" and count == 1:
        yield _say(say.MERGE_OF_ONE, file, (*entry.at, "from"))


def _circles(family: _Family) -> Iterator[Diagnostic]:
    """A finding for each circle of origins, at its first element by id."""
    done: set[str] = set()
    for start in family.entries:
        way: dict[str, Iterator[str]] = {start: family.origins(start)} if start not in done else {}
        while way:
            here = next(reversed(way))
            origin = next(way[here], None)
            if origin is None:
                done.add(here)
                del way[here]
            elif origin in way:
                yield _circle(family, list(way)[list(way).index(origin) :])
            elif origin not in done:
                way[origin] = family.origins(origin)


def _circle(family: _Family, circle: list[str]) -> Diagnostic:
    first = circle.index(min(circle))
    circle = [*circle[first:], *circle[:first]]
    shown = [*circle[:5], *(["…"] if len(circle) > 5 else []), circle[0]]  # noqa: PLR2004
    path = " ← ".join(shown)
    file = family.files[circle[0]]
    return _say(say.LINEAGE_CYCLE, file, ("lineage",), id=circle[0], path=path)


def _successors(family: _Family, faulty: Faulty) -> Iterator[Diagnostic]:
    """Where a tombstone leaves out an element that says it comes from there.

    The other way round nothing is missing: what goes may become part of an element that was
    there before, and does not come from it.
    """
    children = family.children()
    for name in sorted(family.withdrawn & children.keys()):
        file = family.files[name]
        told = list_of(record_of(file.record.get("withdrawn")).get("to"))
        if told and not faulty.has(file, "withdrawn"):
            for child in sorted(children[name].difference(map(text_of, told))):
                at = ("withdrawn", "to")
                yield _say(say.SUCCESSOR_NOT_NAMED, file, at, id=name, successor=child)


def _say(message: Message, file: File, at: Pointer, **words: Argument) -> Diagnostic:
    return Diagnostic(message.id, message.severity, file.subject, at, tuple(words.items()))
