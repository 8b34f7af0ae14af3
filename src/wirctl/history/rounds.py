"""The version of a round (Runde): the commit in which its own file becomes closed.

That needs no tag, survives rebase and squash, and is found in any clone by one walk over the
history of the folder `rounds/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen, replace
from wirctl.core.regex import regex
from wirctl.core.value import record_of, text_of
from wirctl.source.document import read
from wirctl.source.limits import MAX_BYTES

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from wirctl.core.value import Value
    from wirctl.history.log import FileChange, LogEntry
    from wirctl.history.repository import Repository

FOLDER = "rounds"
_FILE = regex(r"\A(?:(?P<below>.+)/)?rounds/(?:.+/)?(?P<id>[A-Z][A-Z0-9-]*)\.ya?ml\Z")
_MOVES = 8
"""How often a plan's folder may have been moved before its first rounds are given up."""


@frozen
class RoundVersion:
    """One closed round, and the commit that holds the plan as it was decided.

    `below` is the plan's folder in that commit, `path` the round's file below it, `blob`
    that file's content. `order` counts from 0 in the order of history. `shared` names the
    rounds that were closed by the same commit, `earlier` the commits that closed this one
    before it was opened again, `rivals` those on other branches that closed it too.
    `is_cut` says that the history ends at this commit (a shallow clone), so that the round
    may have been closed earlier; `is_open` that it has been opened again since.
    """

    round_id: str
    commit: str
    below: str
    path: str
    blob: str
    date: str
    closed_on: str
    order: int = 0
    shared: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    is_cut: bool = False
    is_open: bool = False


@frozen
class _State:
    """What one blob says of its round; `closed` is `None` where it cannot be read."""

    closed: bool | None = None
    date: str = ""
    closed_on: str = ""


@frozen
class _Step:
    """What one commit did to a round's file: the blobs that it found and the one it left."""

    entry: LogEntry
    place: int
    path: str
    old: tuple[str, ...]
    new: str


@frozen
class _Past:
    """All that one walk over the rounds of a plan's folder gives."""

    repository: Repository
    head: str
    below: str
    steps: Mapping[str, Sequence[_Step]]
    states: Mapping[tuple[str, str], _State]
    now: Mapping[str, str]

    def state(self, round_id: str, blob: str) -> _State:
        """What the blob says, as the file of this round."""
        return self.states.get((round_id, blob), _State())

    def closes(self, round_id: str, step: _Step) -> bool:
        """Whether the file is closed after the commit, and was with none of its parents."""
        before = any(self.state(round_id, blob).closed for blob in step.old)
        return bool(self.state(round_id, step.new).closed) and not before


def versions(repository: Repository, head: str, below: str) -> tuple[RoundVersion, ...]:
    """Every closed round in the history of `head`, in the order in which they were closed.

    A round that was closed several times counts from the last time on; one whose file has
    gone keeps its version. A plan's folder that was moved as a whole is followed.
    """
    return tuple(item for item in closings(repository, head, below) if not item.is_open)


def closings(repository: Repository, head: str, below: str) -> tuple[RoundVersion, ...]:
    """The same with the rounds that have been opened again since they were closed."""
    ordered = [
        replace(version, order=order)
        for order, (_, version) in enumerate(sorted(_closed(repository, head, below), key=_first))
    ]
    return tuple(replace(version, shared=_shared(version, ordered)) for version in ordered)


def last_closed(found: Sequence[RoundVersion]) -> RoundVersion | None:
    """The round that was closed last; of several closed by one commit, the latest by date."""
    return found[-1] if found else None


_Order = tuple[int, int, str, str]
"""Minus the moves of the folder since then, place in the log, date and id of the round."""


def _first(item: tuple[_Order, RoundVersion]) -> _Order:
    return item[0]


def _shared(version: RoundVersion, found: Iterable[RoundVersion]) -> tuple[str, ...]:
    if version.is_cut:
        return ()
    same = (other.round_id for other in found if other.commit == version.commit)
    return tuple(name for name in same if name != version.round_id)


def _closed(
    repository: Repository, head: str, below: str, moves: int = 0
) -> Iterator[tuple[_Order, RoundVersion]]:
    past = _past(repository, head, below)
    former = dict(_former(past, moves))
    cut = repository.cut()
    for round_id, steps in past.steps.items():
        closing = {step.entry.commit: step for step in steps if past.closes(round_id, step)}
        if not closing:
            continue
        commit, rivals = _counting(past, closing)
        step, state = closing[commit], past.state(round_id, closing[commit].new)
        is_open = past.state(round_id, _now(past, round_id)).closed is False
        if not step.old and round_id in former:
            place, version = former[round_id]
            yield place, replace(version, is_open=is_open)
            continue
        yield (
            (-moves, step.place, f"{state.date}~", round_id),
            RoundVersion(
                round_id=round_id,
                commit=commit,
                below=below,
                path=step.path.removeprefix(f"{below}/" if below else ""),
                blob=step.new,
                date=state.date,
                closed_on=state.closed_on,
                earlier=tuple(other for other in closing if other not in {commit, *rivals}),
                rivals=rivals,
                is_cut=commit in cut,
                is_open=is_open,
            ),
        )


def _past(repository: Repository, head: str, below: str) -> _Past:
    folder = f"{below}/{FOLDER}" if below else FOLDER
    steps = _steps(repository.log(head, [folder]))
    files = repository.tree(head, folder).files
    now = {match["id"]: blob for path, blob in files.items() if (match := _match(folder, path))}
    blobs = {blob for own in steps.values() for step in own for blob in (*step.old, step.new)}
    states = _states(repository, blobs - {""})
    return _Past(repository, head, below, steps, _by_owner(states, steps), now)


def _match(folder: str, path: str) -> re.Match[str] | None:
    return _FILE.match(f"{folder}/{path}")


def _now(past: _Past, round_id: str) -> str:
    """The blob of the round's file at the head, or the last one before it was removed."""
    last = past.steps[round_id][-1]
    return past.now.get(round_id) or last.new or last.old[0]


def _steps(entries: Sequence[LogEntry]) -> Mapping[str, Sequence[_Step]]:
    """What happened to each round, the oldest first."""
    steps: dict[str, list[_Step]] = {}
    for place, entry in enumerate(reversed(entries)):
        for round_id, changes in _by_round(entry.changes).items():
            steps.setdefault(round_id, []).append(_step(entry, place, changes))
    return steps


def _by_round(changes: Iterable[FileChange]) -> Mapping[str, Sequence[FileChange]]:
    found: dict[str, list[FileChange]] = {}
    for change in changes:
        match = _FILE.match(change.path)
        if match:
            found.setdefault(match["id"], []).append(change)
    return found


def _step(entry: LogEntry, place: int, changes: Sequence[FileChange]) -> _Step:
    """One step out of all changes to files of one name: a file that moved is still the same."""
    old = tuple(dict.fromkeys(blob for change in changes for blob in change.old if blob))
    kept = next((change for change in changes if change.new), changes[0])
    return _Step(entry, place, kept.path, old, kept.new)


def _states(repository: Repository, blobs: Collection[str]) -> dict[str, _State]:
    sizes = repository.sizes(blobs)
    small = [blob for blob in blobs if sizes.get(blob, 0) <= MAX_BYTES]
    return {blob: _State() for blob in blobs} | {
        blob: _state(data) for blob, data in repository.blobs(small).items()
    }


def _state(data: bytes) -> _State:
    if b"closed" not in data and b"\\" not in data:
        return _State(closed=False)
    document = read(FOLDER, data)
    record = record_of(document.value)
    closed = record.get("closed")
    if closed is None and document.unreadable:
        return _State()
    day = _day(record_of(closed).get("date")) or _day(closed)
    return _State(closed is not None, _day(record.get("date")), day)


def _day(value: Value) -> str:
    """A date as text; a year may have been written as a number."""
    is_year = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_year else text_of(value)


def _by_owner(
    states: Mapping[str, _State], steps: Mapping[str, Sequence[_Step]]
) -> Mapping[tuple[str, str], _State]:
    """The states by round and blob, where a file that cannot be read is as closed as before."""
    owned: dict[tuple[str, str], _State] = {}
    for round_id, step in ((round_id, step) for round_id, own in steps.items() for step in own):
        for blob in filter(None, (*step.old, step.new)):
            owned.setdefault((round_id, blob), states[blob])
        new = owned.get((round_id, step.new))
        if new is not None and new.closed is None and step.old:
            owned[round_id, step.new] = owned[round_id, step.old[0]]
    return owned


def _counting(past: _Past, commits: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The closing commit that counts, and those on other branches that do not."""
    if len(commits) == 1:
        return next(iter(commits)), ()
    graph = past.repository.graph(past.head)
    latest = graph.latest(commits)
    counting = graph.first_merged(past.head, latest)
    return counting, tuple(sorted(commit for commit in latest if commit != counting))


def _former(past: _Past, moves: int) -> Iterator[tuple[str, tuple[_Order, RoundVersion]]]:
    """The versions of those rounds that the plan's folder already held at another place.

    Where a commit brings the first rounds of this folder and removes files of the same names
    elsewhere, it moved the plan, and the rounds were closed in the history of that place.
    """
    appeared = {step.entry.commit: step.entry for own in past.steps.values() for step in own[:1]}
    for entry in appeared.values():
        if moves < _MOVES and _begins(past, entry):
            removed = _removed(past.repository.changes(entry.commit))
            for below in sorted(set(removed.values())):
                for order, version in _closed(past.repository, entry.parents[0], below, moves + 1):
                    if removed.get(version.round_id) == below:
                        yield version.round_id, (order, version)


def _begins(past: _Past, entry: LogEntry) -> bool:
    """Whether the commit has one parent, and that one has no rounds in this folder."""
    folder = f"{past.below}/{FOLDER}" if past.below else FOLDER
    return len(entry.parents) == 1 and past.repository.folder(entry.parents[0], folder) is None


def _removed(changes: Iterable[FileChange]) -> Mapping[str, str]:
    """Round to the plan's folder, for each round's file that the commit removes."""
    gone = (_FILE.match(change.path) for change in changes if not change.new)
    return {match["id"]: match["below"] or "" for match in gone if match}
