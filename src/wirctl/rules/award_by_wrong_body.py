"""An award is decided by the body (Gremium) that the rules name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import awards_with_fund, nearest_to, rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "award-by-wrong-body",
    code="W14",
    severity=Severity.WARNING,
    de="{award} ist von {found} bewilligt; nach den Regeln vom {date} entscheidet {wanted}.",
    en="{award} was granted by {found}; by the rules of {date}, {wanted} decides.",
    help_de="Prüfen Sie, wer entschieden hat, und den Förderbereich. Hat ein Gremium nur "
    "empfohlen, steht unter „decided_by“ das, das bewilligt hat.",
    help_en="Check who decided, and the funding area. If a body only recommended, “decided_by” "
    "names the one that granted.",
    reason_de="Über Kleinprojekte entscheidet der Arbeitsausschuss unmittelbar; große Projekte "
    "empfiehlt das Kuratorium, bewilligen müssen sie die Ratsgremien.",
    good=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: klein, title: Klein, funding_area: klein, decided_by: G-AA}
  - {id: gross, title: Groß, funding_area: projekte, decided_by: G-VA}
# awards/FB-1.yaml
id: FB-1
title: Lesereihe
kind: small_project
fund: F-WIR
funding_area: klein
decided_by: G-AA
decided_on: 2023-03-15
# awards/FB-2.yaml
id: FB-2
title: Wer bewilligt hat, ist nicht bekannt
kind: project
fund: F-WIR
funding_area: projekte
decided_on: 2023-11-01
""",
    ],
    bad=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: gross, title: Groß, funding_area: projekte, decided_by: G-VA}
# awards/FB-2.yaml
id: FB-2
title: Festival
kind: project
fund: F-WIR
funding_area: projekte
decided_by: G-AA  # <-
decided_on: 2023-11-01
""",
    ],
    waiver="The award and the rule name the same thing: there is no other end to look from.",
)
def award_by_wrong_body(plan: Plan) -> Iterator[Finding]:
    """The working committee decides on small projects; large ones need the council's bodies."""
    for award, fund in awards_with_fund(plan):
        asked = [rule for rule in rules_for(award, fund) if rule.decided_by]
        bodies = {rule.decided_by for rule in nearest_to(award.funding_area, asked)}
        if award.decided_by and bodies and award.decided_by not in bodies:
            words = {"award": award.id, "date": award.decided_on, "found": award.decided_by}
            yield award.at("decided_by"), {**words, "wanted": tuple(sorted(bodies))}
