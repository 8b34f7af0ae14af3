"""A condition (Maßgabe) of a decision is followed by a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import is_due

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Known
    from wirctl.rules.engine.registry import Finding


@rule(
    "condition-without-change",
    code="W09",
    severity=Severity.WARNING,
    de="{round} hat {item} mit einer Maßgabe angenommen ({condition}); am Inhalt hat sich seither "
    "nichts geändert.",
    en="{round} accepted {item} with a condition ({condition}); nothing in the content has changed "
    "since.",
    help_de="Arbeiten Sie die Maßgabe ein, oder berichten Sie der nächsten Runde, warum es dabei "
    "bleibt.",
    help_en="Work the condition in, or report to the next round why it stays as it is.",
    reason_de="Was unter einer Maßgabe angenommen ist, gilt nur mit ihr. Die Lenkungsgruppe nahm "
    "am 1. November 2021 das ganze Handlungsfeld Wirtschaft an und verlangte Änderungen. Die Regel "
    "meldet sich, wenn die genannte Frist vorbei ist oder seither eine andere Runde getagt hat; "
    "bei einem Handlungsfeld genügt eine Änderung an etwas, das dazugehört.",
    good=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
costs:
  - {year: 2023, kind: yearly, amount_eur: 60000}
# rounds/LG-2021-11-01.yaml
id: LG-2021-11-01
title: Lenkungsgruppe
body: G-LG
date: 2021-11-01
decisions:
  - item: M-BIL-01
    outcome: accepted_with_conditions
    due: 2021-12
    conditions: [{id: c1, text: Die Kosten sind zu prüfen.}]
    digest: w1:77edcff56b1caee748096611ff5d1e839610650ed787e71d7ebf2fa614111e6f
closed: {date: 2021-11-01}
""",
    ],
    bad=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
costs:
  - {year: 2023, kind: yearly, amount_eur: 50000}
# rounds/LG-2021-11-01.yaml
id: LG-2021-11-01
title: Lenkungsgruppe
body: G-LG
date: 2021-11-01
decisions:
  - item: M-BIL-01
    outcome: accepted_with_conditions
    due: 2021-12
    conditions: [{id: c1, text: Die Kosten sind zu prüfen.}]  # <-
    digest: w1:77edcff56b1caee748096611ff5d1e839610650ed787e71d7ebf2fa614111e6f
closed: {date: 2021-11-01}
""",
    ],
    waiver="A change that no condition asked for is what drafting is.",
)
def condition_without_change(plan: Plan, known: Known, today: date) -> Iterator[Finding]:
    """What is accepted under a condition holds only with it."""
    if not any(made.conditions for round in plan.rounds for made in round.decisions):
        return
    for demand in known.demands:
        verdict = demand.verdict
        if demand.answer == "open" and is_due(verdict, plan, today):
            item, condition = verdict.decision.item, demand.condition
            words = {"round": verdict.round.id, "item": item, "condition": condition.id}
            yield verdict.round.at(*condition.place), words
