"""What `git log --raw -z` writes, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.frozen import frozen, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

FORMAT = "%H %P%x1f%aI%x1f%cI"
"""One record per commit; the raw entries follow, each ended by NUL."""


class FileChange(NamedTuple):
    """One file in one commit, against each parent.

    `old` holds one blob id per parent (a single empty one for a first commit), `new` the
    id afterwards; an id is empty where there is no file. A merge lists only the files that
    differ from all its parents, and has one letter of `status` for each.
    """

    status: str
    old: tuple[str, ...]
    new: str
    path: str


@frozen
class LogEntry:
    """One commit: its parents as they are in truth, its dates (ISO 8601), what it changed."""

    commit: str
    parents: tuple[str, ...]
    date: str
    committed: str
    changes: tuple[FileChange, ...]


def parse(output: bytes) -> tuple[LogEntry, ...]:
    """Every commit of the log, in the order git gave."""
    return tuple(_entries(iter(output.split(b"\0"))))


def narrowed(log: Iterable[LogEntry], folders: Collection[str]) -> tuple[LogEntry, ...]:
    """What a log tells of these folders: the commits that changed something there."""
    inside = tuple(f"{folder}/" for folder in folders)
    found = (
        (entry, tuple(change for change in entry.changes if change.path.startswith(inside)))
        for entry in log
    )
    return tuple(replace(entry, changes=changes) for entry, changes in found if changes)


def _entries(tokens: Iterator[bytes]) -> Iterator[LogEntry]:
    header: bytes | None = None
    changes: list[FileChange] = []
    for token in tokens:
        line = token.lstrip(b"\n")
        if line.startswith(b":"):
            changes.append(_change(line, next(tokens)))
        elif line:
            if header is not None:
                yield _entry(header, changes)
            header, changes = line, []
    if header is not None:
        yield _entry(header, changes)


def _entry(header: bytes, changes: list[FileChange]) -> LogEntry:
    ids, date, committed = header.decode("utf-8", "replace").split("\x1f")
    commit, *parents = ids.split()
    return LogEntry(commit, tuple(parents), date, committed, tuple(changes))


def _change(line: bytes, path: bytes) -> FileChange:
    """Read `::mode mode mode id id id XY`: as many colons as parents."""
    fields = line.decode("ascii").lstrip(":").split(" ")
    parents = len(fields) // 2 - 1
    *old, new = (_present(name) for name in fields[parents + 1 : -1])
    return FileChange(fields[-1], tuple(old), new, path.decode("utf-8", "surrogateescape"))


def _present(object_id: str) -> str:
    return object_id if object_id.strip("0") else ""
