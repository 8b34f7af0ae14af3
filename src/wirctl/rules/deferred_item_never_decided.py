"""What was deferred (zurückgestellt) is decided later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding


@rule(
    "deferred-item-never-decided",
    code="W10",
    severity=Severity.WARNING,
    de="{item} ist in {round} zurückgestellt worden; eine Entscheidung ist seither nicht "
    "eingetragen.",
    en="{item} was deferred in {round}; no decision has been entered since.",
    help_de="Legen Sie {item} der nächsten Runde wieder vor, oder tragen Sie die Entscheidung ein, "
    "wenn es eine gab.",
    help_en="Submit {item} to the next round, or enter the decision if there was one.",
    reason_de="Was vertagt wird, gerät leicht in Vergessenheit. Die Ziele der Jugendgruppe wurden "
    "am 8. November 2021 zurückgestellt; über ihr Ergebnis ist nichts bekannt. Die Regel meldet "
    "sich, wenn die genannte Frist vorbei ist oder seither eine andere Runde getagt hat.",
    good=[
        """\
# goals/Z-JUG-1.yaml
id: Z-JUG-1
title: Ziele der Jugend
field: HF-JUG
# goals/Z-JUG-2.yaml
id: Z-JUG-2
title: Wird in einer Runde erwartet, die noch kommt
field: HF-JUG
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
number: 2
phase: steering
decisions:
  - {item: Z-JUG-1, outcome: deferred}
  - {item: Z-JUG-2, outcome: deferred, due_round: LG-2022-01}
closed: {date: 2021-11-08}
# rounds/LG-2021-12.yaml
id: LG-2021-12
title: Lenkungsgruppe
body: G-LG
date: 2021-12
number: 6
phase: steering
decisions:
  - {item: Z-JUG-1, outcome: accepted}
closed: {date: 2021-12}
# rounds/LG-2022-01.yaml
id: LG-2022-01
title: Lenkungsgruppe
body: G-LG
date: 2022-01
number: 7
phase: steering
""",
    ],
    bad=[
        """\
# goals/Z-JUG-1.yaml
id: Z-JUG-1  # <-
title: Ziele der Jugend
field: HF-JUG
# goals/Z-JUG-2.yaml
id: Z-JUG-2  # <-
title: Die Frist ist vorbei
field: HF-JUG
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
number: 2
phase: steering
decisions:
  - {item: Z-JUG-1, outcome: deferred}
  - {item: Z-JUG-2, outcome: deferred, due: 2022-06-30}
closed: {date: 2021-11-08}
# rounds/LG-2021-12.yaml
id: LG-2021-12
title: Lenkungsgruppe
body: G-LG
date: 2021-12
number: 6
phase: steering
closed: {date: 2021-12}
""",
    ],
    waiver="A decision on an item that nobody deferred is as it should be.",
)
def deferred_item_never_decided(
    plan: Plan, standings: Mapping[str, Standing], today: date
) -> Iterator[Finding]:
    """What is put off is easily forgotten, as the goals of the youth group were in 2021."""
    for entity, verdict in waiting("deferred", plan, standings, today):
        yield entity.at(), {"item": entity.id, "round": verdict.round.id}
