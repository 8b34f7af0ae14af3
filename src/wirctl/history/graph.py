"""Which commit came from which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


@frozen
class Graph:
    """A history as commits with their parents, children before parents."""

    parents: Mapping[str, tuple[str, ...]]

    def new(self, commit: str, known: Collection[str]) -> set[str]:
        """The commit and all it came from, as far as they are not known."""
        found: set[str] = set()
        pending = [commit]
        while pending:
            here = pending.pop()
            if here not in found and here not in known:
                found.add(here)
                pending.extend(self.parents.get(here, ()))
        return found

    def latest(self, commits: Collection[str]) -> tuple[str, ...]:
        """Those of the commits that no other of them came from, newest first."""
        latest: list[str] = []
        known: set[str] = set()
        for commit in self.parents:
            if commit in commits and commit not in known:
                latest.append(commit)
                known |= self.new(commit, known)
        return tuple(latest)

    def first_merged(self, head: str, commits: Collection[str]) -> str:
        """The one of the commits that came first into the line of first parents below `head`."""
        known: set[str] = set()
        for stop in reversed(self.line(head)):
            added = self.new(stop, known)
            arrived = [commit for commit in commits if commit in added]
            if arrived:
                return stop if stop in arrived else min(arrived)
            known |= added
        return min(commits)

    def line(self, head: str) -> tuple[str, ...]:
        """The commit, its first parent, and so on to the beginning."""
        line: list[str] = []
        here: str | None = head
        while here is not None and here in self.parents:
            line.append(here)
            here = next(iter(self.parents[here]), None)
        return tuple(line)
