"""Findings as a Code Quality report of GitLab.

The shape: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.report.registry import finding_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.report.finding import Finding
    from wirctl.report.registry import Look

_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}


@finding_format("gitlab")
def gitlab(findings: Sequence[Finding], _: Look) -> Iterator[str]:
    """One JSON list with an issue for each finding."""
    yield report(map(issue, findings))


def issue(item: Finding) -> dict[str, object]:
    """One finding as GitLab wants it: a path without `./`, a fingerprint of its own."""
    return {
        "description": f"{item.text} {item.help}".strip(),
        "check_name": item.rule,
        "fingerprint": item.fingerprint,
        "severity": _LEVELS.get(item.severity, "info"),
        "location": {
            "path": item.path.removeprefix("./"),
            "lines": {"begin": item.span.line},
        },
    }


def report(issues: Iterable[Mapping[str, object]]) -> str:
    """The issues as the text of a report."""
    return json.dumps(list(issues), ensure_ascii=False, indent=2)
