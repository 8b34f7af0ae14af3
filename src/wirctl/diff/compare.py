"""What changed in meaning between two versions; only files that differ are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.change import Change
from wirctl.core.diagnostic import Subject
from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.operation import Act, Operation, operations
from wirctl.diff.registry import every_kind
from wirctl.diff.side import Side
from wirctl.diff.situation import Situation, Verdict
from wirctl.diff.weigh import weight_of
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.diff.registry import ChangeKind
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind
    from wirctl.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and what lies between them.

    `changes` are sorted by kind of element, id and the schema's order of fields. `form_only`
    are the paths, on the newer side, of files that were written otherwise but say the same.
    `verdicts` are the last decisions, by id of their item, that only the newer version knows.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...]
    form_only: tuple[str, ...]
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class _Pair:
    kind: Kind
    old: Element | None
    new: Element | None
    lineage_kind: str = ""
    origins: tuple[str, ...] = ()


def compare(old: Tree, new: Tree) -> Comparison:
    """The changes from the older to the newer version.

    Raises:
        UnreadableVersionError: a file that differs cannot be read on one side.
    """
    before, after = Side.of(old), Side.of(new)
    ids = _touched(before, after)
    verdicts = _verdicts(before, after, ids)
    kinds = tuple(every_kind().values())
    found: list[Change] = []
    same: list[str] = []
    for pair in _pairs(before, after, ids):
        changes = tuple(_changes(pair, verdicts, kinds))
        found.extend(changes)
        if not changes and pair.new is not None:
            same.append(pair.new.path)
    return Comparison(before, after, tuple(found), tuple(sorted(same)), verdicts)


def _touched(before: Side, after: Side) -> tuple[str, ...]:
    """The ids of elements whose file differs, moved or is on one side only; they are read."""
    old, new = before.tree.contents(), after.tree.contents()
    ids = {
        id
        for id in {*before.paths, *after.paths}
        if _place(before, old, id) != _place(after, new, id)
    }
    for side in (before, after):
        side.read(sorted(side.paths[id] for id in ids if id in side.paths))
    return tuple(sorted(ids))


def _place(side: Side, contents: Mapping[str, str], id: str) -> tuple[str, str]:
    path = side.paths.get(id, "")
    return path, contents.get(path, "")


def _pairs(before: Side, after: Side, ids: Iterable[str]) -> Iterator[_Pair]:
    """Old and new of each element in the order of kinds and ids; one event for a renaming."""
    pairs = [pair for id in ids for pair in _pair(before, after, id)]
    continued = {
        origin for pair in pairs if pair.old and pair.lineage_kind for origin in pair.origins
    }
    order = {kind.name: place for place, kind in enumerate(after.kinds)}
    for pair in sorted(pairs, key=lambda pair: (order.get(pair.kind.name, len(order)), _id(pair))):
        if pair.lineage_kind or _id(pair) not in continued:
            yield pair


def _id(pair: _Pair) -> str:
    element = pair.new or pair.old
    return element.id if element is not None else ""


def _pair(before: Side, after: Side, id: str) -> Iterator[_Pair]:
    old, new = before.element(id), after.element(id)
    element = new or old
    if element is None:
        return
    kind = after.kind(element.kind) or before.kind(element.kind)
    if kind is None:
        return
    if old is None and new is not None:
        lineage, origins = _lineage(new, before)
        if lineage in _GOES_ON and len(origins) == 1:
            old = before.element(origins[0])
        yield _Pair(kind, old, new, lineage, origins)
    else:
        yield _Pair(kind, old, new)


_GOES_ON = frozenset({"renamed", "moved", "carried_over", "replaced"})


def _lineage(new: Element, before: Side) -> tuple[str, tuple[str, ...]]:
    """The kind of lineage that a new element declares, with the origins the older side has."""
    for entry in list_of(new.value.get("lineage")):
        ids = [text_of(item) for item in list_of(record_of(entry).get("from"))]
        origins = tuple(item for item in ids if item in before.paths)
        if origins:
            return text_of(record_of(entry).get("kind")), origins
    return "", ()


def _verdicts(before: Side, after: Side, ids: Iterable[str]) -> Mapping[str, Verdict]:
    """The last decision on each item that only the newer version knows."""
    found: list[tuple[str, str, Verdict]] = []
    for id in ids:
        new, old = after.element(id), before.element(id)
        if new is None or new.kind != "round":
            continue
        known = {_item(entry) for entry in list_of(old.value.get("decisions"))} if old else set()
        for entry in map(record_of, list_of(new.value.get("decisions"))):
            if _item(entry) not in known:
                verdict = Verdict(new.id, text_of(entry.get("outcome")), entry)
                found.append((text_of(new.value.get("date")), _item(entry), verdict))
    return {item: verdict for _, item, verdict in sorted(found, key=lambda row: row[:2])}


def _item(entry: object) -> str:
    return text_of(record_of(entry).get("item"))


def _changes(
    pair: _Pair, verdicts: Mapping[str, Verdict], kinds: tuple[ChangeKind, ...]
) -> Iterator[Change]:
    verdict = verdicts.get(_id(pair))
    for operation in _operations(pair):
        situation = Situation(
            pair.kind, pair.old, pair.new, operation, verdict, pair.lineage_kind, pair.origins
        )
        yield _change(situation, kinds)


def _operations(pair: _Pair) -> Iterator[Operation]:
    old, new = pair.old, pair.new
    if old is None or new is None or pair.lineage_kind:
        yield _whole(old if not pair.lineage_kind else None, new)
    if old is None or new is None:
        return
    withdrawn = "withdrawn" in new.value and "withdrawn" not in old.value
    for operation in operations(old.value, new.value, pair.kind.fields):
        if withdrawn and operation.act is Act.REMOVED:
            continue  # a tombstone sheds the fields that it no longer needs
        if pair.lineage_kind and operation.at[0] in _OF_LINEAGE:
            continue  # said by the event itself
        yield operation


_OF_LINEAGE = frozenset({"id", "lineage"})


def _whole(old: Element | None, new: Element | None) -> Operation:
    return Operation(
        Act.ADDED if old is None else Act.REMOVED,
        (),
        _WHOLE,
        dict(old.value) if old is not None else None,
        dict(new.value) if new is not None else None,
    )


_WHOLE = Field("", ValueKind.RECORD, Words("", ""), Words("", ""))


def _change(situation: Situation, kinds: tuple[ChangeKind, ...]) -> Change:
    kind, words = _recognised(situation, kinds)
    operation = situation.operation
    element = situation.new or situation.old
    if element is None:
        raise LookupError(situation)
    return Change(
        kind=kind.id,
        subject=Subject(element.path, element.kind, element.id),
        at=operation.at,
        old=operation.old,
        new=operation.new,
        weight=kind.weight or weight_of(situation),
        lineage=situation.origins,
        arguments=tuple(words.items()),
    )


def _recognised(
    situation: Situation, kinds: tuple[ChangeKind, ...]
) -> tuple[ChangeKind, Mapping[str, str]]:
    """The first kind that the situation fits; the last kind fits every value that differs."""
    for kind in kinds:
        words = kind.recognise(situation)
        if words is not None:
            return kind, words
    raise LookupError(situation.operation)
