"""The allocations (Aufteilung) of a year add up to the money of that year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import total
from wirctl.rules.facts.money import euros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.fund import Fund
    from wirctl.rules.engine.registry import Finding


@rule(
    "allocations-differ-from-budget",
    code="W12",
    severity=Severity.WARNING,
    de="{fund} hat {year} {budget_de} Euro, aufgeteilt sind {allocated_de} Euro.",
    en="{fund} has {budget_en} euro in {year}, {allocated_en} euro are allocated.",
    help_de="Prüfen Sie die Beträge unter „budgets“ und „allocations“ an der Drucksache. Bleibt "
    "ein Rest bewusst offen, lassen Sie die Regel mit diesem Grund zu.",
    help_en="Check the amounts below “budgets” and “allocations” against the paper. If a rest is "
    "left open on purpose, allow the rule for that reason.",
    reason_de="200.000 Euro für Projekte und 50.000 Euro für Kleinprojekte sind 250.000 Euro. Geht "
    "die Rechnung nicht auf, ist ein Betrag falsch übernommen oder ein Bereich vergessen.",
    good=[
        """\
id: F-WIR
title: Förderfonds
budgets:
  - {year: 2022, amount_eur: 250000}
  - {year: 2023, amount_eur: 250000}
allocations:
  - {year: 2023, funding_area: projekte, amount_eur: 200000}
  - {year: 2023, funding_area: klein, amount_eur: 50000}
""",
    ],
    bad=[
        """\
id: F-WIR
title: Förderfonds
budgets:
  - {year: 2023, amount_eur: 250000}  # <-
allocations:
  - {year: 2023, funding_area: projekte, amount_eur: 200000}
  - {year: 2023, funding_area: klein, amount_eur: 55000}
""",
    ],
    waiver="Both lists stand in one element: there is no other end to look from.",
)
def allocations_differ_from_budget(fund: Fund) -> Iterator[Finding]:
    """Where the sum does not come out, an amount is copied wrongly or an area forgotten."""
    for budget in fund.budgets:
        parts = [item.amount_eur for item in fund.allocations if item.year == budget.year]
        allocated = total(parts)
        if parts and budget.amount_eur is not None and allocated != budget.amount_eur:
            words = {"fund": fund.id, "year": str(budget.year)}
            sums = euros(budget=budget.amount_eur, allocated=allocated)
            yield fund.at(*budget.place), words | sums
