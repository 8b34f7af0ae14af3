"""When each part of a value was last changed: a tree of marks, of the shape of the value."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from wirctl.core.change import Weight
from wirctl.core.frozen import frozen
from wirctl.core.items import item_names
from wirctl.core.remembering import remembered
from wirctl.core.text import canonical_prose
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of
from wirctl.diff.pairing import sentence_units
from wirctl.diff.prose import sentence_changes
from wirctl.schema.canonical import canonical
from wirctl.schema.field import Field, ValueKind, Words
from wirctl.trail.equality import differing, is_equal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.diff.items import Matched
    from wirctl.trail.weighing import Weighed


class Mark(NamedTuple):
    """A commit, by its place in the walk, and what the element was called then."""

    place: int
    id: str


class Node(NamedTuple):
    """The last change of substance and the last editorial one of a value, and of its parts.

    A value is changed when a part of it is, comes or goes. The parts of a record are its
    fields, by `names`, of a list its items, of prose its sentences.
    """

    substantive: Mark | None = None
    editorial: Mark | None = None
    parts: tuple[Node, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def last(self) -> Mark | None:
        """The later of the two."""
        return latest((self.substantive, self.editorial))


class Part(NamedTuple):
    """One part of a value that says something; `is_sentence` where it is part of a text."""

    name: str
    value: Value
    field: Field
    is_sentence: bool = False


Weights: TypeAlias = frozenset[Weight]
_SUBSTANTIVE: Weights = frozenset({Weight.SUBSTANTIVE})


def _unknown(name: str) -> Field:
    return Field(name, ValueKind.LINE, Words(name, name), Words("", ""))


_ANY = _unknown("")
_SENTENCE = _unknown("sentence")
_TEXTS, _VALUES = 4_096, 16_384
"""Texts and other values whose parts are remembered: most of a plan's are asked for again."""


def latest(marks: Iterable[Mark | None]) -> Mark | None:
    """The mark of the latest commit."""
    return max((mark for mark in marks if mark is not None), default=None)


def parts(value: Value, field: Field) -> Sequence[Part]:
    """What the value is made of, as far as it says something; nothing for a plain one."""
    if isinstance(value, str):
        return _sentences(value) if field.value is ValueKind.PROSE else ()
    return _inner(value, field) if field.item is not None or field.fields else ()


def _found(value: Value, field: Field) -> Sequence[Part]:
    """The parts of a record or a list."""
    if field.item is not None and is_list(value):
        return _items(list_of(value), field, field.item)
    return record_parts(record_of(value), field.fields) if field.fields else ()


_inner = remembered(_found, _VALUES)


def record_parts(record: Record, fields: Mapping[str, Field]) -> Sequence[Part]:
    """The fields of a record that say something: those of the schema in its order, first."""
    known = [name for name in fields if name in record]
    found = [Part(name, record[name], fields[name]) for name in known]
    others = sorted(set(record).difference(known))
    found += [Part(name, record[name], _unknown(name)) for name in others]
    return [part for part in found if _says(part.value, part.field)]


def _says(value: Value, field: Field) -> bool:
    """Whether the value has a canonical form: whether it says anything."""
    if value is None or value == field.default:
        return False
    if isinstance(value, str):
        return True
    if is_record(value):
        fields = field.fields
        return any(_says(part, fields.get(k) or _ANY) for k, part in record_of(value).items())
    return not is_list(value) or any(_says(part, field.item or _ANY) for part in list_of(value))


def _items(values: Sequence[Value], field: Field, item: Field) -> list[Part]:
    names = item_names(values, field.key)
    pairs = zip(names, values, strict=True)
    found = [Part(name, value, item) for name, value in pairs if _says(value, item)]
    if field.value is ValueKind.SET:
        found.sort(key=lambda part: str(canonical(part.value, item)))
    return found


@lru_cache(_TEXTS)
def _sentences(text: str) -> tuple[Part, ...]:
    found = enumerate(_split(canonical_prose(text)))
    return tuple(Part(str(place), text, _SENTENCE, is_sentence=True) for place, text in found)


def _split(text: str) -> list[str]:
    return [unit.text for unit in sentence_units(text)]


def fresh(value: Value, field: Field, mark: Mark, weights: Weights = _SUBSTANTIVE) -> Node:
    """The node of a value that came as a whole."""
    found = parts(value, field)
    return Node(
        mark if Weight.SUBSTANTIVE in weights else None,
        mark if Weight.EDITORIAL in weights else None,
        tuple(fresh(part.value, part.field, mark, weights) for part in found),
        tuple(part.name for part in found) if is_record(value) else (),
    )


def fresh_record(record: Record, fields: Mapping[str, Field], mark: Mark) -> Node:
    """The node of an element that came as a whole."""
    found = record_parts(record, fields)
    inner = tuple(fresh(part.value, part.field, mark) for part in found)
    return Node(mark, None, inner, tuple(part.name for part in found))


@frozen
class Step:
    """How one element was changed by one commit: its mark, and what every change weighs."""

    mark: Mark
    weighed: Weighed

    def record(
        self,
        old: Record,
        new: Record,
        names: Iterable[str],
        fields: Mapping[str, Field],
        node: Node,
        at: Pointer = (),
    ) -> Node:
        """The node of a record after the change; only fields of these names can have changed."""
        inner = dict(zip(node.names, node.parts, strict=True))
        for name in names:
            was, value, here = inner.pop(name, None), new.get(name), (*at, name)
            part = Part(name, value, fields.get(name) or _unknown(name))
            if was is not None and name in new and is_equal(old[name], value):
                inner[name] = was
            elif _says(value, part.field):
                inner[name] = (
                    self._came(part, here)
                    if was is None
                    else self._value(old[name], part, was, here)
                )
        return self._touched(node, at, tuple(inner.values()), tuple(inner))

    def _value(self, old: Value, part: Part, node: Node, at: Pointer) -> Node:
        new, field = part.value, part.field
        if at not in self.weighed.weights:
            return node
        if is_record(old) and is_record(new) and field.fields:
            was, now = record_of(old), record_of(new)
            return self.record(was, now, differing(was, now), field.fields, node, at)
        if is_list(old) and is_list(new) and field.item is not None:
            return self._list(list_of(old), list_of(new), field, node, at)
        if isinstance(old, str) and isinstance(new, str) and field.value is ValueKind.PROSE:
            return self._touched(node, at, self._text(old, new, node, at))
        came = {part.name: self._came(part, (*at, part.name)) for part in parts(new, field)}
        names = tuple(came) if is_record(new) else ()
        return self._touched(node, at, tuple(came.values()), names)

    def _list(
        self, old: Sequence[Value], new: Sequence[Value], field: Field, node: Node, at: Pointer
    ) -> Node:
        before = dict(zip((part.name for part in parts(old, field)), node.parts, strict=True))
        was = _older(self.weighed.match(old, new, field))
        inner = []
        for part in parts(new, field):
            here = (*at, part.name)
            if part.name in was:
                name, value = was[part.name]
                inner.append(self._value(value, part, before[name], here))
            else:
                inner.append(self._came(part, here))
        return self._touched(node, at, tuple(inner))

    def _came(self, part: Part, at: Pointer) -> Node:
        weights = self.weighed.at(at) - {Weight.FORM}
        return fresh(part.value, part.field, self.mark, weights or _SUBSTANTIVE)

    def _touched(
        self, node: Node, at: Pointer, inner: tuple[Node, ...], names: tuple[str, ...] = ()
    ) -> Node:
        marked = self._marked(node, self.weighed.at(at))
        return Node(marked.substantive, marked.editorial, inner, names)

    def _marked(self, node: Node, weights: Weights) -> Node:
        """The node with the mark of this step for each of the weights."""
        return Node(
            self.mark if Weight.SUBSTANTIVE in weights else node.substantive,
            self.mark if Weight.EDITORIAL in weights else node.editorial,
        )

    def _text(self, old: str, new: str, node: Node, at: Pointer) -> tuple[Node, ...]:
        """The nodes of the sentences; one that only moved is as old as it was."""
        before: dict[str, deque[Node]] = defaultdict(deque)
        for part, was in zip(_sentences(old), node.parts, strict=True):
            before[text_of(part.value)].append(was)
        after: dict[str, deque[Node]] = defaultdict(deque)
        changes = sentence_changes(old, new)
        is_alone = sum(change.changed for change in changes) == 1
        for change in changes:
            # A change that is the only one weighs what that of the text does.
            was_text = None if is_alone and change.old != change.new else change.old
            olds = [before[text].popleft() for text in _split(change.old or "") if before[text]]
            for text in _split(change.new or ""):
                after[text].append(self._sentence(was_text, change.new or "", olds, at))
        came = self._marked(Node(), self.weighed.at(at))
        texts = (text_of(part.value) for part in _sentences(new))
        return tuple(after[text].popleft() if after[text] else came for text in texts)

    def _sentence(self, old: str | None, new: str, olds: Sequence[Node], at: Pointer) -> Node:
        node = Node(
            latest(node.substantive for node in olds), latest(node.editorial for node in olds)
        )
        return node if old == new else self._marked(node, self.weighed.sentence(at, old, new))


def _older(matched: Matched) -> Mapping[str, tuple[str, Value]]:
    """Name of each item that was there before to its older name and value."""
    return {new.name: (old.name, old.value) for old, new in matched.kept if new is not None}


def joined(nodes: Sequence[Node], now: Mark) -> Node:
    """The node of a value with several pasts: each part is as old as any of them knows it.

    All nodes have the shape of the value as it is; where it differs from a past, they have
    the mark `now`.
    """
    first, *rest = nodes
    if not rest:
        return first
    if first.names:
        by_name = [dict(zip(node.names, node.parts, strict=True)) for node in nodes]
        columns = [[found[name] for found in by_name] for name in first.names]
    elif first.parts:
        columns = [list(found) for found in zip(*(node.parts for node in nodes), strict=True)]
    else:
        return min(nodes, key=lambda node: node.last or now)
    inner = tuple(joined(column, now) for column in columns)
    return Node(
        _kept((node.substantive for node in nodes), (node.substantive for node in inner), now),
        _kept((node.editorial for node in nodes), (node.editorial for node in inner), now),
        inner,
        first.names,
    )


def _kept(own: Iterable[Mark | None], inner: Iterable[Mark | None], now: Mark) -> Mark | None:
    """The latest mark of the parts and of the pasts; `now` only where nothing else is known."""
    marks = tuple(own)
    found = latest((*inner, *(mark for mark in marks if mark != now)))
    return found if found is not None or now not in marks else now


def each(value: Value, field: Field, node: Node) -> Iterator[tuple[Part, Node]]:
    """The parts of a value with their nodes."""
    yield from _with_nodes(parts(value, field), node)


def each_field(
    record: Record, fields: Mapping[str, Field], node: Node
) -> Iterator[tuple[Part, Node]]:
    """The fields of an element with their nodes, in the order of the schema."""
    yield from _with_nodes(record_parts(record, fields), node)


def _with_nodes(found: Sequence[Part], node: Node) -> Iterator[tuple[Part, Node]]:
    if not node.names:
        return zip(found, node.parts, strict=True)
    by_name = dict(zip(node.names, node.parts, strict=True))
    return ((part, by_name[part.name]) for part in found)
