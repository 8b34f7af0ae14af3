"""What happened to the plan since somebody read it: versions by the digests of their texts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.diff.compare import compare
from wirctl.diff.side import Side
from wirctl.schema.pins import still_holds
from wirctl.source.limits import MAX_BYTES
from wirctl.source.names import is_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.flow.statements import Reading
    from wirctl.history.log import LogEntry
    from wirctl.history.repository import Repository
    from wirctl.history.rounds import RoundVersion
    from wirctl.history.version import Versions
    from wirctl.source.tree import Tree


class Past:
    """The earlier versions of a plan against one of its trees, asked only when needed.

    `versions` has to stay open. Each version is compared once. Every change is one of a single
    element. What history cannot tell, because it is not there, is cut or cannot be read, is
    answered with `None`.
    """

    def __init__(self, versions: Versions, tree: Tree) -> None:
        self._versions = versions
        self._tree = tree
        self._sides: dict[str, Side] = {}
        self._changes: dict[tuple[str, str], tuple[Change, ...] | None] = {}

    def since_read(self, reading: Reading, until: str = "") -> Sequence[Change] | None:
        """Every change from the version that was read to a round; to the tree at hand without.

        It is the version that first quoted the digests, if it holds that text, else the last
        one that does.
        """
        try:
            return self._since_read(reading, until)
        except Problem:
            return None

    def _since_read(self, reading: Reading, until: str) -> Sequence[Change] | None:
        after = self._commit_of(until)
        if after is None and self._is_closed(until):
            return None
        for commit in self._readable_at(reading):
            found = self._since(commit, after or "")
            if found is not None:
                return found
        return None

    def between(self, old: str, new: str = "") -> Sequence[Change] | None:
        """Every change between two rounds; an open one, and none, is the tree at hand.

        Between rounds that one commit closed, nobody knows.
        """
        before, after = self._commit_of(old), self._commit_of(new)
        if before is None or before == after or (after is None and self._is_closed(new)):
            return None
        return self._since(before, after or "")

    def _is_closed(self, round_id: str) -> bool:
        return any(item.round_id == round_id for item in self._rounds)

    def _commit_of(self, round_id: str) -> str | None:
        """The commit that closed a round; `None` if it is open, unknown, or cut off."""
        found = (item for item in self._rounds if item.round_id == round_id)
        return next((item.commit for item in found if not item.is_cut), None)

    def _since(self, commit: str, until: str = "") -> tuple[Change, ...] | None:
        key = (commit, until)
        if key not in self._changes:
            try:
                after = self._versions.find(until).tree if until else self._tree
                before = self._versions.find(commit).tree
                self._changes[key] = compare(before, after).singles
            except Problem:
                self._changes[key] = None
        return self._changes[key]

    def _readable_at(self, reading: Reading) -> Iterator[str]:
        """The commits at which the plan has the text that was read, the likeliest first."""
        for commit in dict.fromkeys((*self._quoted_at(reading), *self._touched_at(reading.item))):
            if self._holds(commit, reading):
                yield commit

    def _quoted_at(self, reading: Reading) -> Iterator[str]:
        """The first commit at which the file quotes the digests; the latest run of such counts."""
        wanted = [pin.encode() for pin in reading.digests.values()]
        quoting = ""
        name = _name(reading.path)
        for entry, blob in self._by_name.get(name, ()):
            data = self._blob(blob)
            if not all(pin in data for pin in wanted):
                break
            quoting = entry.commit
        if quoting:
            yield quoting
        elif self._head:
            yield self._head

    def _touched_at(self, item: str) -> Iterator[str]:
        """The commits that changed the element's file, newest first."""
        for entry, blob in self._by_name.get(item, ()):
            if blob:
                yield entry.commit

    def _holds(self, commit: str, reading: Reading) -> bool:
        try:
            side = self._side(commit)
            element = side.element(reading.item)
        except Problem:
            return False
        kind = side.kind(element.kind) if element is not None else None
        if element is None or kind is None or element.is_withdrawn:
            return False
        pins = reading.digests.items()
        return all(still_holds(pin, element.value, kind, name) for name, pin in pins)

    def _side(self, commit: str) -> Side:
        if commit not in self._sides:
            self._sides[commit] = Side.of(self._versions.find(commit).tree)
        return self._sides[commit]

    @cached_property
    def _repository(self) -> Repository | None:
        try:
            repository = self._versions.repository
        except Problem:
            return None
        return None if repository is None or repository.head is None else repository

    @property
    def _head(self) -> str:
        return (self._repository.head or "") if self._repository is not None else ""

    @cached_property
    def _rounds(self) -> tuple[RoundVersion, ...]:
        try:
            return self._versions.rounds
        except Problem:
            return ()

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[tuple[LogEntry, str]]]:
        """Name of each file, without folders and ending, to its changes, newest first.

        A file goes by its name alone: it may have lain in another folder.
        """
        found: dict[str, list[tuple[LogEntry, str]]] = {}
        if self._repository is not None:
            for entry in self._repository.log(self._head):
                for change in entry.changes:
                    if is_text(change.path):
                        found.setdefault(_name(change.path), []).append((entry, change.new))
        return found

    def _blob(self, blob: str) -> bytes:
        if not blob or self._repository is None:
            return b""
        if self._repository.sizes([blob]).get(blob, 0) > MAX_BYTES:
            return b""
        return self._repository.blobs([blob])[blob]


def _name(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]
