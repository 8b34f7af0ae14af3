"""A milestone (Meilenstein) that came late says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import is_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.milestone import Milestone
    from wirctl.rules.engine.registry import Finding


@rule(
    "delay-without-reason",
    code="W24",
    severity=Severity.NOTE,
    de="{milestone} war für {planned} geplant und kam {actual}; warum, steht nicht da.",
    en="{milestone} was planned for {planned} and came {actual}; why is not said.",
    help_de="Ergänzen Sie den Grund: reason: …",
    help_en="Add the reason: reason: …",
    reason_de="Aus einer Verspätung lernt nur, wer ihren Grund kennt. Für den Beschluss über den "
    "Katalog, 17 Monate nach dem Plan, war es die Pandemie.",
    good=[
        """\
# milestones/MS-KATALOG.yaml
id: MS-KATALOG
title: Beschluss über den Katalog
planned: 2021-04
actual: 2022-09
reason: Die Pandemie verschob schon das Strategiepapier.
# milestones/MS-STRATEGIE.yaml
id: MS-STRATEGIE
title: Im geplanten Monat
planned: 2021-02
actual: 2021-02-25
""",
    ],
    bad=[
        """\
id: MS-KATALOG
title: Beschluss über den Katalog
planned: 2021-04
actual: 2022-09  # <-
""",
    ],
    waiver="A reason for being on time does no harm.",
)
def delay_without_reason(milestone: Milestone) -> Iterator[Finding]:
    """Only who knows the reason of a delay learns from it."""
    if not milestone.reason and is_before(milestone.planned, milestone.actual):
        dates = {"planned": milestone.planned, "actual": milestone.actual}
        yield milestone.at("actual"), {"milestone": milestone.id, **dates}
