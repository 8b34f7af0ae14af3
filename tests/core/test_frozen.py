"""Frozen values behave as frozen dataclasses do."""

from __future__ import annotations

import copy
import pickle
from typing import ClassVar

import pytest

from wirctl.core.frozen import FrozenError, field, frozen, replace


@frozen(order=True)
class Point:
    """A place."""

    x: int
    y: int = 2
    name: str = field(default="", compare=False)
    seen: list[int] = field(default_factory=list, compare=False)
    ORIGIN: ClassVar[tuple[int, int]] = (0, 0)

    @property
    def sum(self) -> int:
        return self.x + self.y

    @classmethod
    def at(cls, x: int) -> Point:
        return cls(x)


@frozen(eq=False)
class Thing:
    """Only ever itself."""

    name: str


@frozen
class One:
    """A number."""

    x: int


def test_fields_are_given_by_place_or_name_or_have_a_default() -> None:
    assert [(p.x, p.y, p.name, p.seen) for p in (Point(1), Point(1, 3), Point(y=4, x=3))] == [
        (1, 2, "", []),
        (1, 3, "", []),
        (3, 4, "", []),
    ]


def test_methods_properties_and_constants_stay() -> None:
    assert (Point.at(5).sum, Point.ORIGIN, Point.__doc__) == (7, (0, 0), "A place.")


def test_default_is_made_anew_for_each_value() -> None:
    first, second = Point(1), Point(1)
    first.seen.append(1)
    assert second.seen == []


@pytest.mark.parametrize(
    ("given", "named", "said"),
    [
        ((), {}, "Point() lacks 'x'"),
        ((1,), {"z": 1}, "Point() was given too much: ['z']"),
        ((1,), {"x": 1}, "Point() was given too much: ['x']"),
        ((1, 2, "", [], 5), {}, "Point() was given too much: 5"),
    ],
)
def test_wrong_arguments_are_refused(
    given: tuple[int, ...], named: dict[str, int], said: str
) -> None:
    with pytest.raises(TypeError) as refused:
        Point(*given, **named)  # type: ignore[arg-type]
    assert str(refused.value) == said


def test_value_does_not_change() -> None:
    point = Point(1)
    with pytest.raises(FrozenError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenError):
        del point.y
    with pytest.raises(FrozenError):
        point.new = 1  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")


def test_values_are_equal_by_what_is_compared() -> None:
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert Point(1) != Point(2)
    assert {One(1), One(1)} == {One(1)}


def test_without_equality_a_value_is_only_itself() -> None:
    thing = Thing("a")
    assert thing == thing  # noqa: PLR0124
    assert thing != Thing("a")


def test_order_is_by_the_fields() -> None:
    assert sorted([Point(2, 1), Point(1, 3), Point(1, 2)]) == [
        Point(1, 2),
        Point(1, 3),
        Point(2, 1),
    ]
    assert max(Point(1), Point(3), Point(2)) == Point(3)
    with pytest.raises(TypeError):
        Point(1) < One(1)  # type: ignore[operator]  # noqa: B015


def test_value_shows_what_it_is_equal_by() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2)"


def test_copies_are_equal() -> None:
    point = Point(1, 5, "a", [3])
    for again in (copy.copy(point), copy.deepcopy(point), pickle.loads(pickle.dumps(point))):  # noqa: S301
        assert (again, again.name, again.seen) == (point, "a", [3])


def test_match_takes_it_apart() -> None:
    match Point(1, 5):
        case Point(x, y):
            assert (x, y) == (1, 5)


def test_replace_changes_what_is_named() -> None:
    assert replace(Point(1, 5, "a"), y=6) == Point(1, 6, "a")
    with pytest.raises(TypeError):
        replace(Point(1), z=1)
