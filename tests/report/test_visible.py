"""Nothing in a plan steers a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.report.visible import one_line, visible, width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\x1b[31mrot\x1b[0m", "\\x1b[31mrot\\x1b[0m", id="colour"),
        pytest.param("\x1b]8;;http://x\x1b\\", "\\x1b]8;;http://x\\x1b\\", id="link"),
        pytest.param("\x9b31m", "\\x9b31m", id="one-byte sequence"),
        pytest.param("a\rb", "a\\x0db", id="carriage return"),
        pytest.param("a\x07\x08b", "a\\x07\\x08b", id="bell and backspace"),
        pytest.param("a\u202eb", "a\\u202eb", id="direction turned"),
        pytest.param("a\u2066b\u2069", "a\\u2066b\\u2069", id="direction isolated"),
        pytest.param("a\u200bb", "a\\u200bb", id="space of no width"),
        pytest.param("a\u2028b", "a\\u2028b", id="line separator"),
        pytest.param("a\U000e0041b", "a\\U000e0041b", id="invisible tag"),
        pytest.param("a\ud800b", "a\\ud800b", id="half a character"),
        pytest.param("[Anlage 1] [/] [neu]", "[Anlage 1] [/] [neu]", id="brackets are text"),
        pytest.param(
            "Schüler*innen, مدينة, Разом, 😀", "Schüler*innen, مدينة, Разом, 😀", id="letters"
        ),
    ],
)
def test_what_steers_is_shown_and_what_is_text_stays(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text())
def test_no_sign_that_is_left_steers_or_hides(text: str) -> None:
    left = {unicodedata.category(sign) for sign in visible(text)} - {"Cf"}
    assert not {"Cc", "Cs", "Zl", "Zp"} & left or set(visible(text)) & {"\t", "\n"}


def test_one_line_has_no_end_and_no_wide_gaps() -> None:
    assert one_line(" eins\n\n zwei\tdrei\u00a0vier ") == "eins zwei drei vier"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("abc", 3, id="letters"),
        pytest.param("日本", 4, id="wide signs"),
        pytest.param("o\u0308", 1, id="a mark above"),
        pytest.param("مدينة", 5, id="Arabic"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns
