"""Equal items are found in order: as many as can be, and never more work than agreed."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.diff.alignment import align, chain, common, shared_ends

ITEMS = st.lists(st.sampled_from("abcd"), max_size=9)


def is_chain(matches: list[tuple[int, int]]) -> bool:
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(matches))


def longest(old: list[str], new: list[str]) -> int:
    rows = [0] * (len(new) + 1)
    for item in old:
        before = rows[:]
        for place, other in enumerate(new, 1):
            rows[place] = (
                before[place - 1] + 1 if item == other else max(rows[place - 1], rows[place])
            )
    return rows[-1]


@given(ITEMS, ITEMS)
def test_common_items_are_as_many_as_can_be(old: list[str], new: list[str]) -> None:
    matches = sorted(common(old, new, (0, len(old), 0, len(new))))
    assert is_chain(matches)
    assert all(old[left] == new[right] for left, right in matches)
    assert len(matches) == longest(old, new)


@given(ITEMS, ITEMS)
def test_aligned_items_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    matches = align(old, new)
    assert is_chain(matches)
    assert all(old[left] == new[right] for left, right in matches)
    assert align(new, old) == [(right, left) for left, right in matches]


@given(ITEMS)
def test_equal_sequences_match_item_by_item(items: list[str]) -> None:
    assert align(items, items) == [(place, place) for place in range(len(items))]


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 5).map(float)),
        max_size=8,
        unique_by=lambda pair: pair[:2],
    )
)
def test_chain_is_the_heaviest(pairs: list[tuple[int, int, float]]) -> None:
    pairs.sort()
    weights = {pair[:2]: pair[2] for pair in pairs}
    found = chain(pairs)
    assert is_chain(found)
    heaviest = max(
        sum(pair[2] for pair in some)
        for number in range(len(pairs) + 1)
        for some in combinations(pairs, number)
        if is_chain([pair[:2] for pair in some])
    )
    assert sum(weights[pair] for pair in found) == heaviest


def test_the_longer_of_two_that_changed_places_stays() -> None:
    assert align(["kurz", "ein langer Satz"], ["ein langer Satz", "kurz"]) == [(1, 0)]


def test_repeated_items_between_unique_ones_are_found() -> None:
    old = ["x", "a", "x", "b", "x"]
    assert align(old, ["x", "x", "a", "b", "x", "x"]) == [(0, 0), (1, 2), (3, 3), (4, 5)]


def test_what_is_too_large_counts_as_replaced() -> None:
    old = ["a", "b"] * 4_000
    new = ["c", "b", "a", "a"] * 2_000 + ["c"]
    assert align(old, new) == []


@pytest.mark.parametrize(
    ("one", "other", "ends"),
    [
        pytest.param("", "", (0, 0), id="nothing"),
        pytest.param("abc", "abc", (3, 0), id="equal"),
        pytest.param("abc", "xyz", (0, 0), id="different"),
        pytest.param("aa", "aaa", (2, 0), id="one longer"),
        pytest.param("abca", "abxca", (2, 2), id="put in"),
        pytest.param("xab", "ab", (0, 2), id="begins later"),
    ],
)
def test_ends_do_not_overlap(one: str, other: str, ends: tuple[int, int]) -> None:
    assert shared_ends(one, other) == ends


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_ends_are_as_long_as_can_be(one: str, other: str) -> None:
    start, end = shared_ends(one, other)
    assert one[:start] == other[:start]
    assert one[start : start + 1] != other[start : start + 1] or start == min(len(one), len(other))
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start + end <= min(len(one), len(other))
