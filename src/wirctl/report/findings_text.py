"""Findings as a good compiler shows them: place, message, the line with a caret, what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.report.registry import finding_format
from wirctl.report.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.report.finding import Finding
    from wirctl.report.registry import Look

_NAMES: Mapping[str, Mapping[Severity, tuple[str, str]]] = {
    "de": {
        Severity.ERROR: ("Fehler", "Fehler"),
        Severity.WARNING: ("Warnung", "Warnungen"),
        Severity.NOTE: ("Hinweis", "Hinweise"),
    },
    "en": {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.NOTE: ("note", "notes"),
    },
}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_LONGEST = 160


@finding_format("text")
def text(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    """Lines for a terminal or a log: each finding with its line, a total at the end."""
    for item in findings:
        yield from _one(item, look)
    yield total(findings, look.language)


def _one(item: Finding, look: Look) -> Iterator[str]:
    name = _NAMES[look.language][item.severity][0]
    place = f"{visible(item.path)}:{item.span.line}:{item.span.column}"
    mark = _paint(f"{name} [{item.rule}]", _COLOURS[item.severity], look)
    yield f"{place}: {mark} {one_line(item.text)}"
    yield from _excerpt(item, look)
    if item.help:
        word = "Hilfe" if look.language == "de" else "help"
        yield f"      = {word}: {one_line(item.help)}"


def _excerpt(item: Finding, look: Look) -> Iterator[str]:
    """The line at fault with carets below it; a long line is cut around the place."""
    if not item.line.strip():
        return
    first = max(0, item.span.column - _LONGEST // 2) if len(item.line) > _LONGEST else 0
    line = item.line[first : first + _LONGEST]
    column = item.span.column - 1 - first
    same_line = item.span.end_line == item.span.line
    end = item.span.end_column - 1 - first if same_line else len(line)
    before, marked = line[:column], line[column : max(end, column + 1)]
    blank = "".join("\t" if character == "\t" else " " for character in visible(before))
    carets = "^" * max(1, len(visible(marked).rstrip()))
    number = f"{item.span.line:5}"
    yield f"{number} | {visible(line)}"
    yield f"      | {blank}{_paint(carets, _COLOURS[item.severity], look)}"


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\x1b[1;{colour}m{text}\x1b[0m" if look.colour else text


def total(findings: Sequence[Finding], language: str) -> str:
    """How many findings of each severity there are, in a sentence.

    >>> total([], "de")
    'Keine Fehler, keine Warnungen.'
    """
    count = Counter(item.severity for item in findings)
    names = _NAMES[language]
    shown = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    parts = [
        f"{count[level]} {names[level][0 if count[level] == 1 else 1]}"
        for level in shown
        if count[level]
    ]
    if not parts:
        return "Keine Fehler, keine Warnungen." if language == "de" else "No errors, no warnings."
    return f"{', '.join(parts)}."
