"""Findings as a good compiler shows them."""

from __future__ import annotations

import re

import pytest

from wirctl.core.frozen import replace
from wirctl.core.severity import Severity
from wirctl.core.span import Span
from wirctl.report.finding import Finding, Related
from wirctl.report.findings_text import text, total
from wirctl.report.registry import Look

GERMAN = Look("de")
ITEM = Finding(
    rule="unknown-reference",
    severity=Severity.ERROR,
    text="L-9 gibt es hier nicht.",
    help="Gemeint ist wohl L-1.",
    path="plan/goals/Z-BIL-1.yaml",
    span=Span(5, 16, 5, 19),
    element="Z-BIL-1",
    pointer="guidelines/L-9",
    fingerprint="0" * 16,
    line="  guidelines: [L-9]",
)


def shown(item: Finding, look: Look = GERMAN) -> list[str]:
    return list(text([item], look))


def caret(line: str, start: int, end: int) -> tuple[str, str]:
    """The line as shown and the one with carets, without what stands before both."""
    item = replace(ITEM, line=line, span=Span(1, start, 1, end))
    above, below = shown(item)[1:3]
    return above.removeprefix("    1 | "), below.removeprefix("      | ")


def test_finding_has_place_message_line_carets_and_help() -> None:
    assert shown(ITEM) == [
        "plan/goals/Z-BIL-1.yaml:5:16: Fehler [unknown-reference] L-9 gibt es hier nicht.",
        "    5 |   guidelines: [L-9]",
        "      |                ^^^",
        "      = Hilfe: Gemeint ist wohl L-1.",
        "1 Fehler.",
    ]


def test_words_of_the_other_language() -> None:
    item = replace(ITEM, severity=Severity.WARNING, text="There is no L-9.", help="Write L-1.")
    assert shown(item, Look("en")) == [
        "plan/goals/Z-BIL-1.yaml:5:16: warning [unknown-reference] There is no L-9.",
        "    5 |   guidelines: [L-9]",
        "      |                ^^^",
        "      = help: Write L-1.",
        "1 warning.",
    ]


def test_other_places_are_named() -> None:
    other = Related("plan/goals/Z-BIL-2.yaml", Span(1, 1, 1, 3), "Z-BIL-2", "id")
    here = Related(ITEM.path, Span(2, 1, 2, 6), "Z-BIL-1", "title")
    assert shown(replace(ITEM, related=(other, here)))[3:5] == [
        "      = siehe auch: plan/goals/Z-BIL-2.yaml:1:1 (Z-BIL-2)",
        "      = siehe auch: plan/goals/Z-BIL-1.yaml:2:1",
    ]


@pytest.mark.parametrize(
    ("line", "start", "end", "above", "below"),
    [
        pytest.param("a: b", 4, 5, "a: b", "   ^", id="one sign"),
        pytest.param("\ta:\tb", 5, 6, "\ta:\tb", "\t  \t^", id="tabs"),
        pytest.param("名: b", 4, 5, "名: b", "    ^", id="wide signs before"),
        pytest.param("a: 名前", 4, 6, "a: 名前", "   ^^^^", id="wide signs at fault"),
        pytest.param("a: مدينة x", 10, 11, "a: مدينة x", "         ^", id="Arabic before"),
        pytest.param("o\u0308: b", 5, 6, "o\u0308: b", "   ^", id="a mark above a letter"),
        pytest.param("a\u202e: b", 5, 6, "a\\u202e: b", "         ^", id="an escape"),
        pytest.param("a: b  ", 4, 7, "a: b  ", "   ^", id="spaces at the end"),
        pytest.param("a:", 3, 3, "a:", "  ^", id="behind the end"),
    ],
)
def test_carets_stand_below_what_is_at_fault(
    line: str, start: int, end: int, above: str, below: str
) -> None:
    assert caret(line, start, end) == (above, below)


@pytest.mark.parametrize("place", [1, 50, 500, 995])
def test_long_line_is_cut_around_the_place(place: int) -> None:
    line = "".join(f"{number:04} " for number in range(200))
    above, below = caret(line, place, place + 4)
    assert len(above) <= 163
    start = len(below) - 4
    assert above[start:][:4] == line[place - 1 : place + 3]
    assert above.startswith("…") == (place > 61)
    assert above.endswith("…") == (place < 900)


def test_place_that_is_longer_than_the_screen_is_cut() -> None:
    above, below = caret("x" * 1000, 1, 1001)
    assert above == "x" * 160 + "…"
    assert below == "^" * 160


def test_finding_over_several_lines_marks_the_first() -> None:
    item = replace(ITEM, line="text: |", span=Span(2, 7, 9, 1))
    assert shown(item)[1:3] == ["    2 | text: |", "      |       ^"]


def test_finding_without_a_line_has_no_excerpt() -> None:
    assert len(shown(replace(ITEM, line="", help=""))) == 2


def test_hostile_text_is_shown_and_never_sent() -> None:
    evil = "\x1b[2J\u202e\r[/]"
    item = replace(ITEM, text=evil, help=evil, path=f"plan/{evil}.yaml", line=f"a: {evil}")
    lines = "\n".join(shown(item))
    assert not re.search("[\x1b\u202e\r]", lines)
    assert lines.count("\\x1b[2J\\u202e") == 4


def test_colour_stands_only_where_it_is_wanted() -> None:
    assert "\x1b" not in "\n".join(shown(ITEM))
    coloured = shown(ITEM, Look("de", colour=True))
    assert coloured[0].count("\x1b[1;31m") == coloured[2].count("\x1b[1;31m") == 1


@pytest.mark.parametrize(
    ("levels", "german", "english"),
    [
        pytest.param([], "Keine Fehler, keine Warnungen.", "No errors, no warnings.", id="none"),
        pytest.param([Severity.ERROR], "1 Fehler.", "1 error.", id="one"),
        pytest.param(
            [Severity.NOTE, Severity.WARNING, Severity.NOTE, Severity.ERROR, Severity.ERROR],
            "2 Fehler, 1 Warnung, 2 Hinweise.",
            "2 errors, 1 warning, 2 notes.",
            id="several, worst first",
        ),
    ],
)
def test_total_counts_each_level(levels: list[Severity], german: str, english: str) -> None:
    items = [replace(ITEM, severity=level) for level in levels]
    assert (total(items, "de"), total(items, "en")) == (german, english)
