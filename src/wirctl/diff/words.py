"""What changed inside a sentence, in phrases that a reader takes in at a glance."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.tokens import is_word
from wirctl.diff.alignment import align, shared_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Words: TypeAlias = tuple[str, ...]
Zone: TypeAlias = tuple[int, int, int, int]
"""Tokens `[a:b]` of the old side that became tokens `[c:d]` of the new one."""

_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    aber als am an auch auf aus bei beim bis da das dass dem den der des die durch ein eine einem
    einen einer eines er es für gegen im in ins ist mit nach noch nur ob oder sich sie sind so
    sowie über um und unter vom von vor war werden wie wird wurde zu zum zur zwischen
    a an and are as at be by for from in is it of on or that the their they this to was were with
    """,
    )
)
_JOINING = frozenset({"und", "oder", "sowie", "bzw.", "and", "or"})
_ENDING = frozenset(".!?;:؟۔")
_PAUSING = frozenset(",–—()")
_HELD_WEIGHT = 0.5
_HELD_SHARE = 0.2
_LONGEST_HELD = 40
_MOST_CHANGED = 0.6
_FRAME_WORDS = 2
_FEW_ZONES = 2
_PLAINLY_FEW = 0.3


def weight(token: str) -> float:
    """How much a token says: a mark little, an article some, any other word all."""
    if not is_word(token):
        return 0.15
    return 0.35 if token.lower() in _FUNCTION_WORDS else 1.0


def changed_zones(old: Words, new: Words, *, framed: bool = False) -> list[Zone]:
    """The changed places, as a reader wants them; one zone for all if little stayed.

    Words that are `framed` stand among others that are equal: of the whole, enough stayed.
    Both directions give the same zones, because one of them is always taken.

    >>> changed_zones(("bis", "Ende", "2024", "."), ("bis", "Ende", "2025", "."))
    [(2, 3, 2, 3)]
    """
    if new < old:
        return [(a, b, c, d) for c, d, a, b in changed_zones(new, old, framed=framed)]
    zones = _slid(_zones(old, new), old, new)
    if len(zones) > 1:
        zones = _absorbed(zones, old, new)
    if zones and not framed and _is_rewritten(zones, old, new):
        return [(0, len(old), 0, len(new))]
    return zones


def frame(old: str, new: str) -> tuple[int, int]:
    """How much of two sentences is equal before and behind all that differs.

    Both end at a space and leave some equal words inside, so that a phrase can be found whole.

    >>> frame("Die Stadt fördert alle Vereine im Ort.", "Die Stadt fördert viele Vereine im Ort.")
    (3, 8)
    """
    start, end = shared_ends(old, new)
    end = len(old) - end
    for _ in range(_FRAME_WORDS + 1):
        start = max(old.rfind(" ", 0, start), 0)
    for _ in range(_FRAME_WORDS):
        end = old.find(" ", end + 1) if end >= 0 else end
    return start, len(old) - end if end >= 0 else 0


def words_kept(old: Words, new: Words) -> int:
    """How many words (no marks) stayed, in order."""
    if new < old:
        old, new = new, old
    return sum(is_word(old[place]) for place, _ in align(old, new))


def _zones(old: Sequence[str], new: Sequence[str]) -> list[Zone]:
    """All that lies between matches."""
    found: list[Zone] = []
    a = c = 0
    for left, right in [*align(old, new), (len(old), len(new))]:
        if a < left or c < right:
            found.append((a, left, c, right))
        a, c = left + 1, right + 1
    return found


def _slid(zones: list[Zone], old: Sequence[str], new: Sequence[str]) -> list[Zone]:
    """Pure insertions and deletions shifted to where they begin and end with a phrase."""
    found: list[Zone] = []
    for place, zone in enumerate(zones):
        a, b, c, d = zone
        before = found[-1] if found else (0, 0, 0, 0)
        after = zones[place + 1] if place + 1 < len(zones) else (len(old), 0, len(new), 0)
        if a == b:
            shift = _best_shift(new, (c, d), before[3], after[2])
            found.append((a + shift, a + shift, c + shift, d + shift))
        elif c == d:
            shift = _best_shift(old, (a, b), before[1], after[0])
            found.append((a + shift, b + shift, c + shift, c + shift))
        else:
            found.append(zone)
    return found


def _best_shift(words: Sequence[str], stretch: tuple[int, int], low: int, high: int) -> int:
    """By how many tokens the stretch should move; it may touch neither neighbour."""
    start, end = stretch
    shifts = [0]
    left = 1
    while start - left >= low and words[start - left] == words[end - left]:
        shifts.append(-left)
        left += 1
    right = 0
    while end + right < high and words[start + right] == words[end + right]:
        right += 1
        shifts.append(right)
    if len(shifts) == 1:
        return 0
    return max(sorted(shifts), key=lambda shift: _fitness(words, start + shift, end + shift))


def _fitness(words: Sequence[str], start: int, end: int) -> float:
    """How much the stretch looks like a phrase."""
    first, last = words[start], words[end - 1]
    before = words[start - 1] if start else "."
    after = words[end] if end < len(words) else "."
    score = 0.0
    if before in _ENDING and last in _ENDING:
        score += 3
    if first in _PAUSING or first in _JOINING:
        score += 1.5
    elif before in _PAUSING or before in _ENDING:
        score += 1
    if not is_word(after):
        score += 0.5
    if last.lower() in _FUNCTION_WORDS or (last in _PAUSING and first in _PAUSING):
        score -= 1
    return score


def _absorbed(zones: list[Zone], old: Sequence[str], new: Sequence[str]) -> list[Zone]:
    """Zones joined over equal stretches that are too small to be worth reading alone."""
    found: list[Zone] = []
    for zone in zones:
        found.append(zone)
        while len(found) > 1 and _is_confetti(found[-2], found[-1], old, new):
            later = found.pop()
            earlier = found.pop()
            found.append((earlier[0], later[1], earlier[2], later[3]))
    return found


def _is_confetti(left: Zone, right: Zone, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether what stands equal between two changes is too little to be read alone."""
    removed = (left[1] - left[0], right[1] - right[0])
    added = (left[3] - left[2], right[3] - right[2])
    if not any(removed) or not any(added) or right[0] - left[1] > _LONGEST_HELD:
        return False
    if _is_figure(left, old, new) and _is_figure(right, old, new):
        return False
    between = old[left[1] : right[0]]
    if not all(removed) and not all(added) and _are_figures(between):
        return True
    edits = min(max(removed[0], added[0]), max(removed[1], added[1]))
    return sum(map(weight, between)) <= max(_HELD_WEIGHT, _HELD_SHARE * edits)


def _is_figure(zone: Zone, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one number became another: that is read alone, however near the next stands."""
    a, b, c, d = zone
    return b - a == d - c == 1 and _are_figures((old[a], new[c]))


def _are_figures(words: Sequence[str]) -> bool:
    """Whether each word has a digit."""
    return all(any(map(str.isdigit, word)) for word in words)


def _is_rewritten(zones: Sequence[Zone], old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether more than 60 % of the words changed, other than by a clause or two put in."""
    changed = sum(b - a + d - c for a, b, c, d in zones)
    if changed <= _PLAINLY_FEW * (len(old) + len(new)):
        return False
    one_sided = all(a == b for a, b, _, _ in zones) or all(c == d for _, _, c, d in zones)
    if one_sided and len(zones) <= _FEW_ZONES:
        return False
    words = sum(map(is_word, old)) + sum(map(is_word, new))
    kept = 2 * sum(map(is_word, _kept(zones, old)))
    return words > 0 and words - kept > _MOST_CHANGED * words


def _kept(zones: Sequence[Zone], old: Sequence[str]) -> Iterator[str]:
    borders = [0, *(place for a, b, _, _ in zones for place in (a, b)), len(old)]
    for start, end in list(pairwise(borders))[::2]:
        yield from old[start:end]
