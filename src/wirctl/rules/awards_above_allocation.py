"""The awards (Bewilligungen) of a year and area stay within what was allocated to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import area_title, awards_by_year, total
from wirctl.rules.facts.money import euros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "awards-above-allocation",
    code="W12",
    severity=Severity.WARNING,
    de="Aus „{title}“ ({fund}) sind {year} zusammen {spent_de} Euro bewilligt, zugeteilt waren "
    "{given_de} Euro.",
    en="{spent_en} euro have been awarded from “{title}” ({fund}) in {year}, {given_en} euro were "
    "allocated.",
    help_de="Prüfen Sie Betrag und Jahr der Bewilligungen ({awards}) und die Zuteilung.",
    help_en="Check amount and year of the awards ({awards}), and the allocation.",
    reason_de="Die Ratsgremien beschließen jedes Jahr, wie viel Geld auf welchen Bereich fällt: "
    "2023 und 2024 waren es 200.000 Euro für Projekte und 50.000 Euro für Kleinprojekte. Mehr darf "
    "daraus nicht bewilligt werden. Beträge, die nicht bekannt sind, zählen nicht mit.",
    good=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
allocations:
  - {year: 2023, funding_area: klein, amount_eur: 50000}
# awards/FB-1.yaml
id: FB-1
title: Sieben Kleinprojekte
kind: small_project
fund: F-WIR
funding_area: klein
year: 2023
amount_eur: 34000
# awards/FB-2.yaml
id: FB-2
title: Ein Betrag, der nicht bekannt ist
kind: small_project
fund: F-WIR
funding_area: klein
year: 2023
# awards/FB-3.yaml
id: FB-3
title: Aus einem anderen Jahr
kind: small_project
fund: F-WIR
funding_area: klein
year: 2024
amount_eur: 34000
""",
    ],
    bad=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_areas:
  - {id: klein, title: Kleinprojekte}
  - {id: projekte, title: Projekte}
allocations:
  - {year: 2025, funding_area: klein, amount_eur: 50000}  # <-
  - {year: 2025, funding_area: projekte, amount_eur: 200000}
# awards/FB-1.yaml
id: FB-1
title: Zehn Kleinprojekte im August
kind: small_project
fund: F-WIR
funding_area: klein
year: 2025
count: 10
amount_eur: 65000
""",
    ],
    waiver="Money that is left over is no fault: it may be carried to the next year.",
)
def awards_above_allocation(plan: Plan) -> Iterator[Finding]:
    """The council's bodies decide each year how much each area has; no more may be awarded."""
    for fund in plan.funds:
        awards = awards_by_year(fund.id, plan)
        for allocation in fund.allocations:
            given = allocation.amount_eur
            counted = [
                award
                for award in awards.get((allocation.year, allocation.funding_area), ())
                if award.amount_eur is not None and award.accuracy != "at_most"
            ]
            spent = total(award.amount_eur for award in counted)
            if given is not None and spent > given:
                words = {
                    "fund": fund.id,
                    "year": str(allocation.year),
                    "area": allocation.funding_area,
                    "title": area_title(fund, allocation.funding_area),
                    "awards": ", ".join(award.id for award in counted),
                }
                yield fund.at(*allocation.place), words | euros(spent=spent, given=given)
