"""Which sentences of two texts belong together: the same, rewritten, joined, split or moved."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.sentences import is_certain_end, sentences
from wirctl.core.text import EMPTY_LINE
from wirctl.diff.alignment import align, shared_ends
from wirctl.diff.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.diff.partners import Partners


_PLAIN_SHARE = 0.6
_LIKE_SHARE = 0.4


class Fate(StrEnum):
    """What became of the sentences of a pair."""

    STAYED = "stayed"
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


class Unit(NamedTuple):
    """A sentence, or any stretch that is whole on both sides, and the space before it."""

    space: str
    text: str


Units: TypeAlias = tuple[Unit, ...]
Spaces: TypeAlias = tuple[str, str]
"""What stands before a stretch on the old and on the new side."""


class Pair(NamedTuple):
    """Sentences of the old side and what stands for them on the new; one may be empty.

    What moved stands twice: where it was and where it is.
    """

    fate: Fate
    old: Units
    new: Units


@frozen
class _Gap:
    """Neighbours on each side that have no twin between the same neighbours."""

    old: Units
    new: Units


_Rows: TypeAlias = "Iterator[Pair | _Gap]"


def pairs(old: list[str], new: list[str]) -> list[Pair]:
    """The sentences of two texts in pairs, in the order of both; what is equal in long stretches.

    The texts come as their canonical parts, between which an empty line stands.
    """
    rows = list(_rows(old, new))
    gaps = [row for row in rows if isinstance(row, _Gap)]
    if not gaps:
        return [row for row in rows if isinstance(row, Pair)]
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


def sentence_units(text: str, space: str = "") -> Iterator[Unit]:
    """The sentences of a text that may have several blocks, each with the space before it."""
    for line in text.split("\n"):
        if not line:
            space = "\n\n"
            continue
        for sentence in sentences(line):
            yield Unit(space, sentence)
            space = " "
        space = "\n"


def _rows(before: list[str], after: list[str]) -> _Rows:
    """Equal stretches in pairs, and what lies between them as sentences."""
    matches = align(before, after)
    moved = _elsewhere(before, after, matches)
    a = c = 0
    for left, right, length in _stretches(matches):
        yield from _between((before[a:left], after[c:right]), _breaks(a, c), moved)
        yield _stayed(EMPTY_LINE.join(before[left : left + length]), _breaks(left, right))
        a, c = left + length, right + length
    yield from _between((before[a:], after[c:]), _breaks(a, c), moved)


def _breaks(left: int, right: int) -> Spaces:
    """What stands before the blocks at these places."""
    return EMPTY_LINE if left else "", EMPTY_LINE if right else ""


def _elsewhere(
    before: list[str], after: list[str], matches: Sequence[tuple[int, int]]
) -> frozenset[str]:
    """Blocks without a twin in place that stand once on each side: they moved as a whole."""
    if len(matches) + 1 >= min(len(before), len(after)):
        return frozenset()
    places = {left for left, _ in matches}, {right for _, right in matches}
    old, new = (
        Counter(part for place, part in enumerate(parts) if place not in taken)
        for parts, taken in zip((before, after), places, strict=True)
    )
    return frozenset(part for part in old if old[part] == new[part] == 1)


def _stretches(matches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Matches that follow each other on both sides, as places and length."""
    start = 0
    for place, (left, right) in enumerate(matches, 1):
        if place == len(matches) or matches[place] != (left + 1, right + 1):
            yield *matches[start], place - start
            start = place


def _between(blocks: tuple[list[str], list[str]], spaces: Spaces, moved: frozenset[str]) -> _Rows:
    """What lies between equal blocks."""
    old, new = blocks
    ends = list(map(shared_ends, old, new)) if len(old) == len(new) else []
    if any(part in moved for part in (*old, *new)):
        yield from _sentence_rows(_units(old, spaces[0], moved), _units(new, spaces[1], moved))
    elif len(ends) == 1 or (ends and all(map(_is_like, old, new, ends))):
        for before, after, equal in zip(old, new, ends, strict=True):
            yield from _inside(before, after, equal, spaces)
            spaces = EMPTY_LINE, EMPTY_LINE
    elif old or new:
        yield from _sentence_rows(_units(old, spaces[0]), _units(new, spaces[1]))


def _units(blocks: list[str], space: str, moved: frozenset[str] = frozenset()) -> Units:
    """The sentences of blocks; a block that moved stays whole."""
    found: list[Unit] = []
    for block in blocks:
        found.extend((Unit(space, block),) if block in moved else sentence_units(block, space))
        space = EMPTY_LINE
    return tuple(found)


def _is_like(old: str, new: str, ends: tuple[int, int]) -> bool:
    """Whether a good part of a block is the same at its begin and end."""
    return sum(ends) > _LIKE_SHARE * max(len(old), len(new))


def _inside(old: str, new: str, ends: tuple[int, int], spaces: Spaces) -> _Rows:
    """A block against its newer version: only the sentences where they differ are compared."""
    start, end = ends
    head, tail = _sentence_end(old, start), _sentence_start(old, end)
    inner = old[head : len(old) - tail], new[head : len(new) - tail]
    if head:
        yield _stayed(old[: head - 1], spaces)
        spaces = " ", " "
    if tail:
        inner = inner[0][:-1], inner[1][:-1]
    equal = start - head + end - tail
    if equal > _PLAIN_SHARE * max(map(len, inner)) and all(map(_is_sentence, inner)):
        yield Pair(Fate.CHANGED, (Unit(spaces[0], inner[0]),), (Unit(spaces[1], inner[1]),))
    else:
        yield from _sentence_rows(
            tuple(sentence_units(inner[0], spaces[0])), tuple(sentence_units(inner[1], spaces[1]))
        )
    if tail:
        space, other = spaces
        yield _stayed(old[-tail:], (" " if inner[0] else space, " " if inner[1] else other))


def _is_sentence(text: str) -> bool:
    return "\n" not in text and len(sentences(text)) == 1


def _sentence_end(text: str, end: int) -> int:
    """The last place before `end` where a sentence begins for certain, else 0."""
    at = text.rfind(". ", 0, max(end - 1, 0))
    while at >= 0 and not is_certain_end(text, at + 2):
        at = text.rfind(". ", 0, at)
    return at + 2 if at >= 0 else 0


def _sentence_start(text: str, length: int) -> int:
    """How long the sentences are that for certain begin in the last `length` characters."""
    start = len(text) - length
    at = text.find(". ", start)
    while at >= 0 and not (text.rfind(" ", start, at) >= 0 and is_certain_end(text, at + 2)):
        at = text.find(". ", at + 1)
    return len(text) - at - 2 if at >= 0 else 0


def _sentence_rows(before: Units, after: Units) -> _Rows:
    """Equal sentences in pairs; alone between such, sentences that are plainly versions too."""
    a = c = 0
    matches = align([unit.text for unit in before], [unit.text for unit in after])
    for left, right in [*matches, (len(before), len(after))]:
        if left - a == right - c == 1 and _is_version(before[a].text, after[c].text):
            yield Pair(Fate.CHANGED, (before[a],), (after[c],))
        elif a < left or c < right:
            yield _Gap(before[a:left], after[c:right])
        if left < len(before):
            yield Pair(Fate.STAYED, (before[left],), (after[right],))
        a, c = left + 1, right + 1


def _stayed(text: str, spaces: Spaces) -> Pair:
    return Pair(Fate.STAYED, (Unit(spaces[0], text),), (Unit(spaces[1], text),))


def _is_version(old: str, new: str) -> bool:
    """Whether most words of two sentences are the same: a quick look."""
    before, after = set(old.split()), set(new.split())
    return 2 * len(before & after) >= _PLAIN_SHARE * (len(before) + len(after))


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
