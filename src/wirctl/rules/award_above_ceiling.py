"""An award (Bewilligung) stays below the ceiling that held on its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import awards_with_fund, ceiling, size
from wirctl.rules.facts.money import euros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "award-above-ceiling",
    code="W13",
    severity=Severity.WARNING,
    de="{award} bewilligt {amount_de} Euro je Projekt; am {date} waren höchstens {limit_de} Euro "
    "möglich.",
    en="{award} grants {amount_en} euro a project; on {date} at most {limit_en} euro were "
    "possible.",
    help_de="Prüfen Sie Betrag, Tag und Förderbereich. Galt schon eine neue Obergrenze, ergänzen "
    "Sie sie im Fonds unter „funding_rules“ mit „valid_from“.",
    help_en="Check amount, day and funding area. If a new ceiling held already, add it to the fund "
    "below “funding_rules” with “valid_from”.",
    reason_de="Für Kleinprojekte galten höchstens 5.000 Euro, später mehr. Welche Grenze gilt, "
    "hängt vom Tag der Bewilligung ab. Von mehreren Projekten zusammen zählt der Durchschnitt.",
    good=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: klein, title: Klein, valid_from: 2022-07-01, valid_to: 2024-06-30,
     funding_area: klein, max_amount_eur: 5000}
  - {id: klein-neu, title: Klein, valid_from: 2024-07-01, funding_area: klein,
     max_amount_eur: 10000}
  - {id: projekte, title: Projekte, funding_area: projekte, max_amount_eur: 50000}
# awards/FB-1.yaml
id: FB-1
title: Neun Kleinprojekte
kind: small_project
fund: F-WIR
funding_area: klein
count: 9
amount_eur: 34000
decided_on: 2022-09-26
# awards/FB-2.yaml
id: FB-2
title: Nach der neuen Regel
kind: small_project
fund: F-WIR
funding_area: klein
amount_eur: 6500
decided_on: 2025-08-18
# awards/FB-3.yaml
id: FB-3
title: Im Jahr des Wechsels, der Tag ist nicht bekannt
kind: small_project
fund: F-WIR
funding_area: klein
amount_eur: 6500
decided_on: "2024"
""",
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Nach oben offen
funding_rules:
  - {id: bis-5000, title: Festbetrag, max_amount_eur: 5000, financing: fixed_sum}
  - {id: mehr, title: Anteil, from_eur: 5000, financing: share_funding}
# awards/FB-1.yaml
id: FB-1
title: Festival
kind: project
fund: F-WIR
amount_eur: 50000
decided_on: 2025-08-18
""",
    ],
    bad=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: klein, title: Klein, valid_from: 2022-07-01, funding_area: klein,
     max_amount_eur: 5000}
# awards/FB-1.yaml
id: FB-1
title: Zehn Kleinprojekte im August
kind: small_project
fund: F-WIR
funding_area: klein
count: 10
amount_eur: 65000  # <-
decided_on: 2025-08-18
""",
    ],
    waiver="An award below the ceiling is as it should be.",
)
def award_above_ceiling(plan: Plan) -> Iterator[Finding]:
    """Which ceiling holds depends on the day of the award."""
    for award, fund in awards_with_fund(plan):
        amount, limit = size(award), ceiling(award, fund)
        if amount is not None and limit is not None and amount > limit:
            words = {"award": award.id, "date": award.decided_on}
            yield award.at("amount_eur"), words | euros(amount=amount, limit=limit)
