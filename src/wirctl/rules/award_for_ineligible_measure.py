"""An award (Bewilligung) from the fund serves a measure that is open to applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "award-for-ineligible-measure",
    code="W15",
    severity=Severity.WARNING,
    de="{award} fördert Maßnahme {measure}, die nicht als antragsberechtigt eingetragen ist.",
    en="{award} funds measure {measure}, which is not entered as open to applications.",
    help_de="Prüfen Sie, ob die richtige Maßnahme genannt ist. Kann sie aus dem Fonds gefördert "
    "werden, gehört in ihre Datei: fund_eligible: true",
    help_en="Check whether the right measure is named. If it may be funded, its file says: "
    "fund_eligible: true",
    reason_de="Aus dem Fonds werden nur Maßnahmen gefördert, die der Katalog dafür vorsieht. Am "
    "6. Dezember 2021 tauschten zwei Maßnahmen ihren Finanzierungsweg; seither darf die eine, was "
    "die andere nicht mehr darf. Vorhaben der Verwaltung sind ausgenommen.",
    good=[
        """\
# measures/M-STK-02.yaml
id: M-STK-02
kind: measure
title: Kulturdialoge
field: HF-STK
fund_eligible: true
# measures/M-STK-03.yaml
id: M-STK-03
kind: measure
title: Dritte Orte
field: HF-STK
# awards/FB-1.yaml
id: FB-1
title: Festival
kind: project
fund: F-WIR
measure: M-STK-02
# awards/FB-2.yaml
id: FB-2
title: Dritte Orte
kind: municipal_project
fund: F-WIR
measure: M-STK-03
""",
    ],
    bad=[
        """\
# measures/M-STK-05.yaml
id: M-STK-05
kind: measure
title: Projekt der Stadtbibliothek
field: HF-STK
fund_eligible: false
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: project
fund: F-WIR
measure: M-STK-05  # <-
""",
    ],
    waiver="A measure that is open to applications and gets no award is no fault.",
)
def award_for_ineligible_measure(plan: Plan) -> Iterator[Finding]:
    """Only measures that the catalogue provides for it are funded; municipal projects apart."""
    open_ = {measure.id: measure.fund_eligible for measure in plan.measures}
    for award in plan.awards:
        known = award.measure in open_ and award.kind != "municipal_project"
        if known and not open_[award.measure]:
            yield award.at("measure"), {"award": award.id, "measure": award.measure}
