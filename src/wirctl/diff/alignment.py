"""Which items of two sequences are the same ones: exact, in order, in bounded time.

Equal ends first; then items that are unique on both sides, of these the heaviest chain in order
(patience); then the longest common subsequence of what is small enough, by bits of long integers
(Hyyrö 2004). What is neither small nor has anchors counts as replaced.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Match = tuple[int, int]
_Window = tuple[int, int, int, int]

MOST_CELLS = 4_000_000
"""The largest rectangle in which the longest common subsequence is looked for."""

_MOST_LEVELS = 12
_FEW = 2


def align(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """The places of equal items, ascending on both sides.

    Both directions give the same matches, because one of them is always taken.

    >>> align(["a", "b", "c"], ["a", "x", "c", "d"])
    [(0, 0), (2, 2)]
    """
    if list(new) < list(old):
        return [(left, right) for right, left in align(new, old)]
    found: list[Match] = []
    open_windows = [(0, len(old), 0, len(new), 0)]
    while open_windows:
        *window, level = open_windows.pop()
        a, b, c, d = window
        head, tail = _ends(old, new, (a, b, c, d))
        found.extend(zip(range(a, a + head), range(c, c + head), strict=True))
        found.extend(zip(range(b - tail, b), range(d - tail, d), strict=True))
        inner = (a + head, b - tail, c + head, d - tail)
        if inner[1] - inner[0] < _FEW or inner[3] - inner[2] < _FEW:
            found.extend(_single(old, new, inner))
            continue
        anchors = _anchors(old, new, inner) if level < _MOST_LEVELS else []
        if anchors:
            found.extend(anchors)
            open_windows.extend((*part, level + 1) for part in _between(anchors, inner))
        elif (inner[1] - inner[0]) * (inner[3] - inner[2]) <= MOST_CELLS:
            found.extend(common(old, new, inner))
    found.sort()
    return found


def _single(old: Sequence[str], new: Sequence[str], window: _Window) -> list[Match]:
    """The match in a window that has one item on a side, or none."""
    a, b, c, d = window
    if b - a == 1 and old[a] in new[c:d]:
        return [(a, new.index(old[a], c, d))]
    if d - c == 1 and new[c] in old[a:b]:
        return [(old.index(new[c], a, b), c)]
    return []


def chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The heaviest of the chains in which both places ascend; `pairs` sorted by the first.

    Of several pairs with one first place at most one is taken. `O(n log n)`.

    >>> chain([(0, 2, 1.0), (1, 0, 1.0), (2, 1, 1.0)])
    [(1, 0), (2, 1)]
    """
    ends: list[int] = []
    best: list[tuple[float, int]] = []
    back: list[int] = []
    place = 0
    while place < len(pairs):
        row = place
        fresh: list[tuple[float, int, int]] = []
        while place < len(pairs) and pairs[place][0] == pairs[row][0]:
            at = bisect_right(ends, pairs[place][1] - 1) - 1
            weight, before = best[at] if at >= 0 else (0.0, -1)
            back.append(before)
            fresh.append((weight + pairs[place][2], pairs[place][1], place))
            place += 1
        for weight, end, index in fresh:
            _enter(ends, best, end, (weight, index))
    return _traced(pairs, back, best[-1][1] if best else -1)


def _enter(
    ends: list[int], best: list[tuple[float, int]], end: int, item: tuple[float, int]
) -> None:
    """Keep, by end, the heaviest chain that ends there or before; weights ascend with ends."""
    at = bisect_right(ends, end)
    if at and best[at - 1][0] >= item[0]:
        return
    first = at - 1 if at and ends[at - 1] == end else at
    last = at
    while last < len(ends) and best[last][0] <= item[0]:
        last += 1
    ends[first:last] = [end]
    best[first:last] = [item]


def _traced(
    pairs: Sequence[tuple[int, int, float]], back: Sequence[int], last: int
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while last >= 0:
        found.append(pairs[last][:2])
        last = back[last]
    found.reverse()
    return found


def common(old: Sequence[str], new: Sequence[str], window: _Window) -> Iterator[Match]:
    """A longest common subsequence inside the window, from its end to its begin."""
    a, b, c, d = window
    bits: dict[str, int] = {}
    for place in range(a, b):
        bits[old[place]] = bits.get(old[place], 0) | 1 << place - a
    mask = state = (1 << b - a) - 1
    rows: list[int] = []
    for place in range(c, d):
        hits = state & bits.get(new[place], 0)
        state = ((state + hits) | (state - hits)) & mask
        rows.append(state)
    return _walked(rows, window)


def _walked(rows: Sequence[int], window: _Window) -> Iterator[Match]:
    """The matches from the last to the first: a zero bit tells where the length grew."""
    a, b, c, d = window
    left, right = b - a, d - c
    while left and right:
        if rows[right - 1] >> left - 1 & 1:
            left -= 1
            continue
        right -= 1
        if not right or rows[right - 1] >> left - 1 & 1:
            left -= 1
            yield a + left, c + right


def _ends(old: Sequence[str], new: Sequence[str], window: _Window) -> tuple[int, int]:
    """How many items are equal at the begin and, of the rest, at the end."""
    a, b, c, d = window
    most = min(b - a, d - c)
    head = 0
    while head < most and old[a + head] == new[c + head]:
        head += 1
    most -= head
    tail = 0
    while tail < most and old[b - tail - 1] == new[d - tail - 1]:
        tail += 1
    return head, tail


def _anchors(old: Sequence[str], new: Sequence[str], window: _Window) -> list[Match]:
    a, b, c, d = window
    before, after = _unique(old, a, b), _unique(new, c, d)
    both = [
        (place, after[item], 1.0 + len(item))
        for item, place in before.items()
        if place >= 0 and after.get(item, -1) >= 0
    ]
    if all(one[1] < other[1] for one, other in pairwise(both)):
        return [pair[:2] for pair in both]
    return chain(both)


def _unique(items: Sequence[str], start: int, end: int) -> dict[str, int]:
    """The place of each item, -1 where it stands more than once; in order of first places."""
    places: dict[str, int] = {}
    for place in range(start, end):
        item = items[place]
        places[item] = -1 if item in places else place
    return places


def _between(anchors: Sequence[Match], window: _Window) -> Iterator[_Window]:
    a, b, c, d = window
    for left, right in [*anchors, (b, d)]:
        if a < left and c < right:
            yield a, left, c, right
        a, c = left + 1, right + 1


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters are equal at the begin of two texts and, of the rest, at the end.

    >>> shared_ends("bis 2024.", "bis 2025.")
    (7, 1)
    """
    start = _shared_start(one, other)
    return start, min(_shared_end(one, other), min(len(one), len(other)) - start)


def _shared_start(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _shared_end(one: str, other: str) -> int:
    """How many characters two texts end with in common."""
    if one.endswith(other) or other.endswith(one):
        return min(len(one), len(other))
    ones, others = len(one), len(other)
    low, high = 0, min(ones, others)
    while high - low > 1:
        middle = (low + high) // 2
        if one[ones - middle : ones - low] == other[others - middle : others - low]:
            low = middle
        else:
            high = middle
    return low
