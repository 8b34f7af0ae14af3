"""Findings as a good compiler shows them: place, message, the line with a caret, what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.report.flow import paint
from wirctl.report.registry import finding_format
from wirctl.report.visible import one_line, visible, width

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
_WORDS = {
    "de": {"help": "Hilfe", "related": "siehe auch", "none": "Keine Fehler, keine Warnungen."},
    "en": {"help": "help", "related": "see also", "none": "No errors, no warnings."},
}
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_LONGEST = 160
"""Columns of a line that are shown; of a longer one, those around the place."""
_BEFORE = 60
_CUT = "…"


@finding_format("text", is_for_people=True)
def text(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    """Lines for a terminal or a log: each finding with its line, a total at the end."""
    for item in findings:
        yield from _one(item, look)
    yield total(findings, look.language)


def _one(item: Finding, look: Look) -> Iterator[str]:
    words = _WORDS[look.language]
    name = _NAMES[look.language][item.severity][0]
    place = f"{visible(item.path)}:{item.span.line}:{item.span.column}"
    mark = _painted(f"{name} [{item.rule}]", item, look)
    yield f"{place}: {mark} {one_line(item.text)}"
    yield from _excerpt(item, look)
    for other in item.related:
        about = f" ({visible(other.element)})" if other.element != item.element else ""
        where = f"{visible(other.path)}:{other.span.line}:{other.span.column}"
        yield f"      = {words['related']}: {where}{about}"
    if item.help:
        yield f"      = {words['help']}: {one_line(item.help)}"


def _excerpt(item: Finding, look: Look) -> Iterator[str]:
    """The line at fault with carets below it; a long line is cut around the place."""
    if not item.line.strip():
        return
    start = item.span.column - 1
    same_line = item.span.end_line == item.span.line
    end = max(start + 1, item.span.end_column - 1 if same_line else len(item.line.rstrip()))
    first = max(0, start - _BEFORE) if len(item.line) > _LONGEST else 0
    last = first + _LONGEST
    before, after = item.line[first:start], item.line[end:last]
    marked = item.line[start:end][: max(1, last - start)]
    lead = _CUT if first else ""
    tail = _CUT if len(item.line) > max(last, start + len(marked)) else ""
    carets = "^" * max(1, width(visible(marked).rstrip()))
    yield f"{item.span.line:5} | {lead}{visible(before)}{visible(marked)}{visible(after)}{tail}"
    yield f"      | {_blank(lead + before)}{_painted(carets, item, look)}"


def _blank(text: str) -> str:
    """As many columns as the text takes, with nothing in them; tabs stay tabs."""
    return "".join("\t" if sign == "\t" else " " * width(visible(sign)) for sign in text)


def _painted(text: str, item: Finding, look: Look) -> str:
    return paint(text, _COLOURS[item.severity]) if look.colour else text


def total(findings: Sequence[Finding], language: str) -> str:
    """How many findings of each severity there are, in a sentence.

    >>> total([], "de")
    'Keine Fehler, keine Warnungen.'
    """
    count = Counter(item.severity for item in findings)
    parts = [
        f"{count[level]} {names[0 if count[level] == 1 else 1]}"
        for level, names in _NAMES[language].items()
        if count[level]
    ]
    return f"{', '.join(parts)}." if parts else _WORDS[language]["none"]
