"""What was returned for rework (zurückgegeben) is decided later."""

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
    "returned-item-never-decided",
    code="W10",
    severity=Severity.WARNING,
    de="{item} ist in {round} zur Überarbeitung zurückgegeben worden; eine Entscheidung ist "
    "seither nicht eingetragen.",
    en="{item} was returned for rework in {round}; no decision has been entered since.",
    help_de="Arbeiten Sie den Auftrag der Runde ein und legen Sie {item} wieder vor, oder tragen "
    "Sie die Entscheidung ein, wenn es eine gab.",
    help_en="Do what the round asked for and submit {item} again, or enter the decision if there "
    "was one.",
    reason_de="Ein Auftrag zur Überarbeitung ist erst erfüllt, wenn jemand ihn prüft. Das Ziel zum "
    "Wohnen ging am 22. November 2021 zurück; ob es je wieder vorlag, ist nicht bekannt.",
    given="""\
# rounds/LG-2021-11-22.yaml
id: LG-2021-11-22
title: Lenkungsgruppe
body: G-LG
date: 2021-11-22
phase: steering
decisions:
  - {item: Z-SOZ-1, outcome: returned, mandate: Genauer fassen.}
closed: {date: 2021-11-22}
""",
    good=[
        """\
# goals/Z-SOZ-1.yaml
id: Z-SOZ-1
title: Wohnen
field: HF-SOZ
""",
    ],
    bad=[
        """\
# goals/Z-SOZ-1.yaml
id: Z-SOZ-1  # <-
title: Wohnen
field: HF-SOZ
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-RAT
date: 2022-09
phase: council
closed: {date: 2022-09}
""",
    ],
    waiver="A decision on an item that nobody returned is as it should be.",
)
def returned_item_never_decided(
    plan: Plan, standings: Mapping[str, Standing], today: date
) -> Iterator[Finding]:
    """A mandate to rework is fulfilled only when somebody looks at the result."""
    for entity, verdict in waiting("returned", plan, standings, today):
        yield entity.at(), {"item": entity.id, "round": verdict.round.id}
