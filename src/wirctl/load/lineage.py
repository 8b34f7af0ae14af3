"""Where elements come from: directions, and no circles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Argument, Diagnostic
from wirctl.core.items import item_names
from wirctl.core.value import list_of, record_of, text_of
from wirctl.load import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.pointer import Pointer
    from wirctl.load.files import File


def lineage_findings(files: Iterable[File]) -> Iterator[Diagnostic]:
    """Where declared lineage contradicts itself."""
    files = tuple(files)
    parents = {file.id: tuple(origins(file)) for file in files}
    parts = Counter(
        origin
        for file in files
        for kind, ids, _ in _entries(file)
        if kind == "split"
        for origin in ids
    )
    for file in files:
        yield from _circles(file, parents)
        for kind, ids, at in _entries(file):
            yield from _directions(file, kind, ids, at, parts)


def origins(file: File) -> Iterator[str]:
    """The ids that the element declares to come from."""
    for _, ids, _ in _entries(file):
        yield from ids


def _entries(file: File) -> Iterator[tuple[str, tuple[str, ...], Pointer]]:
    entries = list_of(file.record.get("lineage"))
    names = item_names(entries, file.kind.keys_of(("lineage",)))
    for entry, name in zip(entries, names, strict=True):
        ids = tuple(text_of(item) for item in list_of(record_of(entry).get("from")))
        yield text_of(record_of(entry).get("kind")), ids, ("lineage", name)


def _directions(
    file: File, kind: str, ids: tuple[str, ...], at: Pointer, parts: Counter[str]
) -> Iterator[Diagnostic]:
    if kind == "split" and len(ids) != 1:
        yield _say(say.SPLIT_FROM_SEVERAL, file, (*at, "from"), count=len(ids))
    elif kind == "split" and parts[ids[0]] == 1:
        yield _say(say.SPLIT_WITHOUT_SIBLING, file, at, id=file.id, parent=ids[0])
    elif kind == "merged" and len(ids) == 1:
        yield _say(say.MERGE_OF_ONE, file, (*at, "from"))


def _circles(file: File, parents: Mapping[str, tuple[str, ...]]) -> Iterator[Diagnostic]:
    """A finding at the first element, by id, of a circle of origins."""
    circle = _circle(file.id, parents)
    if circle and file.id == min(circle):
        path = " ← ".join((*circle, file.id))
        yield _say(say.LINEAGE_CYCLE, file, ("lineage",), id=file.id, path=path)


def _circle(start: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids on a way of origins from `start` back to it, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for origin in parents.get(way[-1], ()):
            if origin == start:
                return way
            if origin not in seen:
                seen.add(origin)
                ways.append((*way, origin))
    return ()


def _say(message: Message, file: File, at: Pointer, **words: Argument) -> Diagnostic:
    return Diagnostic(message.id, message.severity, file.subject, at, tuple(words.items()))
