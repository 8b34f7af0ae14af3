"""Findings as annotations of GitHub (and Forgejo): workflow commands on stdout.

GitHub shows ten annotations of each level and step and drops the rest without a word; so the
tenth says how many there are more.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.report.findings_text import total
from wirctl.report.registry import finding_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.report.finding import Finding
    from wirctl.report.registry import Look

SHOWN = 9
"""Annotations of a level that stand for themselves; one more counts the rest."""

_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_MORE = {
    "de": "… und {count} weitere; alle zeigt wirctl mit --format text.",
    "en": "… and {count} more; wirctl shows all with --format text.",
}


@finding_format("github", is_for_people=True)
def github(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    """A line `::error file=…,line=…::message` for each finding, worst first; then the total."""
    yield from annotated(findings, look)
    yield total(findings, look.language)


def annotated(findings: Sequence[Finding], look: Look, taken: int = 0) -> Iterator[str]:
    """The lines for these findings; of errors, `taken` annotations are spoken for already."""
    order = list(_LEVELS)
    shown = [item for item in findings if item.severity in _LEVELS]
    shown.sort(key=lambda item: order.index(item.severity))
    for level, group in groupby(shown, lambda item: item.severity):
        members = tuple(group)
        room = SHOWN - (taken if level is Severity.ERROR else 0)
        last = len(members) if len(members) <= room + 1 else room
        yield from (_annotation(item) for item in members[:last])
        rest = len(members) - last
        if rest:
            yield command(_LEVELS[level], _MORE[look.language].format(count=rest))


def _annotation(item: Finding) -> str:
    span = item.span
    places = {"file": item.path, "line": span.line, "col": span.column}
    if (span.end_line, span.end_column) != (span.line, span.column):
        places |= {"endLine": span.end_line}
        if span.end_line == span.line:
            places |= {"endColumn": span.end_column}
    text = f"{item.text} {item.help}".strip()
    return command(_LEVELS[item.severity], text, **places, title=item.rule)


def command(name: str, text: str, **properties: object) -> str:
    r"""A workflow command; nothing in its text or properties can begin another one.

    >>> command("error", "100 %\n::set-env::", file="a,b:c.yaml")
    '::error file=a%2Cb%3Ac.yaml::100 %25%0A::set-env::'
    """
    parts = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name}{' ' + parts if parts else ''}::{_data(text)}"


_BREAKS = {"\r": "%0D", "\n": "%0A"}
_OTHERS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What some programs take for the end of a line; a space says as much."""


def _data(text: str) -> str:
    text = text.replace("%", "%25")
    for sign, code in _BREAKS.items():
        text = text.replace(sign, code)
    return text.translate(dict.fromkeys(map(ord, _OTHERS), " "))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
