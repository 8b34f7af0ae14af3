"""Findings for programs; `wirctl schema --output findings` prints the schema."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from wirctl.report.registry import finding_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.report.finding import Finding
    from wirctl.report.registry import Look

VERSION = 1


@finding_format("json")
def json_lines(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    """One JSON object: `version`, `diagnostics` in order, `summary` by severity."""
    count = Counter(item.severity.value for item in findings)
    whole = {
        "version": VERSION,
        "language": look.language,
        "diagnostics": [_one(item) for item in findings],
        "summary": {name: count[name] for name in ("error", "warning", "note")}
        | {"total": len(findings)},
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def _one(item: Finding) -> dict[str, object]:
    return {
        "rule": item.rule,
        "severity": item.severity.value,
        "message": item.text,
        "path": item.path,
        "line": item.span.line,
        "column": item.span.column,
        "end_line": item.span.end_line,
        "end_column": item.span.end_column,
        "element": item.element,
        "pointer": item.pointer,
        "help": item.help,
        "fingerprint": item.fingerprint,
    }
