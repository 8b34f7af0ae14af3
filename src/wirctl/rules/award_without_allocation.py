"""Every award (Bewilligung) comes from money that was allocated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import awards_with_fund

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "award-without-allocation",
    code="W12",
    severity=Severity.NOTE,
    de="{award} ist {year} bewilligt, aber {fund} nennt für dieses Jahr und diesen Bereich keine "
    "Zuteilung.",
    en="{award} was awarded in {year}, but {fund} names no allocation for that year and area.",
    help_de="Ergänzen Sie im Fonds unter „allocations“ die Zuteilung, oder prüfen Sie Jahr und "
    "Bereich der Bewilligung.",
    help_en="Add the allocation to the fund below “allocations”, or check year and area of the "
    "award.",
    reason_de="Ohne die Zuteilung lässt sich nicht sagen, ob das Geld gereicht hat und wie viel "
    "übrig ist.",
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
title: Das Jahr ist nicht bekannt
kind: small_project
fund: F-WIR
""",
    ],
    bad=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
allocations:
  - {year: 2023, funding_area: klein, amount_eur: 50000}
# awards/FB-1.yaml
id: FB-1
title: Neun Kleinprojekte
kind: small_project
fund: F-WIR
funding_area: klein
year: 2022  # <-
amount_eur: 34000
""",
    ],
    mirror="allocation-without-award",
)
def award_without_allocation(plan: Plan) -> Iterator[Finding]:
    """Without the allocation nobody can say whether the money sufficed and what is left."""
    known = {
        (fund.id, item.year, item.funding_area) for fund in plan.funds for item in fund.allocations
    }
    for award, fund in awards_with_fund(plan):
        place = (fund.id, award.year, award.funding_area)
        if award.year is not None and place not in known:
            words = {"award": award.id, "fund": fund.id, "year": str(award.year)}
            yield award.at("year"), words
