"""Who does not begin, is late, or stops, says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.model.dates import first_day, last_day
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.status import NEEDS_REASON, status_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.measure import Measure, Progress
    from wirctl.rules.engine.registry import Finding


@rule(
    "status-without-reason",
    code="W17",
    severity=Severity.WARNING,
    de="Maßnahme {measure} ist als {status_de} eingetragen ({date}), aber ohne Grund.",
    en="Measure {measure} is entered as {status_en} ({date}), but without a reason.",
    help_de="Ergänzen Sie in diesem Eintrag den Grund: reason: …",
    help_en="Add the reason to this entry: reason: …",
    reason_de="Schon der erste Controlling-Bericht verlangte einen Grund, wo nichts geschehen war. "
    "Wer „nicht begonnen“ schreibt, bevor der Beginn geplant war, schuldet keinen.",
    good=[
        """\
id: M-STK-08
kind: measure
title: Kapazitäten aufbauen
field: HF-STK
period: {start: "2024"}
implementation:
  - {date: 2023-05, status: not_started}
  - {date: 2024-12, status: delayed, reason: Die Stelle war unbesetzt.}
  - {date: 2025-05, status: running}
""",
    ],
    bad=[
        """\
id: M-STK-08
kind: measure
title: Kapazitäten aufbauen
field: HF-STK
period: {start: "2023"}
implementation:
  - {date: 2024-05, status: not_started}  # <-
  - {date: 2025-05, status: stopped}  # <-
""",
        """\
id: M-STK-08
kind: measure
title: Der Beginn war nie geplant
field: HF-STK
implementation:
  - {date: 2024-05, status: not_started}  # <-
""",
    ],
    waiver="A reason for going on as planned does no harm.",
)
def status_without_reason(measure: Measure) -> Iterator[Finding]:
    """The first report on the plan of 2008 asked for a reason where nothing had been done."""
    for step in measure.implementation:
        if step.status in NEEDS_REASON and not step.reason and not _is_early(step, measure):
            words = {"measure": measure.id, "date": step.date}
            yield measure.at(*step.place), words | status_words(step.status)


def _is_early(step: Progress, measure: Measure) -> bool:
    """Whether nothing has begun because nothing was to have begun yet."""
    begin = last_day(measure.period.start) if measure.period is not None else None
    day = first_day(step.date)
    if step.status != "not_started" or begin is None or day is None:
        return False
    return day <= begin
