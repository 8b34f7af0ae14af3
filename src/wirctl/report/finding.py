"""A diagnostic with all that is found last: its text, its place, its fingerprint."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.catalogue import message
from wirctl.core.frozen import frozen, replace
from wirctl.core.pointer import show
from wirctl.core.span import TOP, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.core.diagnostic import Diagnostic, Location, Subject
    from wirctl.core.severity import Severity
    from wirctl.load import Loaded


@frozen(order=True)
class Related:
    """Another place that a finding speaks about."""

    path: str
    span: Span
    element: str
    pointer: str


@frozen
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
    related: tuple[Related, ...] = ()


def findings(
    diagnostics: Iterable[Diagnostic], loaded: Loaded, prefix: str, language: str
) -> tuple[Finding, ...]:
    """The diagnostics as findings, sorted by path and place.

    `prefix` goes before each path, so that it leads to the file from where the reader stands.
    """
    found = [_finding(item, loaded, prefix, language) for item in diagnostics]
    found.sort(key=lambda item: (item.path, item.span, item.rule, item.text))
    return tuple(_told_apart(found))


def numbered(fingerprint: str, count: int) -> str:
    """The fingerprint of one of several things that are alike; `count` of them came before."""
    return _digest(f"{fingerprint}:{count}") if count else fingerprint


def _told_apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with those that are alike numbered in their fingerprints."""
    seen: Counter[str] = Counter()
    for item in found:
        yield replace(item, fingerprint=numbered(item.fingerprint, seen[item.fingerprint]))
        seen[item.fingerprint] += 1


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
        path=_path(prefix, item.subject),
        span=span,
        element=item.subject.id,
        pointer="" if isinstance(item.at, Span) else show(item.at),
        fingerprint=fingerprint(item),
        line=document.line(span.line) if document is not None else "",
        related=tuple(_related(location, loaded, prefix) for location in item.related),
    )


def _related(location: Location, loaded: Loaded, prefix: str) -> Related:
    subject = location.subject
    span = loaded.place(subject, location.pointer, key=True) if subject.path else TOP
    return Related(_path(prefix, subject), span, subject.id, show(location.pointer))


def _path(prefix: str, subject: Subject) -> str:
    """The path from where the reader stands; of the plan as a whole, its folder."""
    return f"{prefix}{subject.path}".rstrip("/") or "."


_WORDS_OF_A_LANGUAGE = ("_de", "_en")
_ABOUT_PLACES = frozenset({"title", "hint", "file", "stem", "other", "path", "line"})


def fingerprint(item: Diagnostic) -> str:
    """16 hexadecimal digits that stay while the fault stays: over rule, element, place and values.

    Text, language, lines and the names of files play no part, but for files of no element.
    """
    subject = item.subject
    values = [
        (name, value)
        for name, value in item.arguments
        if not name.endswith(_WORDS_OF_A_LANGUAGE) and name not in _ABOUT_PLACES
    ]
    at = "" if isinstance(item.at, Span) else show(item.at)
    about = (subject.kind, subject.id) if subject.id else ("", subject.path)
    return _digest(json.dumps([item.rule, *about, at, values]))


def _digest(key: str) -> str:
    from hashlib import sha256

    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
