"""The share of an allocation is the share that its amount has in the money of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import area_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.fund import Fund
    from wirctl.rules.engine.registry import Finding

_SPARE = 0.5


@rule(
    "allocation-share-differs",
    code="W12",
    severity=Severity.WARNING,
    de="„{title}“ hat {year} einen Anteil von {found} Prozent, der Betrag ergibt {wanted} Prozent.",
    en="“{title}” has a share of {found} per cent in {year}, the amount gives {wanted} per cent.",
    help_de="Prüfen Sie Betrag und Anteil an der Drucksache; der Anteil darf auch wegbleiben.",
    help_en="Check amount and share against the paper; the share may also be left out.",
    reason_de="Wer nur den Anteil liest, muss auf denselben Betrag kommen.",
    good=[
        """\
id: F-WIR
title: Förderfonds
budgets:
  - {year: 2023, amount_eur: 250000}
allocations:
  - {year: 2023, funding_area: projekte, amount_eur: 200000, share: 80}
  - {year: 2023, funding_area: klein, amount_eur: 50000}
""",
    ],
    bad=[
        """\
id: F-WIR
title: Förderfonds
funding_areas:
  - {id: projekte, title: Projektförderung}
budgets:
  - {year: 2023, amount_eur: 250000}
allocations:
  - {year: 2023, funding_area: projekte, amount_eur: 200000, share: 75}  # <-
""",
    ],
    waiver="Both figures stand in one record: there is no other end to look from.",
)
def allocation_share_differs(fund: Fund) -> Iterator[Finding]:
    """Who reads only the share must come to the same amount."""
    budgets = {budget.year: budget.amount_eur for budget in fund.budgets}
    for item in fund.allocations:
        whole = budgets.get(item.year)
        if item.share is None or item.amount_eur is None or not whole:
            continue
        wanted = float(100 * item.amount_eur / whole)
        if abs(wanted - item.share) > _SPARE:
            title = area_title(fund, item.funding_area)
            words = {"area": item.funding_area, "title": title, "year": str(item.year)}
            shares = {"found": f"{item.share:g}", "wanted": f"{wanted:.4g}"}
            yield fund.at(*item.place, "share"), words | shares
