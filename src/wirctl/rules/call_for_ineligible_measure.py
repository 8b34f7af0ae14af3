"""A call (Ausschreibung) is for a measure that is open to applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "call-for-ineligible-measure",
    code="W15",
    severity=Severity.WARNING,
    de="{call} schreibt Maßnahme {measure} aus, die nicht als antragsberechtigt eingetragen ist.",
    en="{call} calls for measure {measure}, which is not entered as open to applications.",
    help_de="Prüfen Sie, ob die richtige Maßnahme genannt ist. Können sich andere um sie bewerben, "
    "gehört in ihre Datei: fund_eligible: true",
    help_en="Check whether the right measure is named. If others may apply for it, its file says: "
    "fund_eligible: true",
    reason_de="Wer sich auf eine Ausschreibung bewirbt, verlässt sich darauf, dass die Maßnahme "
    "gefördert werden darf.",
    good=[
        """\
# measures/M-STK-04.yaml
id: M-STK-04
kind: measure
title: Vielfältige Szene von Autor*innen
field: HF-STK
fund_eligible: true
# calls/A-STK-04.yaml
id: A-STK-04
title: Autor*innen
fund: F-WIR
measure: M-STK-04
""",
    ],
    bad=[
        """\
# measures/M-STK-05.yaml
id: M-STK-05
kind: measure
title: Projekt der Stadtbibliothek
field: HF-STK
funding_path: own_budget
# calls/A-STK-05.yaml
id: A-STK-05
title: Bibliothek
fund: F-WIR
measure: M-STK-05  # <-
""",
    ],
    mirror="eligible-measure-without-call",
)
def call_for_ineligible_measure(plan: Plan) -> Iterator[Finding]:
    """Who answers a call relies on the measure being open to funding."""
    open_ = {measure.id: measure.fund_eligible for measure in plan.measures}
    for call in plan.calls:
        if call.measure in open_ and not open_[call.measure]:
            yield call.at("measure"), {"call": call.id, "measure": call.measure}
