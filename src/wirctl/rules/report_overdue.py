"""A report (Bericht) that is due has been given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import has_passed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.model.report import Report
    from wirctl.rules.engine.registry import Finding


@rule(
    "report-overdue",
    code="W17",
    severity=Severity.WARNING,
    de="{report} war bis {due} fällig und liegt noch nicht vor.",
    en="{report} was due by {due} and has not been given yet.",
    help_de="Tragen Sie ein, wann der Bericht vorgelegt wurde, etwa: date: 2025-05. Ist der Termin "
    "verschoben, ändern Sie „due“.",
    help_en="Enter when the report was given, such as: date: 2025-05. If the day has been moved, "
    "change “due”.",
    reason_de="Die Gremien haben Berichte in festen Abständen beschlossen; wer sie nicht bekommt, "
    "merkt es oft nicht.",
    good=[
        """\
# today: 2025-06-01
# reports/R-2025.yaml
id: R-2025
title: Zwischenbericht
kind: interim
due: 2025-03
date: 2025-05
# reports/R-2027.yaml
id: R-2027
title: Schlussbericht
kind: final
due: "2027"
""",
    ],
    bad=[
        """\
# today: 2025-06-01
# reports/R-2025.yaml
id: R-2025
title: Zwischenbericht
kind: interim
due: 2025-03  # <-
""",
    ],
    waiver="A report that nobody asked for does no harm.",
)
def report_overdue(report: Report, today: date) -> Iterator[Finding]:
    """Bodies that do not get a report they asked for often do not notice."""
    if not report.date and has_passed(report.due, today):
        yield report.at("due"), {"report": report.id, "due": report.due}
