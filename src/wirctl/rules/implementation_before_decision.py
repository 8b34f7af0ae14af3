"""A measure is carried out after it has been decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import precedes_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.measure import Measure
    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding

_BEGUN = frozenset({"running", "regular_business", "fulfilled", "delayed"})


@rule(
    "implementation-before-decision",
    code="W16",
    severity=Severity.WARNING,
    de="Maßnahme {measure} läuft schon ({date}), bevor über sie beschlossen war.",
    en="Measure {measure} is under way ({date}) before it had been decided.",
    help_de="Prüfen Sie das Datum. War der frühe Beginn gewollt, schreiben Sie den Grund unter "
    "„pre_decision“ („reason“).",
    help_en="Check the date. If the early start was meant, write the reason below “pre_decision” "
    "(“reason”).",
    reason_de="Was vor dem Beschluss beginnt, nimmt ihn vorweg. Manchmal ist das gewollt: Die "
    "A-Teams und die Integreat-App gab es schon, als der Rat den Katalog beschloss. Dann gehört "
    "der Grund dazu. Bei Empfehlungen an andere fragt die Regel nicht.",
    good=[
        """\
# measures/M-SVW-05.yaml
id: M-SVW-05
kind: measure
title: Integreat-App
field: HF-SVW
pre_decision:
  reason: Geflüchtete brauchten sofort Auskunft.
implementation:
  - {date: 2022-07-01, status: fulfilled}
# measures/M-STK-02.yaml
id: M-STK-02
kind: measure
title: Kulturdialoge
field: HF-STK
implementation:
  - {date: 2022-01-10, status: preparing}
  - {date: "2022", status: running}
  - {date: 2023-11, status: running}
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-RAT
date: 2022-09
phase: council
decisions:
  - {item: M-STK-02, outcome: decided}
""",
    ],
    bad=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: A-Teams
field: HF-BIL
implementation:
  - {date: 2021-06, status: preparing}
  - {date: 2021-11, status: running}  # <-
  - {date: 2022-01, status: running}
# measures/M-SVW-05.yaml
id: M-SVW-05
kind: measure
title: Darüber ist noch nichts beschlossen
field: HF-SVW
implementation:
  - {date: 2022-07-01, status: fulfilled}  # <-
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-RAT
date: 2022-09
phase: council
decisions:
  - {item: M-BIL-01, outcome: decided}
""",
    ],
    waiver="A measure that was decided and has not begun yet is for the rules on reports.",
)
def implementation_before_decision(
    measure: Measure, standings: Mapping[str, Standing], plan: Plan
) -> Iterator[Finding]:
    """What begins before the decision anticipates it; where that is meant, the reason is needed."""
    if measure.pre_decision is not None or measure.kind == "recommendation":
        return
    for step in measure.implementation:
        if step.status in _BEGUN and precedes_decision(step.date, measure.id, standings, plan):
            yield measure.at(*step.place), {"measure": measure.id, "date": step.date}
            return
