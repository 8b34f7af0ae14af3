"""Comments that allow a finding are real comments, for the lines they stand at."""

from __future__ import annotations

import pytest

from wirctl.source.pure import PureParser
from wirctl.source.suppressions import Suppression, suppressions

TEXT = """\
# wirctl: allow avoided-term – Titel von 2008
id: M-1
costs:   # wirctl: erlaubt cost-x, cost-y - Beschluss steht aus
  - year: 2023  # wirctl: allow early-year: reason
    amount_eur: 1
  # wirctl: allow odd-item – das ganze Stück
  - year: 2024
    amount_eur: 2
lead: "# wirctl: allow no-lead – im Text"
text: |
  eins
  # wirctl: allow no-text – im Text
  zwei
# wirctl: erlaubt long-text — Gedankenstrich
note: >-
  eins

  zwei
goals: # wirctl: allow few-goals
- Z-1
- Z-2
end: 1
"""


def test_comments_and_their_lines() -> None:
    assert suppressions(TEXT) == (
        Suppression(("avoided-term",), "Titel von 2008", 1, None, None),
        Suppression(("cost-x", "cost-y"), "Beschluss steht aus", 3, 3, 8),
        Suppression(("early-year",), "reason", 4, 4, 4),
        Suppression(("odd-item",), "das ganze Stück", 6, 7, 8),
        Suppression(("long-text",), "Gedankenstrich", 14, 15, 18),
        Suppression(("few-goals",), "", 19, 19, 21),
    )


def test_both_parsers_see_the_same_comments() -> None:
    assert suppressions(TEXT, PureParser) == suppressions(TEXT)


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        pytest.param("# wirctl: erlaubt a-b – Grund", ("a-b",), "Grund", id="German"),
        pytest.param("# wirctl: allow a-b - reason", ("a-b",), "reason", id="hyphen"),
        pytest.param("# wirctl: allow a-b: reason", ("a-b",), "reason", id="colon"),
        pytest.param("#wirctl:allow a-b", ("a-b",), "", id="no space at all"),
        pytest.param("#wirctl: allow a-b", ("a-b",), "", id="no space after the sign"),
        pytest.param("# wirctl: allow a-b,c , d – r", ("a-b", "c", "d"), "r", id="several"),
        pytest.param("# wirctl: allow a-b  ", ("a-b",), "", id="no reason"),
        pytest.param("# wirctl: allow", (), "", id="no rule"),
        pytest.param("# wirctl: verbiete a-b – x", (), "", id="other word"),
        pytest.param("# wirctl: allow A_B – x", (), "", id="no rule's name"),
        pytest.param("# wirctl: allow a-b weil", (), "", id="reason without a sign"),
    ],
)
def test_forms_of_the_comment(comment: str, rules: tuple[str, ...], reason: str) -> None:
    (found,) = suppressions(f"id: 1\nx: 2 {comment}\n")
    assert (found.rules, found.reason) == (rules, reason)
    assert (found.line, found.first, found.last) == (2, 2, 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id: 1\n", id="no comment"),
        pytest.param("id: a#wirctl: allow b\n", id="no space before the sign"),
        pytest.param("id: '# wirctl: allow b'\n", id="in quotes"),
        pytest.param("text: >\n  a\n  # wirctl: allow b\n", id="in a block"),
        pytest.param('text: "a\n  # wirctl: allow b\n  c"\n', id="in quotes over lines"),
        pytest.param("id: wirctl: allow\n", id="no sign"),
    ],
)
def test_text_is_no_comment(text: str) -> None:
    assert suppressions(text) == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("# wirctl: allow a\nid: 1\nb: 2\n", [1, 2, 3], id="the file"),
        pytest.param(
            "# Kopf\n\n# wirctl: allow a\nid: 1\nb: 2\n", [1, 2, 3, 4, 5], id="in the head"
        ),
        pytest.param("id: 1 # wirctl: allow a\nb: 2\n", [1], id="one line"),
        pytest.param("id: 1\n# wirctl: allow a\nb:\n  c: 1\n  d: 2\ne: 3\n", [3, 4, 5], id="below"),
        pytest.param("id: 1\nb: # wirctl: allow a\n  c: 1\ne: 3\n", [2, 3], id="behind a key"),
        pytest.param("l:\n  # wirctl: allow a\n  - b\n  - c\n", [3], id="an item"),
        pytest.param("id: 1\nb: 2\n# wirctl: allow a\n", [1, 2, 3], id="at the end: the file"),
    ],
)
def test_lines_that_are_covered(text: str, lines: list[int]) -> None:
    (found,) = suppressions(text)
    count = text.count("\n")
    assert [number for number in range(1, count + 1) if found.covers(number)] == lines


def test_comments_of_a_broken_file_are_still_read() -> None:
    (found,) = suppressions("a: 1 # wirctl: allow x – y\nb: [1\nc: 2\n")
    assert found.rules == ("x",)
