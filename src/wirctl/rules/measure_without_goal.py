"""Every measure (Maßnahme) serves a goal (Ziel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.measure import Measure
    from wirctl.rules.engine.registry import Finding


@rule(
    "measure-without-goal",
    code="W01",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="Maßnahme {measure} nennt kein Ziel, dem sie dient.",
    en="Measure {measure} names no goal that it serves.",
    help_de="Ergänzen Sie unter „goals“ die Kennung mindestens eines Ziels, etwa: goals: [Z-BIL-1]",
    help_en="Add the id of at least one goal below “goals”, such as: goals: [Z-BIL-1]",
    reason_de="Eine Maßnahme, die keinem Ziel dient, lässt sich nicht daran messen, ob sie etwas "
    "erreicht hat.",
    good=[
        """\
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Öffnung der Schulen
field: HF-BIL
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: A-Teams
field: HF-BIL
goals: [Z-BIL-1]
""",
    ],
    bad=[
        """\
id: M-BIL-01  # <-
kind: measure
title: A-Teams
field: HF-BIL
""",
        """\
id: M-BIL-01
kind: measure
title: A-Teams
field: HF-BIL
goals: []  # <-
""",
    ],
    mirror="goal-without-measure",
)
def measure_without_goal(measure: Measure) -> Iterator[Finding]:
    """A measure that serves no goal cannot be judged by whether it reached anything."""
    if not measure.goals:
        yield measure.at("goals"), {"measure": measure.id}
