"""Functions that remember what they found for the very same things."""

from __future__ import annotations

from wirctl.core.remembering import remembered


def test_the_same_things_are_looked_at_once() -> None:
    seen = []

    def total(one: list[int], other: list[int]) -> int:
        seen.append([*one, *other])
        return sum(one) + sum(other)

    asked = remembered(total, 9)
    one, other = [1, 2], [3]
    assert [asked(one, other), asked(one, other)] == [6, 6]
    assert seen == [[1, 2, 3]]


def test_equal_things_are_not_the_same() -> None:
    shown = remembered(repr, 9)
    things: list[object] = [1, 1.0, True]
    assert [shown(thing) for thing in things] == ["1", "1.0", "True"]


def test_order_of_things_counts() -> None:
    joined = remembered(lambda one, other: [*one, *other], 9)
    one, other = [1], [2]
    assert (joined(one, other), joined(other, one)) == ([1, 2], [2, 1])


def test_answers_stay_right_beyond_the_limit() -> None:
    size = remembered(len, 3)
    lists = [[0] * count for count in range(10)]
    assert [size(item) for item in lists * 2] == [*range(10), *range(10)]


def test_things_that_nobody_else_holds_are_not_taken_for_later_ones() -> None:
    size = remembered(len, 1_000)
    assert [size([0] * count) for count in range(100)] == list(range(100))
