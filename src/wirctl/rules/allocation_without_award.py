"""Money that was allocated has been awarded by the end of its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import has_passed
from wirctl.rules.facts.funding import area_title, awards_by_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "allocation-without-award",
    code="W12",
    severity=Severity.NOTE,
    de="Aus der Zuteilung {year} für „{title}“ ist keine Bewilligung eingetragen.",
    en="No award is entered from the allocation of {year} for “{title}”.",
    help_de="Tragen Sie die Bewilligungen dieses Jahres ein; „wirctl new award“ legt eine an.",
    help_en="Enter the awards of that year; “wirctl new award” makes one.",
    reason_de="Zugeteiltes Geld, über das nichts berichtet wird, ist entweder nicht abgerufen oder "
    "nicht eingetragen. Beides will der Bericht an die Gremien wissen.",
    good=[
        """\
# today: 2024-02-01
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
allocations:
  - {year: 2023, funding_area: klein, amount_eur: 50000}
  - {year: 2024, funding_area: klein, amount_eur: 50000}
# awards/FB-1.yaml
id: FB-1
title: Sieben Kleinprojekte
kind: small_project
fund: F-WIR
funding_area: klein
year: 2023
""",
    ],
    bad=[
        """\
# today: 2024-02-01
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_areas:
  - {id: klein, title: Kleinprojekte}
allocations:
  - {year: 2023, funding_area: klein, amount_eur: 50000}  # <-
""",
    ],
    mirror="award-without-allocation",
)
def allocation_without_award(plan: Plan, today: date) -> Iterator[Finding]:
    """Allocated money of which nothing is reported was either not called or not entered."""
    for fund in plan.funds:
        awards = awards_by_year(fund.id, plan)
        for item in fund.allocations:
            year = str(item.year)
            if has_passed(year, today) and (item.year, item.funding_area) not in awards:
                title = area_title(fund, item.funding_area)
                words = {"year": year, "area": item.funding_area, "title": title}
                yield fund.at(*item.place), words
