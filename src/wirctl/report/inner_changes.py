"""What changed inside an element that was split or merged, and what a new one says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wirctl.core.change import Change
from wirctl.core.frozen import frozen
from wirctl.core.value import is_record, list_of, record_of, text_of
from wirctl.diff.operation import Act, operations
from wirctl.diff.prose import Act as RunAct
from wirctl.diff.prose import Run, compare, sentence_changes
from wirctl.report.inherited import Inheritance, is_heir
from wirctl.report.place_names import place_name
from wirctl.report.showing import shown_value
from wirctl.schema.canonical import canonical
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.operation import Operation
    from wirctl.diff.side import Side
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

    _Key: TypeAlias = tuple[Pointer, str]

_APART = frozenset({"id", "lineage", "withdrawn", "allow"})


def inner_changes(comparison: Comparison, change: Change, language: str) -> Iterator[Inheritance]:
    """What none of its origins said, and what they said and no heir says any more.

    What is new in its texts is no part of it: `inheritances` tells that.
    """
    kind = comparison.new.kind(change.subject.kind)
    if kind is None or not is_heir(change):
        return
    heirs = _Heirs(comparison, change, _fields(kind))
    for field in kind.fields.values():
        if field.substantive and field.value is ValueKind.PROSE:
            gone = " ".join(heirs.lost_sentences(field.name))
            if gone:
                label = field.title.in_language(language)
                yield Inheritance(label, (Run(RunAct.DELETED, gone),), is_text=False)
    labels: dict[str, list[tuple[Run, ...]]] = {}
    for operation in (*heirs.came(), *heirs.lost()):
        place = Change("", change.subject, at=_place(operation), old=operation.old)
        label = place_name(comparison, place, language)
        labels.setdefault(label, []).append(_runs(comparison, operation, language))
    for label, values in labels.items():
        yield Inheritance(label, tuple(_listed(values)), is_text=False)


def content(comparison: Comparison, change: Change, language: str) -> Iterator[Inheritance]:
    """All that an element says which is new and belongs to a field of action, as inserted."""
    kind = comparison.new.kind(change.subject.kind)
    is_new = change.kind == "element-added" and not change.at and is_record(change.new)
    if kind is None or not kind.group_by or not is_new:
        return
    for name, field in kind.fields.items():
        value = record_of(change.new).get(name)
        if name in {*_APART, kind.label, kind.group_by} or not (field.substantive and field.public):
            continue
        text = " ".join(shown_value(value, field, comparison.new, language).split())
        if text:
            runs = (Run(RunAct.INSERTED, text),)
            yield Inheritance(field.title.in_language(language), runs, is_text=False)


def _fields(kind: Kind) -> Mapping[str, Field]:
    """The fields that matter and are no text of the element itself, its title or name."""
    return {
        name: field
        for name, field in kind.fields.items()
        if field.substantive
        and field.value is not ValueKind.PROSE
        and name not in {*_APART, kind.label}
    }


@frozen
class _Heirs:
    """One heir among all that came from the same elements."""

    comparison: Comparison
    change: Change
    fields: Mapping[str, Field]

    def came(self) -> Iterator[Operation]:
        """What differs from every origin, once."""
        own = record_of(self.change.new)
        origins = (self._record(self.comparison.old, id_) for id_ in self.change.lineage)
        found = [self._operations(origin, own) for origin in origins]
        there = [{_key(it, it.new) for it in made if it.act is not Act.REMOVED} for made in found]
        common = set.intersection(*there) if there else set()
        for operation in found[0] if found else ():
            if _key(operation, operation.new) in common:
                yield operation

    def lost(self) -> Iterator[Operation]:
        """What an origin that is gone said and no heir says; told at the first of them."""
        for id_, heirs in self._told_here():
            yield from self._lost(self._record(self.comparison.old, id_), heirs)

    def lost_sentences(self, name: str) -> Iterator[str]:
        """The sentences of a text that stand in no heir."""
        for id_, heirs in self._told_here():
            was = text_of(self._record(self.comparison.old, id_).get(name))
            records = (self._record(self.comparison.new, heir) for heir in heirs)
            now = "\n\n".join(filter(None, (text_of(record.get(name)) for record in records)))
            changes = sentence_changes(was, now) if was.strip() else ()
            yield from (it.old for it in changes if it.old is not None and it.new is None)

    def _told_here(self) -> Iterator[tuple[str, Sequence[str]]]:
        """The origins whose first heir this one is, each with all its heirs."""
        for id_ in self.change.lineage:
            heirs = self._heirs(id_)
            if heirs and heirs[0] == self.change.subject.id:
                yield id_, heirs

    def _lost(self, origin: Record, heirs: Sequence[str]) -> Iterator[Operation]:
        records = (self._record(self.comparison.new, heir) for heir in heirs)
        found = [self._losses(origin, record) for record in records]
        for key, operation in found[0].items():
            if all(key in losses for losses in found):
                yield operation

    def _losses(self, origin: Record, heir: Record) -> Mapping[_Key, Operation]:
        made = self._operations(origin, heir)
        return {_key(it, it.old): it for it in made if it.act is Act.REMOVED}

    def _heirs(self, origin: str) -> Sequence[str]:
        """The ids that the tombstone of an origin names; none of one that goes on beside them."""
        element = self.comparison.new.element(origin)
        if element is None:
            return [self.change.subject.id]
        named = list_of(record_of(element.value.get("withdrawn")).get("to"))
        return list(filter(None, map(text_of, named))) if element.is_withdrawn else []

    def _operations(self, old: Record, new: Record) -> list[Operation]:
        known = (_only(old, self.fields), _only(new, self.fields))
        return [it for it in operations(*known, self.fields) if it.substantive]

    def _record(self, side: Side, id_: str) -> Record:
        element = side.element(id_)
        return element.value if element is not None else {}


def _only(record: Record, fields: Mapping[str, Field]) -> Record:
    return {name: value for name, value in record.items() if name in fields}


def _place(operation: Operation) -> Pointer:
    """Where it is; of an item that came to a list or went, the list."""
    is_item = operation.in_list and operation.act in {Act.ADDED, Act.REMOVED}
    return operation.at[:-1] if is_item else operation.at


def _key(operation: Operation, value: Value) -> _Key:
    """What makes two differences one: place and meaning."""
    meaning = canonical(value, operation.field)
    return operation.at, json.dumps(meaning, ensure_ascii=False, sort_keys=True, default=str)


def _runs(comparison: Comparison, operation: Operation, language: str) -> tuple[Run, ...]:
    """Old and new value in words; of a text what changed in it."""
    old, new, field = operation.old, operation.new, operation.field
    if field.value is ValueKind.PROSE and isinstance(old, str) and isinstance(new, str):
        return compare(old, new)
    sides = (
        Run(RunAct.DELETED, " ".join(shown_value(old, field, comparison.old, language).split())),
        Run(RunAct.INSERTED, " ".join(shown_value(new, field, comparison.new, language).split())),
    )
    return tuple(_listed([(run,) for run in sides if run.text]))


def _listed(values: Sequence[tuple[Run, ...]]) -> Iterator[Run]:
    """The values in a row; what went and what came for it stand together."""
    before: Run | None = None
    for runs in values:
        if before is not None:
            is_swap = (before.act, runs[0].act) == (RunAct.DELETED, RunAct.INSERTED)
            yield Run(RunAct.EQUAL, " " if is_swap else "; ")
        yield from runs
        before = runs[-1]
