"""Findings for programs; `wirctl schema findings` prints the schema."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from wirctl.report.registry import finding_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.core.span import Span
    from wirctl.report.finding import Finding, Related
    from wirctl.report.registry import Look

VERSION = 1


@finding_format("json")
def json_lines(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    """One JSON object: `version`, `diagnostics` in order, `summary` by severity."""
    count = Counter(item.severity.value for item in findings)
    whole = {
        "version": VERSION,
        "language": look.language,
        "diagnostics": [one(item) for item in findings],
        "summary": {name: count[name] for name in ("error", "warning", "note")}
        | {"total": len(findings)},
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def one(item: Finding) -> dict[str, object]:
    """One finding with all that it says."""
    return {
        "rule": item.rule,
        "severity": item.severity.value,
        "message": item.text,
        "path": item.path,
        **_place(item.span),
        "element": item.element,
        "pointer": item.pointer,
        "help": item.help,
        "fingerprint": item.fingerprint,
        "related": [_related(place) for place in item.related],
    }


def _related(place: Related) -> dict[str, object]:
    return {
        "path": place.path,
        **_place(place.span),
        "element": place.element,
        "pointer": place.pointer,
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
