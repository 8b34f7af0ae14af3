"""Every goal (Ziel) is served by a measure (Maßnahme)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "goal-without-measure",
    code="W01",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="Dem Ziel {goal} dient keine Maßnahme.",
    en="No measure serves goal {goal}.",
    help_de="Nennen Sie das Ziel in einer Maßnahme unter „goals“, etwa: goals: [{goal}]",
    help_en="Name the goal in a measure below “goals”, such as: goals: [{goal}]",
    reason_de="Ein Ziel, für das niemand etwas tut, bleibt eine Absicht. Solange ein Plan noch gar "
    "keine Maßnahmen hat, sagt die Regel nichts.",
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
        """\
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Ein Ziel im Strategiepapier, zu dem die Maßnahmen erst folgen
field: HF-BIL
""",
    ],
    bad=[
        """\
# goals/Z-BIL-1.yaml
id: Z-BIL-1  # <-
title: Öffnung der Schulen
field: HF-BIL
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: A-Teams
field: HF-BIL
goals: [Z-BIL-2]
""",
    ],
    mirror="measure-without-goal",
)
def goal_without_measure(plan: Plan) -> Iterator[Finding]:
    """A goal for which nobody does anything stays an intention.

    While a plan has no measures at all, the rule says nothing.
    """
    served = {goal for measure in plan.measures for goal in measure.goals}
    for goal in plan.goals if plan.measures else ():
        if goal.id not in served:
            yield goal.at(), {"goal": goal.id}
