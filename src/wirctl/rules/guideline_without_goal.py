"""Every guideline (Leitlinie) leads to a goal (Ziel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "guideline-without-goal",
    code="W01",
    severity=Severity.NOTE,
    de="Auf der Leitlinie {guideline} beruht kein Ziel.",
    en="No goal rests on guideline {guideline}.",
    help_de="Prüfen Sie, welches Ziel ihr dient, und nennen Sie sie dort unter „guidelines“.",
    help_en="Check which goal serves it, and name it there below “guidelines”.",
    reason_de="Eine Leitlinie, aus der kein Ziel folgt, bleibt im Katalog ohne Wirkung. Solange "
    "ein Plan noch gar keine Ziele hat, sagt die Regel nichts.",
    good=[
        """\
# guidelines/L-1.yaml
id: L-1
title: Migration ist der Normalfall
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Öffnung der Schulen
field: HF-BIL
guidelines: [L-1]
""",
        """\
# guidelines/L-1.yaml
id: L-1
title: Eine Leitlinie im Strategiepapier, zu der die Ziele erst folgen
""",
    ],
    bad=[
        """\
# guidelines/L-1.yaml
id: L-1
title: Migration ist der Normalfall
# guidelines/L-7.yaml
id: L-7  # <-
title: Die Menschenrechte sind der Grund
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Öffnung der Schulen
field: HF-BIL
guidelines: [L-1]
""",
    ],
    mirror="goal-without-guideline",
)
def guideline_without_goal(plan: Plan) -> Iterator[Finding]:
    """A guideline from which no goal follows has no effect in the catalogue.

    While a plan has no goals at all, the rule says nothing.
    """
    used = {guideline for goal in plan.goals for guideline in goal.guidelines}
    for guideline in plan.guidelines if plan.goals else ():
        if guideline.id not in used:
            yield guideline.at(), {"guideline": guideline.id}
