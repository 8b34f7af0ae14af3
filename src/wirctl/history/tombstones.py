"""What came back under the id of something that a closed round knew as withdrawn (entfallen)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.value import record_of, text_of
from wirctl.history import messages as say
from wirctl.history.ids import ids_in
from wirctl.source.document import read
from wirctl.source.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.value import Value
    from wirctl.history.ids import Place
    from wirctl.history.repository import Repository
    from wirctl.source.tree import Tree

_MARK = b"\nwithdrawn:"
_TITLES = ("title", "label")


def tombstone_findings(
    repository: Repository, earlier: Mapping[str, Mapping[str, Place]], tree: Tree
) -> Iterator[Diagnostic]:
    """Where an id whose element was withdrawn stands for an element of another title.

    An element may come back: under the title that it had. Only files that changed between
    rounds are read, and of those that a partial clone lacks nothing is said.
    """
    lives = _lives(earlier)
    data = _known(repository, {blob for life in lives.values() for _, blob in life})
    dead = {name: _death(life, data) for name, life in lives.items()}
    now = {name: place for name, place in ids_in(tree.paths()).items() if dead.get(name)}
    texts = tree.read([place.path for place in now.values()])
    for name, place in sorted(now.items()):
        round_id, grave, after = dead[name] or ("", "", "")
        today = texts.get(place.path, b"")
        was, there = _record(data[grave]), _record(data[after] if after else today)
        title, other = _title(was), _title(there)
        if title and other and title != other and _MARK not in today:
            at = next(field for field in _TITLES if field in there)
            subject = Subject(place.path, id=name)
            words = (("id", name), ("round", round_id), ("before", title), ("now", other))
            message = say.WITHDRAWN_ID_REUSED
            yield Diagnostic(message.id, message.severity, subject, (at,), words)


def _lives(
    earlier: Mapping[str, Mapping[str, Place]],
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Id to its rounds with the blob of each, in order; only where the file ever changed."""
    lives: dict[str, list[tuple[str, str]]] = {}
    for round_id, ids in earlier.items():
        for name, place in ids.items():
            life = lives.setdefault(name, [])
            if not life or life[-1][1] != place.blob:
                life.append((round_id, place.blob))
    return {name: tuple(life) for name, life in lives.items() if len(life) > 1}


def _known(repository: Repository, blobs: Iterable[str]) -> Mapping[str, bytes]:
    sizes = repository.sizes(sorted(blobs))
    return repository.blobs([blob for blob, size in sizes.items() if size <= MAX_BYTES])


def _death(
    life: Iterable[tuple[str, str]], data: Mapping[str, bytes]
) -> tuple[str, str, str] | None:
    """The last round that knew it as withdrawn, that blob, and the one of the round that followed.

    The last is empty where no round has followed.
    """
    known = [(round_id, blob) for round_id, blob in life if blob in data]
    for place in reversed(range(len(known))):
        round_id, blob = known[place]
        if _MARK in data[blob]:
            return round_id, blob, known[place + 1][1] if place + 1 < len(known) else ""
    return None


def _record(data: bytes) -> Mapping[str, Value]:
    return record_of(read("", data).value)


def _title(record: Mapping[str, Value]) -> str:
    from wirctl.core.text import canonical_line  # few plans ever get here

    titles = (text_of(record.get(name)) for name in _TITLES)
    return canonical_line(next(filter(None, titles), ""))
