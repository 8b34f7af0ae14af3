"""Which round a commit belongs to, and what that round decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.value import list_of, record_of, text_of
from wirctl.history.rounds import versions
from wirctl.source.document import read
from wirctl.source.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.value import Record
    from wirctl.history.graph import Graph
    from wirctl.history.repository import Repository
    from wirctl.history.rounds import RoundVersion


@frozen
class Verdict:
    """What a round decided on one element: outcome, and the paper if one is named."""

    outcome: str
    paper: str = ""


@frozen
class Session:
    """A closed round: its body, its date, its commit, and what it decided, by element."""

    round: str
    body: str
    date: str
    commit: str
    verdicts: Mapping[str, Verdict]


def sessions(repository: Repository, head: str, below: str) -> tuple[Session, ...]:
    """Every closed round in the order of history, as its file was when it was closed."""
    found = versions(repository, head, below)
    sizes = repository.sizes(version.blob for version in found)
    blobs = repository.blobs(blob for blob, size in sizes.items() if size <= MAX_BYTES)
    return tuple(_session(item, _record(blobs.get(item.blob, b""))) for item in found)


def _record(data: bytes) -> Record:
    return record_of(read("", data).value)


def _session(version: RoundVersion, record: Record) -> Session:
    entries = map(record_of, list_of(record.get("decisions")))
    verdicts = {
        text_of(entry.get("item")): Verdict(
            text_of(entry.get("outcome")), text_of(entry.get("paper"))
        )
        for entry in entries
    }
    body = text_of(record.get("body"))
    return Session(version.round_id, body, version.date, version.commit, verdicts)


@frozen
class Attribution:
    """Commit to the rounds whose closing commit is the first at or after it.

    They are several where one commit closed several; a commit after the last round has none.
    """

    rounds: Mapping[str, tuple[Session, ...]]

    @classmethod
    def of(cls, graph: Graph, found: tuple[Session, ...]) -> Attribution:
        """The rounds of every commit in a history."""
        rounds: dict[str, tuple[Session, ...]] = {}
        for session in found:
            together = tuple(item for item in found if item.commit == session.commit)
            if session.commit not in rounds:
                new = graph.new(session.commit, rounds.keys())
                rounds.update(dict.fromkeys(new, together))
        return cls(rounds)

    def session(self, commit: str, item: str) -> Session | None:
        """The round of a commit; of several, the one that decided on the element."""
        found = self.rounds.get(commit, ())
        deciding = (session for session in found if item in session.verdicts)
        return next(deciding, next(iter(found), None))
