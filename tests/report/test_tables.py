"""Tables for terminals."""

from __future__ import annotations

import pytest

from wirctl.report.registry import Look
from wirctl.report.tables import table
from wirctl.report.visible import width

EVIL = "\x1b[2J [bold]x[/bold] [/] [Anlage 1]\n\u202e"


@pytest.mark.parametrize("columns", [20, 80, 200])
def test_table_keeps_to_the_screen(columns: int) -> None:
    rows = [("M-BIL-01", "sehr lange Wörter " * 20, "3")]
    lines = list(table(("A", "B", "C"), rows, Look(width=columns), frozenset({2})))
    assert max(map(width, lines)) <= max(60, columns)


def test_plan_text_is_text_and_never_markup() -> None:
    lines = "\n".join(table(("A",), [(EVIL,)], Look(width=100)))
    assert "\\x1b[2J [bold]x[/bold] [/] [Anlage 1] \\u202e" in lines
    assert "\x1b" not in lines


def test_numbers_stand_to_the_right() -> None:
    lines = list(table(("Name", "Zahl"), [("a", "1"), ("b", "100")], Look(), frozenset({1})))
    assert lines[2].endswith("  1")
    assert lines[3].endswith("100")


def test_colour_stands_only_where_it_is_wanted() -> None:
    assert "\x1b" in "".join(table(("A",), [("a",)], Look(colour=True)))
    assert "\x1b" not in "".join(table(("A",), [("a",)], Look()))
