"""Which commit came from which, on drawn histories."""

from __future__ import annotations

import pytest

from wirctl.history.graph import Graph

# The line of main is a, b, e, g. On the side are c, from b, and d; e merged c, and g merged d.
SPLIT = Graph(
    {
        "g": ("e", "d"),
        "e": ("b", "c"),
        "d": ("c",),
        "c": ("b",),
        "b": ("a",),
        "a": (),
    }
)


def test_line_follows_first_parents() -> None:
    assert SPLIT.line("g") == ("g", "e", "b", "a")


def test_new_commits_stop_at_known_ones() -> None:
    assert SPLIT.new("e", {"b", "a"}) == {"e", "c"}


@pytest.mark.parametrize(
    ("commits", "latest"),
    [
        pytest.param({"a", "b"}, ("b",), id="one after the other"),
        pytest.param({"d", "e"}, ("e", "d"), id="side by side"),
        pytest.param({"c", "e"}, ("e",), id="merged"),
        pytest.param({"a", "d", "e"}, ("e", "d"), id="both after a third"),
    ],
)
def test_latest_are_those_that_nothing_came_from(
    commits: set[str], latest: tuple[str, ...]
) -> None:
    assert SPLIT.latest(commits) == latest


@pytest.mark.parametrize(
    ("commits", "first"),
    [
        pytest.param({"d", "e"}, "e", id="on the line goes before merged later"),
        pytest.param({"c", "e"}, "e", id="the merge goes before what it merged"),
        pytest.param({"b", "d"}, "b", id="long before"),
        pytest.param({"c", "d"}, "c", id="both merged, one of them first"),
    ],
)
def test_first_merged_is_the_one_that_reached_the_line_first(commits: set[str], first: str) -> None:
    assert SPLIT.first_merged("g", commits) == first
