"""Which sentences of two texts belong together: the same, rewritten, joined, split or moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.sentences import sentences
from wirctl.diff.alignment import align
from wirctl.diff.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.diff.partners import Partners


class Fate(StrEnum):
    """What became of the sentences of a pair."""

    STAYED = "stayed"
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a block that is whole on both sides, and the space before it."""

    space: str
    text: str


Units: TypeAlias = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of the old side and what stands for them on the new; one may be empty.

    What moved stands twice: where it was and where it is.
    """

    fate: Fate
    old: Units
    new: Units


@dataclass(frozen=True, slots=True)
class _Gap:
    """Neighbours on each side that have no twin between the same neighbours."""

    old: Units
    new: Units


def pairs(old: str, new: str) -> list[Pair]:
    """The sentences of two canonical texts in pairs, in the order of both texts.

    Both directions give the same pairs, because one of them is always taken.
    """
    if new < old:
        return _mirrored(pairs(new, old))
    rows = [
        row
        for part in _twins(blocks_of(old), blocks_of(new))
        for row in (_twins(*_split(part)) if isinstance(part, _Gap) else (part,))
    ]
    gaps = [row for row in rows if isinstance(row, _Gap)]
    partners = partners_of(
        [([unit.text for unit in gap.old], [unit.text for unit in gap.new]) for gap in gaps]
    )
    found: list[Pair] = []
    number = 0
    for row in rows:
        if isinstance(row, Pair):
            found.append(row)
        else:
            found.extend(_resolved(gaps, number, partners))
            number += 1
    return found


_MIRRORED = {Fate.MOVED_AWAY: Fate.MOVED_HERE, Fate.MOVED_HERE: Fate.MOVED_AWAY}


def _mirrored(found: Sequence[Pair]) -> list[Pair]:
    """The pairs seen from the other side; of neighbours, what is gone precedes what came."""
    mirrored = [Pair(_MIRRORED.get(pair.fate, pair.fate), pair.new, pair.old) for pair in found]
    done: list[Pair] = []
    for lone, group in groupby(mirrored, key=_is_one_sided):
        members = list(group)
        done.extend(sorted(members, key=_is_new) if lone else members)
    return done


def _is_one_sided(pair: Pair) -> bool:
    return pair.fate in _MIRRORED or not pair.old or not pair.new


def _is_new(pair: Pair) -> bool:
    return pair.fate is Fate.MOVED_HERE or not pair.old


def blocks_of(text: str) -> Units:
    """The lines of a canonical text."""
    found: list[Unit] = []
    space = ""
    for line in text.split("\n"):
        if line:
            found.append(Unit(space, line))
            space = "\n"
        elif found:
            space = "\n\n"
    return tuple(found)


def sentences_of(block: Unit) -> Iterator[Unit]:
    """The sentences of a block."""
    space = block.space
    for sentence in sentences(block.text):
        yield Unit(space, sentence)
        space = " "


def _split(gap: _Gap) -> tuple[Units, Units]:
    return (
        tuple(unit for block in gap.old for unit in sentences_of(block)),
        tuple(unit for block in gap.new for unit in sentences_of(block)),
    )


def _twins(old: Units, new: Units) -> Iterator[Pair | _Gap]:
    """Equal units in pairs, and what lies between them."""
    a = c = 0
    matches = align([unit.text for unit in old], [unit.text for unit in new])
    for left, right in [*matches, (len(old), len(new))]:
        if a < left or c < right:
            yield _Gap(old[a:left], new[c:right])
        if left < len(old):
            yield Pair(Fate.STAYED, (old[left],), (new[right],))
        a, c = left + 1, right + 1


def _resolved(gaps: Sequence[_Gap], number: int, partners: Partners) -> Iterator[Pair]:
    """The pairs of a gap: groups that stayed in order, before each what is on one side only."""
    gap = gaps[number]
    a = c = 0
    for left, right in [*partners.groups[number], ((len(gap.old),), (len(gap.new),))]:
        for place in range(a, left[0]):
            twin = partners.to.get((number, place))
            there = (gaps[twin[0]].new[twin[1]],) if twin else ()
            yield Pair(Fate.MOVED_AWAY if twin else Fate.CHANGED, (gap.old[place],), there)
        for place in range(c, right[0]):
            twin = partners.origin.get((number, place))
            there = (gaps[twin[0]].old[twin[1]],) if twin else ()
            yield Pair(Fate.MOVED_HERE if twin else Fate.CHANGED, there, (gap.new[place],))
        if left[0] < len(gap.old):
            yield Pair(Fate.CHANGED, _of(gap.old, left), _of(gap.new, right))
        a, c = left[-1] + 1, right[-1] + 1


def _of(units: Units, places: Sequence[int]) -> Units:
    return units[places[0] : places[-1] + 1]
