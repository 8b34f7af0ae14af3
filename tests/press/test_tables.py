"""Columns get room by what stands in them, and no word is parted while there is room."""

from __future__ import annotations

from wirctl.press.parts import Bullets, PageOf, Par, Quoted, Run
from wirctl.press.tables import grid

LONG = "ein Text, der mehr sagt als die anderen und deshalb den meisten Platz bekommt " * 2


def widths(*columns: str, strong: bool = False) -> tuple[int, ...]:
    """The widths of a table with one row of these texts."""
    row = tuple((Par((Run(text, strong=strong),)),) for text in columns)
    return grid([(Run("Kopf"),) for _ in columns], [row]).widths


def test_short_words_are_as_wide_as_they_need_beside_a_long_text() -> None:
    date, result, text = widths("25.\u00a0Februar 2021", "beschlossen", LONG)
    assert (date, result) == (18, 14)
    assert text > 50
    assert sum((date, result, text)) <= 92


def test_bold_words_need_more() -> None:
    plain, *_ = widths("beschlossen", LONG, LONG)
    strong, *_ = widths("beschlossen", LONG, LONG, strong=True)
    assert strong == plain + 2


def test_many_columns_share_what_there_is() -> None:
    found = widths(*(["Maßnahmen"] * 9))
    assert found == (12,) * 9


def test_texts_share_what_is_left() -> None:
    found = widths(LONG, LONG, "beschlossen")
    assert found[0] == found[1] > found[2] == 14
    assert sum(found) <= 92


def test_column_without_words_is_left_out() -> None:
    made = grid([(Run("A"),), (Run("B"),)], [((Par((Run("x"),)),), ())])
    assert [line[0] for line in made.head] == [Run("A")]


def test_lists_quotes_and_numbers_of_pages_are_counted() -> None:
    listed = (Bullets(((Par((Run("Grünflächenamt"),)),),)),)
    quoted = (Quoted((Par((Run("Antidiskriminierungsstelle"),)),)),)
    numbers = (Par((PageOf("M-1"),)),)
    heads = [(Run("A"),), (Run("B"),), (Run("C"),)]
    assert grid(heads, [(listed, quoted, numbers)]).widths == (17, 29, 8)
