"""A diagnostic with all that is found last: its text, its place, its fingerprint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.core.catalogue import message
from wirctl.core.pointer import show
from wirctl.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.core.severity import Severity
    from wirctl.load import Loaded


@dataclass(frozen=True, slots=True)
class Finding:
    """What a format shows of a diagnostic. `path` is as the reader would type it."""

    rule: str
    severity: Severity
    text: str
    help: str
    path: str
    span: Span
    element: str
    pointer: str
    fingerprint: str
    line: str


def findings(
    diagnostics: Iterable[Diagnostic], loaded: Loaded, prefix: str, language: str
) -> tuple[Finding, ...]:
    """The diagnostics as findings, sorted by path and place.

    `prefix` goes before each path, so that it leads to the file from where the reader stands.
    """
    found = (_finding(item, loaded, prefix, language) for item in diagnostics)
    return tuple(sorted(found, key=lambda item: (item.path, item.span, item.rule, item.text)))


def _finding(item: Diagnostic, loaded: Loaded, prefix: str, language: str) -> Finding:
    words = dict(item.arguments)
    said = message(item.rule)
    span = loaded.span(item)
    document = loaded.documents.get(item.subject.path)
    return Finding(
        rule=item.rule,
        severity=item.severity,
        text=said.text(language, words),
        help=said.help(language, words),
        path=f"{prefix}{item.subject.path}",
        span=span,
        element=item.subject.id,
        pointer="" if isinstance(item.at, Span) else show(item.at),
        fingerprint=fingerprint(item),
        line=_line(document.text, span.line) if document is not None else "",
    )


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number)
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""


_WORDS_OF_A_LANGUAGE = ("_de", "_en")
_ABOUT_PLACES = frozenset({"title", "hint", "file", "stem", "other", "path", "line"})


def fingerprint(item: Diagnostic) -> str:
    """16 hexadecimal digits that stay while the fault stays: over rule, element, place and values.

    Text, language, lines and file names play no part.
    """
    values = [
        (name, value)
        for name, value in item.arguments
        if not name.endswith(_WORDS_OF_A_LANGUAGE) and name not in _ABOUT_PLACES
    ]
    at = "" if isinstance(item.at, Span) else show(item.at)
    key = json.dumps([item.rule, item.subject.kind, item.subject.id, at, values])
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
