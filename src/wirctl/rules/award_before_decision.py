"""Money is awarded for a measure after the measure has been decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import precedes_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding


@rule(
    "award-before-decision",
    code="W16",
    severity=Severity.WARNING,
    de="{award} ist bewilligt, bevor über Maßnahme {measure} beschlossen war.",
    en="{award} was granted before measure {measure} had been decided.",
    help_de="Prüfen Sie die Daten. War der frühe Beginn gewollt, schreiben Sie den Grund unter "
    "„pre_decision“ („reason“).",
    help_en="Check the dates. If the early start was meant, write the reason below “pre_decision” "
    "(“reason”).",
    reason_de="Geld vor dem Beschluss nimmt den Beschluss vorweg. Manchmal ist das gewollt: Die "
    "A-Teams begannen ein Jahr vor dem Ratsbeschluss, mit Geld aus einem anderen Fonds. Dann "
    "gehört der Grund dazu.",
    given="""\
# measures/M-STK-02.yaml
id: M-STK-02
kind: measure
title: Kulturdialoge
field: HF-STK
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-RAT
date: 2022-09
phase: council
decisions:
  - {item: M-STK-02, outcome: decided}
""",
    good=[
        """\
# awards/FB-1.yaml
id: FB-1
title: Danach
kind: project
fund: F-WIR
measure: M-STK-02
decided_on: 2023-11-01
# awards/FB-2.yaml
id: FB-2
title: Im selben Jahr, der Tag ist nicht bekannt
kind: project
fund: F-WIR
measure: M-STK-02
decided_on: "2022"
# awards/FB-3.yaml
id: FB-3
title: Davor, mit Grund
kind: project
fund: F-WIR
measure: M-STK-02
decided_on: 2022-03-01
pre_decision:
  reason: Das Festival hatte ein festes Datum.
""",
    ],
    bad=[
        """\
# measures/M-STK-03.yaml
id: M-STK-03
kind: measure
title: Darüber ist noch nichts beschlossen
field: HF-STK
# awards/FB-1.yaml
id: FB-1
title: Davor
kind: project
fund: F-WIR
measure: M-STK-02
decided_on: 2022-03-01  # <-
# awards/FB-2.yaml
id: FB-2
title: Ohne Beschluss
kind: project
fund: F-WIR
measure: M-STK-03
decided_on: 2023-03-01  # <-
""",
    ],
    waiver="A decision without an award yet is as it should be.",
)
def award_before_decision(plan: Plan, standings: Mapping[str, Standing]) -> Iterator[Finding]:
    """Money before the decision anticipates it; where that is meant, the reason belongs to it."""
    measures = {measure.id for measure in plan.measures}
    for award in plan.awards:
        early = precedes_decision(award.decided_on, award.measure, standings, plan)
        if award.measure in measures and award.pre_decision is None and early:
            yield award.at("decided_on"), {"award": award.id, "measure": award.measure}
