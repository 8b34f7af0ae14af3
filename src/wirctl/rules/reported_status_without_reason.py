"""A report (Bericht) says why a measure does not begin, is late, or stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.status import NEEDS_REASON, status_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.report import Report
    from wirctl.rules.engine.registry import Finding


@rule(
    "reported-status-without-reason",
    code="W17",
    severity=Severity.WARNING,
    de="{report} meldet Maßnahme {measure} als {status_de}, aber ohne Grund.",
    en="{report} reports measure {measure} as {status_en}, but without a reason.",
    help_de="Ergänzen Sie bei dieser Maßnahme den Grund: reason: …",
    help_en="Add the reason to this measure: reason: …",
    reason_de="Ein Bericht, der nur den Stand nennt, lässt die Gremien im Unklaren, ob sie etwas "
    "ändern müssen.",
    good=[
        """\
id: R-2025
title: Zwischenbericht
kind: interim
items:
  - {measure: M-STK-08, status: delayed, reason: Die Stelle war unbesetzt.}
  - {measure: M-STK-02, status: running}
""",
    ],
    bad=[
        """\
id: R-2025
title: Zwischenbericht
kind: interim
items:
  - {measure: M-STK-08, status: not_started}  # <-
""",
    ],
    waiver="A reason for going on as planned does no harm.",
)
def reported_status_without_reason(report: Report) -> Iterator[Finding]:
    """A report that gives only the status leaves open whether anything has to change."""
    for item in report.items:
        if item.status in NEEDS_REASON and not item.reason:
            words = {"report": report.id, "measure": item.measure}
            yield report.at(*item.place), words | status_words(item.status)
