"""An award goes to an applicant of a kind that may apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import awards_with_fund, nearest_to, rules_for_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding

_DE = {
    "organisation": "eine Organisation",
    "individual": "eine Einzelperson",
    "municipal_unit": "eine Stelle der Verwaltung",
}
_EN = {
    "organisation": "an organisation",
    "individual": "an individual",
    "municipal_unit": "a municipal unit",
}


@rule(
    "applicant-not-eligible",
    code="W13",
    severity=Severity.WARNING,
    de="{award} ist an {found_de} gegangen; nach den Regeln vom {date} durfte sie nicht "
    "beantragen.",
    en="{award} went to {found_en}; by the rules of {date} it could not apply.",
    help_de="Prüfen Sie „applicant_kind“ und den Förderbereich. Bekommt die Verwaltung selbst "
    "Geld, ist es „kind: municipal_project“.",
    help_en="Check “applicant_kind” and the funding area. If the administration itself gets money, "
    "it is “kind: municipal_project”.",
    reason_de="Wer beantragen darf, steht in der Richtlinie; daran entscheidet sich, ob ein Antrag "
    "überhaupt geprüft wird.",
    good=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: klein, title: Klein, funding_area: klein, applicant_kinds: [organisation, individual]}
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: small_project
fund: F-WIR
funding_area: klein
applicant_kind: individual
amount_eur: 2000
decided_on: 2023-03-15
""",
    ],
    bad=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: klein, title: Klein, funding_area: klein, applicant_kinds: [organisation, individual]}
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: small_project
fund: F-WIR
funding_area: klein
applicant_kind: municipal_unit  # <-
amount_eur: 2000
decided_on: 2023-03-15
""",
    ],
    waiver="The award and the rule name the same thing: there is no other end to look from.",
)
def applicant_not_eligible(plan: Plan) -> Iterator[Finding]:
    """Who may apply stands in the guideline of the fund."""
    for award, fund in awards_with_fund(plan):
        asked = [rule for rule in rules_for_size(award, fund) if rule.applicant_kinds]
        rules = nearest_to(award.funding_area, asked)
        kinds = {kind for rule in rules for kind in rule.applicant_kinds}
        found = award.applicant_kind
        if found and kinds and found not in kinds and award.kind != "municipal_project":
            words = {"award": award.id, "date": award.decided_on, "found": found}
            both = {"found_de": _DE[found], "found_en": _EN[found]}
            yield award.at("applicant_kind"), words | both
