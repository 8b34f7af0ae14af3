"""What the fields of an element said in each round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.items import item_names
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of
from wirctl.history.errors import ShallowCloneError
from wirctl.history.revision import RevisionTree
from wirctl.history.rounds import versions
from wirctl.load import kinds_of
from wirctl.schema.canonical import canonical
from wirctl.source.document import read
from wirctl.trail.answer import Touch
from wirctl.trail.attribution import sessions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.history.repository import Repository
    from wirctl.schema.kind import Kind, Kinds
    from wirctl.trail.attribution import Session

_FROM_OUTSIDE = "carried_over"


@frozen
class Moment:
    """A value, and the round that first had it; `None` where there was none any more."""

    value: Value
    touch: Touch


@frozen
class Series:
    """The values of one place in an element, in the order of rounds."""

    pointer: Pointer
    moments: tuple[Moment, ...]


@frozen
class History:
    """An element and its values; `bodies` gives the titles of bodies, `unread` versions by name.

    A version is unread where the element's file is there and cannot be read.
    """

    id: str
    kind: Kind
    label: str
    language: str
    series: tuple[Series, ...]
    bodies: Mapping[str, str]
    unread: tuple[str, ...]


@frozen
class _Version:
    """The plan at a commit: where it lies, and the round that this commit closed, if any."""

    tree: RevisionTree
    commit: str
    session: Session | None

    def records(self, kinds: Kinds, names: Iterable[str]) -> Mapping[str, Record | None]:
        """The elements of these names that are there; `None` for what cannot be read."""
        wanted = set(names)
        paths = {path: kinds.place(path) for path in self.tree.paths()}
        mine = {path: place.id or path for path, place in paths.items() if place.kind}
        named = {path: name for path, name in mine.items() if name in wanted}
        data = self.tree.read(named)
        return {name: _record(data.get(path, b"")) for path, name in named.items()}


def _record(data: bytes) -> Record | None:
    document = read("", data)
    sound = is_record(document.value) and not document.unreadable
    return record_of(document.value) if sound else None


def history(repository: Repository, below: str, id: str, at: Pointer = ()) -> History | None:
    """The values of an element over the rounds, and after the last; of one place, or of each field.

    An element that was renamed, moved or replaced has had the values of the one before.
    `None` where the commit that is checked out has no such element.

    Raises:
        ShallowCloneError: the history is cut.
    """
    if repository.is_shallow:
        raise ShallowCloneError
    if repository.head is None:
        return None
    now = RevisionTree(repository, repository.head, below, "HEAD")
    kinds, _ = kinds_of(now)
    past = _versions(repository, repository.head, below)
    last = _Version(now, repository.head, None)
    found = last.records(kinds, [id]).get(id)
    kind = _kind(now, kinds, id)
    if found is None or kind is None:
        return None
    names = _line(id, found, past, kinds)
    states, unread = _states((*past, last), kinds, names)
    places = [at] if at else [(name,) for name in _order(kind, (record for record, _ in states))]
    series = (Series(place, tuple(_moments(place, states, kind))) for place in places)
    bodies = last.records(kinds, (name for name in _names(now, kinds, "body")))
    plan = next(iter(last.records(kinds, ["plan.yaml"]).values()), None) or {}
    return History(
        id=id,
        kind=kind,
        label=text_of(found.get(kind.label)),
        language=next((text_of(item) for item in list_of(plan.get("languages"))), ""),
        series=tuple(item for item in series if item.moments),
        bodies={name: text_of((body or {}).get("title")) for name, body in bodies.items()},
        unread=unread,
    )


def _versions(repository: Repository, head: str, below: str) -> tuple[_Version, ...]:
    found = zip(versions(repository, head, below), sessions(repository, head, below), strict=True)
    return tuple(
        _Version(
            RevisionTree(repository, item.commit, item.below, item.round_id), item.commit, session
        )
        for item, session in found
    )


def _kind(tree: RevisionTree, kinds: Kinds, id: str) -> Kind | None:
    places = ((path, kinds.place(path)) for path in tree.paths())
    return next((place.kind for path, place in places if (place.id or path) == id), None)


def _names(tree: RevisionTree, kinds: Kinds, kind: str) -> Iterator[str]:
    for path in tree.paths():
        place = kinds.place(path)
        if place.kind is not None and place.kind.name == kind:
            yield place.id


def _line(id: str, record: Record, past: Sequence[_Version], kinds: Kinds) -> tuple[str, ...]:
    """The id and those that it had before, the latest first."""
    names = [id]
    origin = _origin(record)
    while origin and origin not in names:
        names.append(origin)
        known = (version.records(kinds, [origin]).get(origin) for version in reversed(past))
        origin = _origin(next((item for item in known if item), {}))
    return tuple(names)


def _origin(record: Record) -> str:
    """The one element that this one goes on from, or the empty text."""
    for entry in map(record_of, list_of(record.get("lineage"))):
        ids = [text_of(item) for item in list_of(entry.get("from"))]
        if len(ids) == 1 and text_of(entry.get("kind")) != _FROM_OUTSIDE:
            return ids[0]
    return ""


def _states(
    found: Sequence[_Version], kinds: Kinds, names: Sequence[str]
) -> tuple[list[tuple[Record, Touch]], tuple[str, ...]]:
    """The element in each version that can be read: under its first name that is there."""
    states: list[tuple[Record, Touch]] = []
    unread: list[str] = []
    for version in found:
        records = version.records(kinds, names)
        name = next((name for name in names if name in records), names[0])
        record = records.get(name, {})
        if record is None:
            unread.append(version.tree.label)
        else:
            states.append((record, _touch(version, name)))
    return states, tuple(unread)


def _touch(version: _Version, name: str) -> Touch:
    session = version.session
    if session is None:
        return Touch(version.commit, "", name)
    verdict = session.verdicts.get(name)
    decided = (verdict.outcome, verdict.paper) if verdict is not None else ()
    return Touch(version.commit, session.date, name, session.round, session.body, *decided)


def _order(kind: Kind, records: Iterable[Record]) -> Iterator[str]:
    """Every field that the element ever had, in the order of the schema."""
    had = {name for record in records for name in record}
    yield from (name for name in kind.fields if name in had)
    yield from sorted(had - set(kind.fields))


def _moments(at: Pointer, states: Iterable[tuple[Record, Touch]], kind: Kind) -> Iterator[Moment]:
    """The value where it is first of all, and wherever it means something else than before."""
    field = kind.field_at(at)
    before: object = None
    for record, touch in states:
        value = value_at(record, at, kind)
        meaning = canonical(value, field) if field is not None else value
        if meaning != before:
            yield Moment(None if meaning is None else value, touch)
        before = meaning


def value_at(record: Record, at: Pointer, kind: Kind) -> Value:
    """The value that a pointer leads to, `None` where it leads nowhere."""
    value: Value = dict(record)
    names: tuple[str, ...] = ()
    for name in at:
        if is_list(value):
            items = list_of(value)
            known = dict(zip(item_names(items, kind.keys_of(names)), items, strict=True))
            value = known.get(name)
        else:
            names = (*names, name)
            value = record_of(value).get(name)
    return value
