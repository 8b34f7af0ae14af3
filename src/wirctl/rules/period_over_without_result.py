"""A measure whose period is over says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import has_passed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.model.measure import Measure
    from wirctl.rules.engine.registry import Finding

_RESULTS = frozenset({"fulfilled", "regular_business", "stopped"})


@rule(
    "period-over-without-result",
    code="W24",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="Maßnahme {measure} sollte bis {end} laufen; was aus ihr geworden ist, steht nicht da.",
    en="Measure {measure} was to run until {end}; what came of it is not said.",
    help_de="Ergänzen Sie unter „implementation“ einen Eintrag mit Datum und Ergebnis: „fulfilled“ "
    "(erfüllt), „regular_business“ (läuft weiter) oder „stopped“ (beendet, mit Grund).",
    help_en="Add an entry with date and result below “implementation”: “fulfilled”, "
    "“regular_business” or “stopped” (with a reason).",
    reason_de="Von den Handlungsansätzen des Plans von 2008 wurden am Ende mehr als 100 zur "
    "laufenden Aufgabe, 19 waren erfüllt und 20 nicht verfolgt. Das weiß man nur, weil es "
    "festgehalten wurde.",
    good=[
        """\
# today: 2025-06-01
# measures/M-SVW-02.yaml
id: M-SVW-02
kind: measure
title: Leitfaden
field: HF-SVW
period: {start: "2022", end: "2024"}
implementation:
  - {date: 2024-11, status: fulfilled}
# measures/M-SVW-01.yaml
id: M-SVW-01
kind: measure
title: Zielzahlen
field: HF-SVW
period: {start: "2022", end: "2026"}
""",
    ],
    bad=[
        """\
# today: 2025-06-01
# measures/M-SVW-02.yaml
id: M-SVW-02
kind: measure
title: Leitfaden
field: HF-SVW
period: {start: "2022", end: "2024"}  # <-
implementation:
  - {date: 2023-11, status: running}
""",
    ],
    waiver="A result before the end of the period is good news.",
)
def period_over_without_result(measure: Measure, today: date) -> Iterator[Finding]:
    """What became of a measure is known only if somebody wrote it down."""
    end = measure.period.end if measure.period is not None else ""
    last = max(measure.implementation, key=lambda step: step.date, default=None)
    done = last is not None and last.status in _RESULTS
    if not done and has_passed(end, today):
        yield measure.at("period", "end"), {"measure": measure.id, "end": end}
