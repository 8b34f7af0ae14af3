"""The partners of sentences that have no twin in place: found by likeness, in order or moved."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import field, frozen
from wirctl.diff.alignment import chain
from wirctl.diff.likeness import rivals, weighed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wirctl.diff.likeness import Likeness, Sentence

Place: TypeAlias = tuple[int, int]
"""The number of a gap, and of a sentence in it."""
Gaps: TypeAlias = "Sequence[tuple[Sequence[str], Sequence[str]]]"
"""The sentences of the old and of the new side of each gap."""
Group: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""Sentences of the old side of a gap, and those of the new one that stand for them."""

_LIKE = 0.3
_MOVED_LIKE = 0.6
_MOVED_WORDS = 4
_TAKEN_IN = 0.55
_MOST_JOINED = 4


@frozen
class _Sides:
    """The sentences of all gaps, counted and weighed against each other."""

    old: Sequence[Sequence[Sentence]]
    new: Sequence[Sequence[Sentence]]
    likeness: Likeness

    @classmethod
    def of(cls, gaps: Gaps, partners: Partners) -> _Sides:
        """The sentences, counted; of such as have their partner nothing is looked at."""
        likeness, sentences = weighed(
            [
                "" if (number, place) in moved else text
                for number, gap in enumerate(gaps)
                for side, moved in zip(gap, (partners.to, partners.origin), strict=True)
                for place, text in enumerate(side)
            ]
        )
        rest = iter(sentences)
        taken = [[tuple(islice(rest, len(side))) for side in gap] for gap in gaps]
        return cls([gap[0] for gap in taken], [gap[1] for gap in taken], likeness)


def partners_of(gaps: Gaps) -> Partners:
    """The partners of the sentences in these gaps: twins elsewhere first, then by likeness.

    Both directions give the same partners, because one of them is always taken.
    """
    swapped = [(new, old) for old, new in gaps]
    if swapped < list(gaps):
        return _found(swapped).swapped()
    return _found(gaps)


def _found(gaps: Gaps) -> Partners:
    partners = Partners([[] for _ in gaps])
    _move_twins(partners, gaps)
    sides = _Sides.of(gaps, partners)
    for number in range(len(gaps)):
        partners.groups[number] = _groups(partners, number, sides)
    _move_like(partners, sides)
    return partners


@frozen
class Partners:
    """Per gap its groups in order; and where sentences moved to and came from."""

    groups: list[list[Group]]
    to: dict[Place, Place] = field(default_factory=dict)
    origin: dict[Place, Place] = field(default_factory=dict)

    def swapped(self) -> Partners:
        """The same, seen from the other side."""
        groups = [[(new, old) for old, new in found] for found in self.groups]
        return Partners(groups, self.origin, self.to)

    def move(self, old: Place, new: Place) -> None:
        """Note that a sentence left its place for another."""
        self.to[old] = new
        self.origin[new] = old


def _move_twins(partners: Partners, gaps: Gaps) -> None:
    """Sentences that stand elsewhere word by word, once on each side."""
    old, new = _places(gap[0] for gap in gaps), _places(gap[1] for gap in gaps)
    for text, places in old.items():
        others = new.get(text, ())
        if len(places) == len(others) == 1:
            partners.move(places[0], others[0])


def _places(gaps: Iterable[Sequence[str]]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for number, texts in enumerate(gaps):
        for place, text in enumerate(texts):
            found.setdefault(text, []).append((number, place))
    return found


def _groups(partners: Partners, number: int, sides: _Sides) -> list[Group]:
    old, new = sides.old[number], sides.new[number]
    left = [place for place in range(len(old)) if (number, place) not in partners.to]
    right = [place for place in range(len(new)) if (number, place) not in partners.origin]
    if not left or not right:
        return []
    alike = rivals(
        [old[place] for place in left], [new[place] for place in right], sides.likeness, _LIKE
    )
    found = [_Group([left[a]], [right[b]]) for a, b in chain(alike)]
    grown = _Growth(old, new, sides.likeness)
    grown.take_in(found, set(left), set(right))
    return [(tuple(group.old), tuple(group.new)) for group in found]


@frozen
class _Group:
    old: list[int]
    new: list[int]


@frozen
class _Growth:
    """Finds sentences that were joined into the partner of a neighbour, or split from it."""

    old: Sequence[Sentence]
    new: Sequence[Sentence]
    likeness: Likeness

    def take_in(self, groups: Sequence[_Group], left: set[int], right: set[int]) -> None:
        """Give each group the free neighbours that its other side contains."""
        left.difference_update(group.old[0] for group in groups)
        right.difference_update(group.new[0] for group in groups)
        for group in groups:
            self._grow(group.old, left, self.old, self.new[group.new[0]])
            if len(group.old) == 1:
                self._grow(group.new, right, self.new, self.old[group.old[0]])

    def _grow(
        self, places: list[int], free: set[int], side: Sequence[Sentence], whole: Sentence
    ) -> None:
        for step in (1, -1):
            place = places[-1] + 1 if step == 1 else places[0] - 1
            while (
                place in free
                and len(places) < _MOST_JOINED
                and self._fits(place, places, side, whole)
            ):
                free.discard(place)
                places.insert(len(places) if step == 1 else 0, place)
                place += step

    def _fits(
        self, place: int, places: Sequence[int], side: Sequence[Sentence], whole: Sentence
    ) -> bool:
        others = [side[other] for other in places]
        return self.likeness.contained(side[place], whole, others) >= _TAKEN_IN


def _move_like(partners: Partners, sides: _Sides) -> None:
    """Sentences that stand elsewhere nearly word by word; the most alike first."""
    left = _alone(sides.old, partners.to, 0, partners.groups)
    right = _alone(sides.new, partners.origin, 1, partners.groups)
    if not left or not right:
        return
    before = [sides.old[number][place] for number, place in left]
    after = [sides.new[number][place] for number, place in right]
    found = rivals(before, after, sides.likeness, _MOVED_LIKE)
    for a, b, _ in sorted(found, key=lambda item: (-item[2], item)):
        if left[a] not in partners.to and right[b] not in partners.origin:
            partners.move(left[a], right[b])


def _alone(
    side: Sequence[Sequence[Sentence]],
    moved: Mapping[Place, Place],
    which: int,
    groups: Sequence[Sequence[Group]],
) -> list[Place]:
    """The sentences of a side that are in no pair and long enough to be known again."""
    grouped = {
        (number, place)
        for number, found in enumerate(groups)
        for group in found
        for place in group[which]
    }
    return [
        (number, place)
        for number, sentences in enumerate(side)
        for place, sentence in enumerate(sentences)
        if (number, place) not in moved
        and (number, place) not in grouped
        and len(sentence.words) >= _MOVED_WORDS
    ]
