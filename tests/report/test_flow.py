"""Words in lines of a screen."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from wirctl.report.flow import Piece, flow
from wirctl.report.visible import width

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
WORDS = st.text(alphabet="aÄ日 \n*", max_size=30)
STYLES = st.sampled_from(["", "31;9", "32;4"])


def bare(line: str) -> str:
    return _STYLE.sub("", line)


@given(st.lists(st.builds(Piece, WORDS, STYLES), max_size=6), st.integers(10, 150))
def test_words_stay_in_their_order_and_no_line_is_too_wide(
    pieces: list[Piece], columns: int
) -> None:
    lines = [bare(line) for line in flow(pieces, columns, "> ", "  ")]
    words = [word for line in lines for word in line.removeprefix("> ").split()]
    assert words == "".join(piece.text for piece in pieces).split()
    limit = max(40, min(columns, 120))
    assert all(width(line) <= limit or len(line.split()) <= 2 for line in lines)


@given(st.lists(st.builds(Piece, WORDS, STYLES), max_size=6))
def test_each_line_ends_the_styles_that_it_begins(pieces: list[Piece]) -> None:
    for line in flow(pieces, 40, "", ""):
        assert line.count("\x1b[0m") * 2 == len(_STYLE.findall(line))


def test_style_is_not_carried_over_the_indent() -> None:
    lines = list(flow([Piece("eins " * 20, "31")], 40, "", "  "))
    assert lines[1].startswith("  \x1b[31meins")
    assert lines[0].endswith("eins\x1b[0m")


def test_word_in_two_styles_is_not_broken() -> None:
    pieces = [Piece("x" * 35 + " Bürger"), Piece("*innen", "32")]
    assert list(flow(pieces, 40, "", "")) == ["x" * 35, "Bürger\x1b[32m*innen\x1b[0m"]


def test_number_and_unit_stay_together() -> None:
    assert list(flow([Piece("x" * 36 + " 50\u00a0EUR")], 40, "", "")) == ["x" * 36, "50\u00a0EUR"]


def test_sequences_in_the_text_itself_are_shown() -> None:
    assert list(flow([Piece("a\x1b[31mb")], 40, "", "")) == ["a\\x1b[31mb"]
