"""An award is financed in the way that the rules of its day ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import awards_with_fund, nearest_to, rules_for_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding

_DE = {"fixed_sum": "Festbetrag", "share_funding": "Anteilsfinanzierung"}
_EN = {"fixed_sum": "a fixed sum", "share_funding": "share funding"}


@rule(
    "wrong-financing",
    code="W13",
    severity=Severity.WARNING,
    de="{award} ist als {found_de} eingetragen; nach den Regeln vom {date} ist für diesen Betrag "
    "{wanted_de} vorgesehen.",
    en="{award} is entered as {found_en}; the rules of {date} provide {wanted_en} for that amount.",
    help_de="Prüfen Sie Betrag und Art der Finanzierung: „fixed_sum“ ist ein Festbetrag, "
    "„share_funding“ eine Anteilsfinanzierung.",
    help_en="Check the amount and the way of financing: “fixed_sum” or “share_funding”.",
    reason_de="Davon hängt ab, ob Geförderte Geld zurückzahlen, wenn ein Projekt billiger wird. "
    "Seit der neuen Richtlinie gibt es über 10.000 Euro nur eine Anteilsfinanzierung.",
    given="""\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: klein, title: Bis 10.000, max_amount_eur: 10000, financing: fixed_sum}
  - {id: gross, title: Darüber, from_eur: 10000, financing: share_funding}
""",
    good=[
        """\
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: project
fund: F-WIR
amount_eur: 10000
financing: fixed_sum
decided_on: 2025-03-01
# awards/FB-2.yaml
id: FB-2
title: Festival
kind: project
fund: F-WIR
amount_eur: 50000
financing: share_funding
decided_on: 2025-03-01
""",
    ],
    bad=[
        """\
# awards/FB-2.yaml
id: FB-2
title: Festival
kind: project
fund: F-WIR
amount_eur: 50000
financing: fixed_sum  # <-
decided_on: 2025-03-01
""",
    ],
    waiver="The award and the rule name the same thing: there is no other end to look from.",
)
def wrong_financing(plan: Plan) -> Iterator[Finding]:
    """Whether money is paid back when a project gets cheaper depends on the way of financing."""
    for award, fund in awards_with_fund(plan):
        asked = [rule for rule in rules_for_size(award, fund) if rule.financing]
        wanted = sorted({rule.financing for rule in nearest_to(award.funding_area, asked)})
        if award.financing and wanted and award.financing not in wanted:
            words = {"award": award.id, "date": award.decided_on, "found": award.financing}
            german = {"found_de": _DE[award.financing], "wanted_de": _DE[wanted[0]]}
            english = {"found_en": _EN[award.financing], "wanted_en": _EN[wanted[0]]}
            yield award.at("financing"), words | german | english
