"""One walk over the history of a plan, from the first commit to the last."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from wirctl.core.frozen import field, frozen, replace
from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.naming import names_of
from wirctl.history.errors import ShallowCloneError
from wirctl.model.plan import Element
from wirctl.source.limits import MAX_BYTES
from wirctl.source.names import is_text
from wirctl.source.pieces import Pieces
from wirctl.source.tree import is_plan_file
from wirctl.trail.answer import Unread
from wirctl.trail.equality import differing
from wirctl.trail.node import Mark, Node, Step, fresh_record, joined
from wirctl.trail.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.value import Record
    from wirctl.history.log import LogEntry
    from wirctl.history.repository import Repository
    from wirctl.schema.kind import Kind, Kinds

_FROM_OUTSIDE = "carried_over"
_MEMORY = 4_000
"""So many documents are remembered by their content: some come back and go again."""

_AHEAD = 400
"""So many more are read with the first one that is missing."""

Files: TypeAlias = tuple[tuple[str, str], ...]
"""Path and blob of each file that bears one name: one, where the plan is in order."""


class Entry(NamedTuple):
    """One element after a commit, with the marks of all its parts.

    `path` and `record` are as they were when the file could be read last. `former` is the
    element before only a tombstone was left of it. `is_here` tells whether it has a file.
    """

    kind: Kind
    element: Element
    node: Node
    blob: str = ""
    former: Entry | None = None
    is_here: bool = True

    @property
    def whole(self) -> Entry:
        """The element with all its fields, the last time it had them."""
        return self.former or self


@frozen
class Walk:
    """What the walk came to: the commits in its order, and the elements at the end by name."""

    commits: tuple[LogEntry, ...]
    entries: Mapping[str, Entry]
    unread: tuple[Unread, ...]


@frozen
class _State:
    """The plan after a commit."""

    entries: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, Files] = field(default_factory=dict)

    def copy(self) -> _State:
        return _State(dict(self.entries), dict(self.files))


def walk(repository: Repository, head: str, below: str, kinds: Kinds) -> Walk:
    """Every element of the plan at `head`, with the last changes of each part.

    Raises:
        ShallowCloneError: the history is cut, so that any answer could be wrong.
    """
    if repository.is_shallow:
        raise ShallowCloneError
    log = repository.log(head)
    walker = _Walker(repository, kinds, _places(log, below))
    commits = tuple(reversed(log))
    return Walk(commits, walker.run(commits), tuple(dict.fromkeys(walker.unread)))


def _places(log: Sequence[LogEntry], below: str) -> Mapping[str, str]:
    """Where the plan lies in each commit: a folder that was moved as a whole is followed."""
    places = {log[0].commit: below} if log else {}
    for entry in log:
        here = places.setdefault(entry.commit, below)
        before = _before_move(entry, here)
        for parent in entry.parents:
            places.setdefault(parent, before)
    return places


def _before_move(entry: LogEntry, here: str) -> str:
    """The folder of the plan before a commit: another one if its head came from there."""
    head = _joined(here, "plan.yaml")
    came = any(change.path == head and not any(change.old) for change in entry.changes)
    if came and len(entry.parents) == 1:
        left = [change.path for change in entry.changes if not change.new]
        heads = [path for path in left if path.rpartition("/")[2] == "plan.yaml"]
        if len(heads) == 1:
            return heads[0].rpartition("/")[0]
    return here


def _joined(below: str, path: str) -> str:
    return f"{below}/{path}" if below else path


@lru_cache(_MEMORY)
def _inside(below: str, path: str) -> str:
    """The path from the plan's folder; the empty text for what lies elsewhere, or is no text."""
    if below and not path.startswith(f"{below}/"):
        return ""
    rest = path[len(below) + 1 :] if below else path
    is_ours = is_plan_file(rest) and not rest.endswith(".json") and is_text(rest)
    return rest if is_ours else ""


class _Walker:
    """Keeps the plan after each commit as long as a later commit needs it."""

    def __init__(self, repository: Repository, kinds: Kinds, places: Mapping[str, str]) -> None:
        self._repository = repository
        self._kinds = kinds
        self._places = places
        self._documents: dict[str, Record] = {}
        self._pieces = Pieces()
        self._names: dict[str, str] = {}
        self._bodies: tuple[str, ...] | None = None
        self._current: Mapping[str, Entry] = {}
        self._scales = Scales(self._names_of_bodies)
        self._ahead: Iterator[str] = iter(())
        self.unread: list[Unread] = []

    def run(self, commits: Sequence[LogEntry]) -> Mapping[str, Entry]:
        """The elements after the last commit, by name."""
        self._ahead = self._coming(commits)
        waiting = Counter(parent for entry in commits for parent in entry.parents)
        states: dict[str, _State] = {}
        state = _State()
        for place, entry in enumerate(commits):
            state = self._before(entry, states, waiting)
            others = [states.get(parent, _State()) for parent in entry.parents[1:]]
            self._apply(place, entry, state, others)
            states[entry.commit] = state
            for parent in entry.parents:
                waiting[parent] -= 1
                if not waiting[parent]:
                    states.pop(parent, None)
        return state.entries

    def _coming(self, commits: Iterable[LogEntry]) -> Iterator[str]:
        """The contents that the walk will meet, so that many are read at once."""
        for entry in commits:
            here = self._places[entry.commit]
            for change in entry.changes:
                if change.new and self._name(_inside(here, change.path)):
                    yield change.new

    def _before(
        self, entry: LogEntry, states: Mapping[str, _State], waiting: Mapping[str, int]
    ) -> _State:
        """The plan as the first parent left it: a copy, where another commit needs it too."""
        first = next(iter(entry.parents), "")
        known = states.get(first)
        if known is None:
            return _State()
        return known if waiting[first] == 1 else known.copy()

    def _apply(self, place: int, entry: LogEntry, state: _State, others: Sequence[_State]) -> None:
        files = self._merged(entry, state) if others else self._changed(entry, state)
        if not files:
            return
        pasts = (state, *others)
        self._read(files, pasts)
        self._current, self._bodies = state.entries, None
        moved = {
            name: self._entry(Mark(place, name), entry.commit, there, pasts)
            for name, there in files.items()
        }
        for name, found in moved.items():
            state.files[name] = files[name]
            if found is not None:
                state.entries[name] = found

    def _changed(self, entry: LogEntry, state: _State) -> dict[str, Files]:
        """The files of each name that the commit touched, as it left them."""
        here = self._places[entry.commit]
        there = self._places[entry.parents[0]] if entry.parents else here
        gone = {_inside(there, change.path) for change in entry.changes if not change.new}
        came = {_inside(here, change.path): change.new for change in entry.changes if change.new}
        named: dict[str, dict[str, str]] = {}
        for path in (*gone, *came):
            name = self._name(path)
            if name and name not in named:
                known = state.files.get(name, ())
                named[name] = {path: blob for path, blob in known if path not in gone}
        for path, blob in came.items():
            name = self._name(path)
            if name:
                named[name][path] = blob
        return {name: tuple(sorted(found.items())) for name, found in named.items()}

    def _merged(self, entry: LogEntry, state: _State) -> dict[str, Files]:
        """The files of each name that a merge left otherwise than its first parent."""
        listed = self._repository.tree(entry.commit, self._places[entry.commit]).files
        named: dict[str, dict[str, str]] = {name: {} for name in state.files}
        for path, blob in listed.items():
            name = self._name(path if is_plan_file(path) and is_text(path) else "")
            if name:
                named.setdefault(name, {})[path] = blob
        found = {name: tuple(sorted(files.items())) for name, files in named.items()}
        return {name: there for name, there in found.items() if there != state.files.get(name)}

    def _name(self, path: str) -> str:
        """What the element in a file is called; the empty text for what is none."""
        known = self._names.get(path)
        if known is None:
            place = self._kinds.place(path)
            is_none = not path or path.endswith(".json") or place.kind is None
            known = self._names[path] = "" if is_none else place.id or path
        return known

    def _read(self, files: Mapping[str, Files], pasts: Iterable[_State]) -> None:
        """Parse what is new in these files, each content once."""
        known = {
            entry.blob for name in files for past in pasts if (entry := past.entries.get(name))
        }
        paths = {blob: path for there in files.values() for path, blob in there}
        wanted = [blob for blob in paths if blob not in self._documents and blob not in known]
        if wanted:
            ahead = (blob for blob in islice(self._ahead, _AHEAD) if blob not in self._documents)
            self._parse(dict.fromkeys((*wanted, *ahead)))
        while len(self._documents) > _MEMORY + len(paths):
            del self._documents[next(iter(self._documents))]

    def _parse(self, blobs: Iterable[str]) -> None:
        wanted = tuple(blobs)
        sizes = self._repository.sizes(wanted)
        small = [blob for blob in wanted if sizes.get(blob, 0) <= MAX_BYTES]
        for blob, data in self._repository.blobs(small).items():
            self._documents[blob] = self._pieces.record(data)

    def _entry(
        self, mark: Mark, commit: str, there: Files, pasts: Sequence[_State]
    ) -> Entry | None:
        """The element after the commit; `None` for one of which nothing is known."""
        name = mark.id
        known = [entry for past in pasts if (entry := past.entries.get(name)) is not None]
        if not there:
            return known[0]._replace(is_here=False, blob="") if known else None
        path, blob = there[0]
        for entry in known:
            if entry.blob == blob and len(there) == 1:
                moved = replace(entry.element, path=path)
                return entry if entry.element == moved else entry._replace(element=moved)
        record = self._documents.get(blob, {}) if len(there) == 1 else {}
        if not record:
            self.unread.extend(Unread(path, commit) for path, _ in there)
            return known[0]._replace(blob=blob) if known else None
        kind = self._kinds.place(path).kind
        if kind is None:
            return None
        id = (text_of(record.get("id")) or kind.name) if kind.file else name
        element = Element(kind.name, id, path, record)
        return self._advanced(
            Mark(mark.place, id), Entry(kind, element, Node(), blob), known, pasts
        )

    def _advanced(
        self, mark: Mark, bare: Entry, known: Sequence[Entry], pasts: Sequence[_State]
    ) -> Entry:
        """The entry with its marks, out of what the element was and what it comes from."""
        nodes = [self._from(mark, bare, entry) for entry in known]
        for lineage, origin in _lineage(bare.element.value).items():
            if not any(lineage in _lineage(entry.element.value) for entry in known):
                found = (past.entries.get(origin) for past in pasts)
                came = next((entry for entry in found if entry is not None), None)
                if came is not None and came.element.id != bare.element.id:
                    nodes.append(self._from(mark, bare, came.whole, lineage[0]))
        if not nodes:
            whole = fresh_record(bare.element.value, bare.kind.fields, mark)
            return bare._replace(node=whole)
        former = known[0].whole if known and bare.element.is_withdrawn else None
        return bare._replace(node=joined(nodes, mark), former=former)

    def _from(self, mark: Mark, bare: Entry, origin: Entry, lineage: str = "") -> Node:
        old, new = origin.element, bare.element
        names = differing(old.value, new.value)
        if not names:
            return origin.node
        weighed = self._scales.weighed(bare.kind, old, new, names, lineage)
        node = origin.node
        if origin.kind is not bare.kind:  # What an equal value says may differ by its kind.
            names = frozenset({*old.value, *new.value})
        elif not weighed.weights:
            names = frozenset()
        if names:
            node = Step(mark, weighed).record(old.value, new.value, names, bare.kind.fields, node)
        return node._replace(substantive=mark) if lineage else node

    def _names_of_bodies(self) -> tuple[str, ...]:
        if self._bodies is None:
            self._bodies = tuple(
                sorted(
                    {
                        name
                        for entry in self._current.values()
                        if entry.kind.name == "body"
                        for name in names_of(entry.element.value)
                    }
                )
            )
        return self._bodies


def _lineage(record: Record) -> Mapping[tuple[str, str], str]:
    """The origins that an element declares, by kind of lineage and id, without those elsewhere."""
    found = {}
    for entry in map(record_of, list_of(record.get("lineage"))):
        kind = text_of(entry.get("kind"))
        for origin in filter(None, map(text_of, list_of(entry.get("from")))):
            if kind != _FROM_OUTSIDE:
                found[kind, origin] = origin
    return found
