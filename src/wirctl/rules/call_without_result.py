"""A call (Ausschreibung) whose deadline has passed says what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import has_passed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.model.call import Call
    from wirctl.rules.engine.registry import Finding

_TIME = timedelta(days=182)


@rule(
    "call-without-result",
    code="W24",
    severity=Severity.NOTE,
    de="Für {call} lief die Frist am {deadline} ab; was daraus wurde, steht nicht da.",
    en="The deadline of {call} was {deadline}; what came of it is not said.",
    help_de="Ergänzen Sie das Ergebnis: „result: awarded“ (vergeben), „no_award“ (ohne Ergebnis) "
    "oder „cancelled“ (aufgehoben).",
    help_en="Add the result: “result: awarded”, “no_award” or “cancelled”.",
    reason_de="Eine Ausschreibung kann scheitern und wiederholt werden; das ist zweimal geschehen. "
    "Ein halbes Jahr nach der Frist sollte feststehen, was daraus wurde.",
    good=[
        """\
# today: 2024-10-01
# calls/A-DEM-05-1.yaml
id: A-DEM-05-1
title: Politische Erwachsenenbildung
fund: F-WIR
deadline: 2024-03-15
result: no_award
# calls/A-DEM-05-2.yaml
id: A-DEM-05-2
title: Politische Erwachsenenbildung, zweite Ausschreibung
fund: F-WIR
deadline: 2024-08-25
""",
    ],
    bad=[
        """\
# today: 2024-10-01
# calls/A-DEM-05-1.yaml
id: A-DEM-05-1
title: Politische Erwachsenenbildung
fund: F-WIR
deadline: 2024-03-15  # <-
""",
    ],
    waiver="A result before the deadline is what a cancelled call has.",
)
def call_without_result(call: Call, today: date) -> Iterator[Finding]:
    """A call can fail and be repeated; half a year after its deadline it should be known."""
    if not call.result and has_passed(call.deadline, today - _TIME):
        yield call.at("deadline"), {"call": call.id, "deadline": call.deadline}
