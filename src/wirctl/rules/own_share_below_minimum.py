"""Who is funded brings the own share (Eigenanteil) of the rules, or a reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.funding import awards_with_fund, rules_for_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding


@rule(
    "own-share-below-minimum",
    code="W13",
    severity=Severity.WARNING,
    de="{award} hat einen Eigenanteil von {found} Prozent; verlangt sind {wanted} Prozent oder ein "
    "Grund.",
    en="{award} has an own share of {found} per cent; {wanted} per cent or a reason are asked for.",
    help_de="Prüfen Sie den Anteil, auch Arbeit und Sachleistungen zählen. Bleibt er niedriger, "
    "schreiben Sie den Grund: own_share_reason: …",
    help_en="Check the share; work and goods count as well. If it stays lower, write the reason: "
    "own_share_reason: …",
    reason_de="Seit der neuen Richtlinie bringen Geförderte mindestens 20 Prozent selbst ein; "
    "weniger geht nur mit dokumentiertem Grund. Danach fragt die Prüfung des "
    "Verwendungsnachweises.",
    good=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: eigenanteil, title: Eigenanteil, valid_from: 2024-07-01, min_own_share: 20}
# awards/FB-1.yaml
id: FB-1
title: Mit genug eigenen Mitteln
kind: project
fund: F-WIR
amount_eur: 8000
own_share: 20
decided_on: 2025-03-01
# awards/FB-2.yaml
id: FB-2
title: Mit Grund
kind: project
fund: F-WIR
amount_eur: 8000
own_share: 5
own_share_reason: Der Verein hat keine eigenen Einnahmen.
decided_on: 2025-03-01
# awards/FB-3.yaml
id: FB-3
title: Vor der neuen Richtlinie
kind: project
fund: F-WIR
amount_eur: 8000
own_share: 5
decided_on: 2023-03-01
""",
    ],
    bad=[
        """\
# fund/F-WIR.yaml
id: F-WIR
title: Förderfonds
funding_rules:
  - {id: eigenanteil, title: Eigenanteil, valid_from: 2024-07-01, min_own_share: 20}
# awards/FB-1.yaml
id: FB-1
title: Ohne Grund
kind: project
fund: F-WIR
amount_eur: 8000
own_share: 5  # <-
decided_on: 2025-03-01
""",
    ],
    waiver="A reason for a low share that is high enough does no harm.",
)
def own_share_below_minimum(plan: Plan) -> Iterator[Finding]:
    """The check of the proof of use asks for the own share, or for the documented reason."""
    for award, fund in awards_with_fund(plan):
        shares = [rule.min_own_share or 0 for rule in rules_for_size(award, fund)]
        wanted = max(shares, default=0)
        if award.own_share is None or award.own_share_reason or award.own_share >= wanted:
            continue
        words = {"found": award.own_share, "wanted": wanted}
        yield award.at("own_share"), {"award": award.id, **words}
