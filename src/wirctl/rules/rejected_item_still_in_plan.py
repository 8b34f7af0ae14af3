"""What was not accepted (nicht angenommen) is withdrawn from the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import last_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding

_REJECTED = frozenset({"rejected", "rejected_by_council"})


@rule(
    "rejected-item-still-in-plan",
    code="W10",
    severity=Severity.WARNING,
    de="{item} ist in {round} nicht angenommen worden, steht aber noch im Plan.",
    en="{item} was not accepted in {round}, but is still in the plan.",
    help_de="Die Datei bleibt, damit die Kennung nicht neu vergeben wird; lassen Sie darin nur "
    "„id“, „title“ und „withdrawn“ mit „round: {round}“ und dem Grund („reason“).",
    help_en="The file stays so that its id is never used again; leave in it only “id”, “title” and "
    "“withdrawn” with “round: {round}” and the reason (“reason”).",
    reason_de="Was ein Gremium gestrichen hat, darf nicht als Vorhaben veröffentlicht werden. Das "
    "Wohnprojekt mit Tiny-Houses wurde am 22. November 2021 gestrichen.",
    given="""\
# rounds/LG-2021-11-22.yaml
id: LG-2021-11-22
title: Lenkungsgruppe
body: G-LG
date: 2021-11-22
phase: steering
decisions:
  - {item: M-SOZ-03, outcome: rejected}
""",
    good=[
        """\
# measures/M-SOZ-03.yaml
id: M-SOZ-03
title: Tiny-Houses
withdrawn:
  round: LG-2021-11-22
  reason: Von der Lenkungsgruppe nicht angenommen.
""",
    ],
    bad=[
        """\
# measures/M-SOZ-03.yaml
id: M-SOZ-03  # <-
kind: measure
title: Tiny-Houses
field: HF-SOZ
""",
    ],
    waiver="An element may be withdrawn without having been rejected: merged, or replaced.",
)
def rejected_item_still_in_plan(plan: Plan, standings: Mapping[str, Standing]) -> Iterator[Finding]:
    """What a body struck must not be published as something the city will do."""
    for item in (*plan.goals, *plan.measures):
        verdict = last_verdict(item.id, standings)
        if verdict is not None and verdict.state in _REJECTED:
            yield item.at(), {"item": item.id, "round": verdict.round.id}
