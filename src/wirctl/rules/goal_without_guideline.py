"""Every goal (Ziel) rests on a guideline (Leitlinie)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.goal import Goal
    from wirctl.rules.engine.registry import Finding


@rule(
    "goal-without-guideline",
    code="W01",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="Ziel {goal} nennt keine Leitlinie, auf der es beruht.",
    en="Goal {goal} names no guideline that it rests on.",
    help_de="Ergänzen Sie unter „guidelines“ die Kennung mindestens einer Leitlinie, etwa: "
    "guidelines: [L-1]",
    help_en="Add the id of at least one guideline below “guidelines”, such as: guidelines: [L-1]",
    reason_de="Die Leitlinien sind der Maßstab des Plans. Ein Ziel ohne Leitlinie lässt sich nicht "
    "an ihm messen, und in der Übersicht der Leitlinien fehlt es.",
    good=[
        """\
id: Z-BIL-1
title: Öffnung der Schulen
field: HF-BIL
guidelines: [L-1]
""",
    ],
    bad=[
        """\
id: Z-BIL-1  # <-
title: Öffnung der Schulen
field: HF-BIL
""",
        """\
id: Z-BIL-1
title: Öffnung der Schulen
field: HF-BIL
guidelines: []  # <-
""",
    ],
    mirror="guideline-without-goal",
)
def goal_without_guideline(goal: Goal) -> Iterator[Finding]:
    """A goal without a guideline cannot be held against the yardstick of the plan."""
    if not goal.guidelines:
        yield goal.at("guidelines"), {"goal": goal.id}
