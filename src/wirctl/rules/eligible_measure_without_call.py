"""A measure that is open to applications is called for some day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.model.dates import last_day
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import decided_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding

_TIME = timedelta(days=2 * 365)


@rule(
    "eligible-measure-without-call",
    code="W15",
    severity=Severity.NOTE,
    de="Maßnahme {measure} ist antragsberechtigt und seit mehr als zwei Jahren beschlossen "
    "({date}); eine Ausschreibung ist nicht eingetragen.",
    en="Measure {measure} is open to applications and was decided more than two years ago "
    "({date}); no call is entered.",
    help_de="Tragen Sie die Ausschreibung ein („wirctl new call“), oder klären Sie mit dem "
    "Kuratorium, wann sie an der Reihe ist.",
    help_en="Enter the call (“wirctl new call”), or settle with the board of trustees when its "
    "turn comes.",
    reason_de="Das Kuratorium wählt aus, was als Nächstes ausgeschrieben wird. Was nie gewählt "
    "wird, verschwindet sonst unbemerkt.",
    good=[
        """\
# measures/M-STK-04.yaml
id: M-STK-04
kind: measure
title: Ausgeschrieben
field: HF-STK
fund_eligible: true
# calls/A-STK-04.yaml
id: A-STK-04
title: Autor*innen
fund: F-WIR
measure: M-STK-04
# measures/M-STK-05.yaml
id: M-STK-05
kind: measure
title: Noch nicht beschlossen
field: HF-STK
fund_eligible: true
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-RAT
date: 2022-09
phase: council
decisions:
  - {item: M-STK-04, outcome: decided}
""",
    ],
    bad=[
        """\
# today: 2024-10-15
# measures/M-STK-04.yaml
id: M-STK-04
kind: measure
title: Vielfältige Szene von Autor*innen
field: HF-STK
fund_eligible: true  # <-
# rounds/RAT-2022-09.yaml
id: RAT-2022-09
title: Rat
body: G-RAT
date: 2022-09
phase: council
decisions:
  - {item: M-STK-04, outcome: decided}
""",
    ],
    mirror="call-for-ineligible-measure",
)
def eligible_measure_without_call(
    plan: Plan, today: date, standings: Mapping[str, Standing]
) -> Iterator[Finding]:
    """What the board of trustees never picks for a call would vanish unnoticed."""
    called = {call.measure for call in plan.calls}
    for measure in plan.measures:
        if measure.fund_eligible and measure.id not in called:
            decided = decided_on(measure.id, standings)
            end = last_day(decided)
            if end is not None and end + _TIME < today:
                words = {"measure": measure.id, "date": decided}
                yield measure.at("fund_eligible"), words
