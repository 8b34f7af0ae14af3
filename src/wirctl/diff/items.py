"""Which items of two lists are one item: by meaning, by key, else by their neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.items import item_names
from wirctl.core.value import record_of
from wirctl.diff.prose import share_changed
from wirctl.schema.canonical import as_text, canonical
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from wirctl.core.value import Value

_TEXT = frozenset({ValueKind.LINE, ValueKind.PROSE})
_UNSAID = "null"
_OTHER_TEXT = 0.6
"""The share of words from which on a text is no longer the same one rewritten."""


@frozen
class Item:
    """One item of a list that says something: its name, its value, the name of the one before.

    `meaning` is equal where two items say the same, `key` where they are the same by key.
    """

    name: str
    value: Value
    after: str
    meaning: str
    key: tuple[str, ...]


@frozen
class Matched:
    """The items of an older list, each with its newer self if it has one; and those that came."""

    kept: tuple[tuple[Item, Item | None], ...]
    added: tuple[Item, ...]
    is_reordered: bool


def match(old: Sequence[Value], new: Sequence[Value], field: Field) -> Matched:
    """The items of both lists of this field in pairs.

    What says the same is the same, else what has the same key, or a key that was completed:
    a date that was not known yet; or, where the key is a text, what says the same beside it: a
    source whose title was written otherwise. Of items without a key that
    are left in an ordered list, those that stand between the same two neighbours are one
    item, changed.
    """
    pairing = _Pairing(_items(old, field), _items(new, field))
    pairing.by(lambda item: item.meaning)
    if field.key:
        pairing.by(lambda item: item.key)
        pairing.by_completed_key()
        pairing.by_rest(field)
    elif field.value is not ValueKind.SET:
        pairing.by_neighbours(field.item or _UNKNOWN)
    return pairing.matched()


class _Pairing:
    """Items of two lists that find each other, step by step."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        self.old = old
        self.new = new
        self.newer: dict[int, int] = {}
        self.taken: set[int] = set()

    def by(self, identity: Callable[[Item], Hashable]) -> None:
        """Pair the items that are free and have one identity, in their order."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for place in self._free_new():
            waiting[identity(self.new[place])].append(place)
        for place in self._free_old():
            queue = waiting.get(identity(self.old[place]))
            if queue:
                self._join(place, queue.popleft())

    def by_completed_key(self) -> None:
        """Pair what differs in no part of the key that both sides know, where that is plain."""
        by_first: dict[Hashable, list[int]] = defaultdict(list)
        for place in self._free_new():
            by_first[self.new[place].key[:1]].append(place)
        count = Counter(self.old[place].key[:1] for place in self._free_old())
        for place in self._free_old():
            key = self.old[place].key
            fitting = by_first[key[:1]]
            if count[key[:1]] == len(fitting) == 1 and _completes(key, self.new[fitting[0]].key):
                self._join(place, fitting[0])

    def by_rest(self, field: Field) -> None:
        """Pair the records that are free and say the same beside a key of text, where plain."""
        item = field.item or _UNKNOWN
        if not all(name in item.fields and item.fields[name].value in _TEXT for name in field.key):
            return
        sides = (self.old, self._free_old()), (self.new, self._free_new())
        old, new = (_by_rest(side, places, field.key, item) for side, places in sides)
        for rest, places in old.items():
            others = new.get(rest, ())
            if rest and len(places) == len(others) == 1:
                names = self.old[places[0]].name, self.new[others[0]].name
                if share_changed(*names) < _OTHER_TEXT:
                    self._join(places[0], others[0])

    def by_neighbours(self, item: Field) -> None:
        """Pair the free items that follow the same pair, first with first, if they may be one."""
        waiting: dict[int, deque[int]] = defaultdict(deque)
        last = -1
        for place in range(len(self.new)):
            if place in self.taken:
                last = place
            else:
                waiting[last].append(place)
        last = -1
        for place in range(len(self.old)):
            if place in self.newer:
                last = self.newer[place]
            elif waiting[last]:
                other = waiting[last].popleft()
                if _may_be_one(self.old[place], self.new[other], item):
                    self._join(place, other)

    def matched(self) -> Matched:
        """What was found."""
        places = [self.newer[place] for place in sorted(self.newer)]
        return Matched(
            kept=tuple(
                (item, self.new[self.newer[place]] if place in self.newer else None)
                for place, item in enumerate(self.old)
            ),
            added=tuple(self.new[place] for place in self._free_new()),
            is_reordered=places != sorted(places),
        )

    def _free_old(self) -> Iterable[int]:
        return [place for place in range(len(self.old)) if place not in self.newer]

    def _free_new(self) -> Iterable[int]:
        return [place for place in range(len(self.new)) if place not in self.taken]

    def _join(self, old: int, new: int) -> None:
        self.newer[old] = new
        self.taken.add(new)


def _items(values: Sequence[Value], field: Field) -> list[Item]:
    """The items that say something, each with the name that pointers have for it."""
    item = field.item or _UNKNOWN
    found: list[Item] = []
    after = ""
    for name, value in zip(item_names(values, field.key), values, strict=True):
        meaning = canonical(value, item)
        if meaning is not None:
            found.append(Item(name, value, after, as_text(meaning), _key(value, field.key, item)))
            after = name
    return found


def _key(value: Value, keys: Iterable[str], item: Field) -> tuple[str, ...]:
    """What the properties that identify an item mean: a default counts as said."""
    record = record_of(value)
    return tuple(
        as_text(canonical(record.get(name), item.fields.get(name) or _UNKNOWN)) for name in keys
    )


def _by_rest(
    items: Sequence[Item], places: Iterable[int], keys: Iterable[str], item: Field
) -> Mapping[str, Sequence[int]]:
    """The places of records by what they say beside their key; by nothing where that is all."""
    found: dict[str, list[int]] = defaultdict(list)
    for place in places:
        record = record_of(items[place].value)
        rest = canonical({name: record[name] for name in record if name not in keys}, item)
        found["" if rest is None else as_text(rest)].append(place)
    return found


def _completes(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether the keys are one as far as both are known."""
    known = old[:1] != (_UNSAID,)
    return known and all(
        one == other or _UNSAID in {one, other} for one, other in zip(old, new, strict=True)
    )


def _may_be_one(old: Item, new: Item, item: Field) -> bool:
    """Whether an item may have become the other: records may, texts if enough of them stayed."""
    if item.fields:
        return True
    texts = isinstance(old.value, str) and isinstance(new.value, str)
    return (
        texts
        and item.value in _TEXT
        and share_changed(str(old.value), str(new.value)) < _OTHER_TEXT
    )


_UNKNOWN = Field("", ValueKind.LINE, Words("", ""), Words("", ""))
