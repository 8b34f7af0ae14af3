"""What changed in meaning between two versions; only files that differ are read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wirctl.core.change import Change
from wirctl.core.frozen import frozen
from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.class_rule import every_class_rule
from wirctl.diff.difference import difference
from wirctl.diff.downgrades import KIND, downgrades
from wirctl.diff.gathering import gathered
from wirctl.diff.naming import names_of
from wirctl.diff.operation import Act, Operation, operations
from wirctl.diff.question import is_unsaid, questions
from wirctl.diff.registry import every_kind
from wirctl.diff.side import Side
from wirctl.diff.situation import Situation, Verdict
from wirctl.diff.weigh import weigh
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.value import Record
    from wirctl.diff.class_rule import ClassRule
    from wirctl.diff.downgrades import Downgrade
    from wirctl.diff.question import Question
    from wirctl.diff.registry import ChangeKind
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind
    from wirctl.source.tree import Tree


@frozen
class Comparison:
    """Two versions and what lies between them.

    `changes` are sorted by kind of element, id and the schema's order of fields; before them
    stand those that tell once what happened alike in many elements. `singles` are the changes
    of single elements alone, so that none stands for others. `form_only`
    are the paths, on the newer side, of files that were written otherwise but say the same.
    `verdicts` are the last decisions, by id of their item, that only the newer version knows.
    `unplaced` are the paths of files that differ and that no kind claims: nobody can say what
    they mean. `left_out` counts the changes that a selection left out. `questions` name elements
    that may go on as others, where nobody says so.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...]
    form_only: tuple[str, ...]
    verdicts: Mapping[str, Verdict]
    unplaced: tuple[str, ...] = ()
    singles: tuple[Change, ...] = ()
    left_out: int = 0
    questions: tuple[Question, ...] = ()


def compare(old: Tree, new: Tree) -> Comparison:
    """The changes from the older to the newer version.

    Raises:
        UnreadableVersionError: a side cannot be listed, or a file that differs cannot be read.
        TwoFilesOneIdError: an element that differs stands in two files of one side.
    """
    before, after = Side.both(old, new)
    work = _Work(before, after, _touched(before, after))
    found: list[Change] = []
    same: list[str] = []
    pairs = tuple(work.pairs())
    for pair in pairs:
        changes = tuple(work.changes(pair))
        found.extend(changes)
        if not changes and pair.new is not None:
            same.append(pair.new.path)
    return Comparison(
        before,
        after,
        gathered(found, before, after),
        tuple(sorted(same)),
        work.verdicts,
        _unplaced(before, after),
        tuple(found),
        questions=questions(_gone(pairs), _came(pairs), after.kinds),
    )


def _touched(before: Side, after: Side) -> tuple[str, ...]:
    """The names of elements whose file differs, moved or is on one side only; they are read."""
    old, new = before.tree.contents(), after.tree.contents()
    differ = {path for path, _ in old.items() ^ new.items()}
    names = {
        name
        for name in {*before.paths, *after.paths}
        if before.paths.get(name) != after.paths.get(name)
        or not differ.isdisjoint(after.paths[name])
    }
    for side in (before, after):
        side.require(names)
    return tuple(sorted(names))


def _unplaced(before: Side, after: Side) -> tuple[str, ...]:
    old, new = before.tree.contents(), after.tree.contents()
    paths = before.unplaced | after.unplaced
    return tuple(sorted(path for path in paths if old.get(path) != new.get(path)))


@frozen
class _Pair:
    """Old and new of one element; what it declares to come from, if it is new."""

    name: str
    kind: Kind
    old: Element | None
    new: Element | None
    lineage_kind: str = ""
    origins: tuple[str, ...] = ()


_GOES_ON = frozenset({"renamed", "moved", "carried_over", "replaced"})
_OF_LINEAGE = frozenset({"id", "lineage"})
_WHOLE = Field("", ValueKind.RECORD, Words("", ""), Words("", ""))


class _Work:
    """One comparison: both sides, and the names of the elements to look at."""

    def __init__(self, before: Side, after: Side, names: Sequence[str]) -> None:
        self.before = before
        self.after = after
        self.names = names
        self.kinds: Sequence[ChangeKind] = tuple(every_kind().values())
        self.rules: Sequence[ClassRule] = tuple(every_class_rule().values())

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The last decision on each item that only the newer version knows."""
        found: list[tuple[str, str, str, Verdict]] = []
        for name in self.names:
            new, old = self.after.named(name), self.before.named(name)
            if new is not None and new.kind == KIND:
                known = _decided(old) if old is not None else {}
                for item, entry in _decided(new).items():
                    if item not in known:
                        outcome = text_of(entry.get("outcome"))
                        state = self._leads_to.get(outcome) or outcome
                        verdict = Verdict(new.id, outcome, entry, state)
                        day = f"{text_of(new.value.get('date'))}~"  # a month ends after its days
                        found.append((day, new.id, item, verdict))
        return {item: verdict for *_, item, verdict in sorted(found, key=lambda row: row[:3])}

    @cached_property
    def downgrades(self) -> tuple[Downgrade, ...]:
        """What rounds in between declare to be editorial."""
        pairs = ((self.before.named(name), self.after.named(name)) for name in self.names)
        rounds = (pair for pair in pairs if KIND in {side.kind for side in pair if side})
        return downgrades(rounds)

    @cached_property
    def _leads_to(self) -> Mapping[str, str]:
        """The outcomes of the newer version's process, each with the state it leads to."""
        return {
            text_of(entry.get("id")): text_of(entry.get("leads_to"))
            for id in self.after.ids_of("process")
            if (process := self.after.element(id)) is not None
            for entry in map(record_of, list_of(process.value.get("outcomes")))
        }

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """What the bodies of both sides are called; only a reworded text asks for it."""
        found = {
            name
            for side in (self.before, self.after)
            for id in side.ids_of("body")
            if (body := side.element(id)) is not None
            for name in names_of(body.value)
        }
        return tuple(sorted(found))

    def pairs(self) -> Iterator[_Pair]:
        """Each element on both sides, by kind and name; one that goes on elsewhere is one pair."""
        pairs = [pair for pair in map(self._pair, self.names) if pair is not None]
        goes_on = {pair.origins[0] for pair in pairs if pair.old is not None and pair.lineage_kind}
        order = {kind.name: place for place, kind in enumerate(self.after.kinds)}
        for pair in sorted(pairs, key=lambda pair: (order.get(pair.kind.name, 0), pair.name)):
            if not (pair.name in goes_on and _is_gone(pair)):
                yield pair

    def _pair(self, name: str) -> _Pair | None:
        old, new = self.before.named(name), self.after.named(name)
        element = new or old
        if element is None:
            return None
        kind = self.after.kind(element.kind) or self.before.kinds[element.kind]
        if old is not None or new is None:
            return _Pair(name, kind, old, new)
        lineage, origins = _lineage(new, self.before)
        if lineage in _GOES_ON and len(origins) == 1:
            self.before.require(origins)
            old = self.before.element(origins[0])
        return _Pair(name, kind, old, new, lineage, origins)

    def changes(self, pair: _Pair) -> Iterator[Change]:
        """What happened to one element, each operation as what it is."""
        element = pair.new or pair.old
        verdict = self.verdicts.get(element.id) if element is not None else None
        for operation in _operations(pair):
            yield self._change(
                Situation(
                    pair.kind,
                    pair.old,
                    pair.new,
                    operation,
                    verdict,
                    pair.lineage_kind,
                    pair.origins,
                    lambda: self.bodies,
                    self._downgrade(pair, operation),
                )
            )

    def _downgrade(self, pair: _Pair, operation: Operation) -> Downgrade | None:
        """The declaration that speaks of this difference, if there is one."""
        ids = {element.id for element in (pair.old, pair.new) if element is not None}
        places = operation.at, operation.was_at
        return next((made for made in self.downgrades if made.covers(ids, *places)), None)

    def _change(self, situation: Situation) -> Change:
        kind, words = self._recognised(situation)
        element = situation.new or situation.old
        if element is None:
            raise LookupError(situation)
        operation = situation.operation
        weight, ground = kind.weight, None
        if weight is None:
            weight, ground = weigh(situation, self.rules)
        return Change(
            kind=kind.id,
            subject=element.subject,
            at=operation.at,
            old=operation.old,
            new=operation.new,
            weight=weight,
            lineage=situation.origins,
            arguments=tuple(words.items()),
            ground=ground,
            difference=difference(situation),
            was_at=operation.was_at if operation.was_at != operation.at else None,
        )

    def _recognised(self, situation: Situation) -> tuple[ChangeKind, Mapping[str, str]]:
        """The first kind that the situation fits; the last fits every value that differs."""
        for kind in self.kinds:
            words = kind.recognise(situation)
            if words is not None:
                return kind, words
        raise LookupError(situation.operation)


def _decided(element: Element) -> Mapping[str, Record]:
    """The decisions of a round by their items."""
    entries = map(record_of, list_of(element.value.get("decisions")))
    return {text_of(entry.get("item")): entry for entry in entries}


def _is_gone(pair: _Pair) -> bool:
    """Whether only a tombstone of the element is left, or nothing."""
    return pair.new is None or pair.new.is_withdrawn


def _gone(pairs: Iterable[_Pair]) -> list[Element]:
    """The elements that went, or of which a tombstone is left that names no successor."""
    return [
        pair.old
        for pair in pairs
        if pair.old is not None
        and not pair.lineage_kind
        and not pair.old.is_withdrawn
        and (pair.new is None or (pair.new.is_withdrawn and is_unsaid(pair.new)))
    ]


def _came(pairs: Iterable[_Pair]) -> list[Element]:
    """The elements that are new and say nothing of where they come from."""
    return [
        pair.new
        for pair in pairs
        if pair.old is None
        and pair.new is not None
        and not pair.new.is_withdrawn
        and not list_of(pair.new.value.get("lineage"))
    ]


def _lineage(new: Element, before: Side) -> tuple[str, tuple[str, ...]]:
    """The kind of lineage that a new element declares, with the origins the older side has."""
    for entry in list_of(new.value.get("lineage")):
        ids = [text_of(item) for item in list_of(record_of(entry).get("from"))]
        origins = tuple(item for item in ids if item in before.paths)
        if origins:
            return text_of(record_of(entry).get("kind")), origins
    return "", ()


def _operations(pair: _Pair) -> Iterator[Operation]:
    """The bare differences; of an element that goes on under a new id, first that it does."""
    old, new = pair.old, pair.new
    if old is None or new is None or pair.lineage_kind:
        yield _whole(None if pair.lineage_kind else old, new)
    if old is None or new is None:
        return
    for operation in operations(old.value, new.value, pair.kind.fields):
        if not pair.lineage_kind or operation.at[0] not in _OF_LINEAGE:
            yield operation


def _whole(old: Element | None, new: Element | None) -> Operation:
    """The element as a whole came, or went."""
    if old is None and new is not None:
        return Operation(Act.ADDED, (), _WHOLE, None, dict(new.value))
    return Operation(Act.REMOVED, (), _WHOLE, dict(old.value) if old is not None else None, None)
