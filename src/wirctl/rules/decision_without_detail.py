"""A decision says what its outcome (Ergebnis) needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.round import Round
    from wirctl.rules.engine.context import Known
    from wirctl.rules.engine.registry import Finding


@rule(
    "decision-without-detail",
    severity=Severity.WARNING,
    de="Die Entscheidung über {item} nennt „{field}“ nicht, obwohl das Verfahren das bei diesem "
    "Ergebnis verlangt.",
    en="The decision on {item} does not give “{field}”, though the process wants that with this "
    "outcome.",
    help_de="Ergänzen Sie bei der Entscheidung „{field}“.",
    help_en="Add “{field}” to the decision.",
    reason_de="Wer etwas zurückgibt, ohne zu sagen, was fehlt, bekommt es so wieder. Was zu "
    "welchem Ergebnis gehört, steht im Verfahren unter „needs“.",
    given="""\
# process.yaml
id: VERFAHREN
title: Verfahren
steps:
  - {id: lenkung, title: Lenkungsgruppe, body: G-LG, outcomes: [angenommen, zurueck]}
outcomes:
  - {id: angenommen, title: angenommen, leads_to: accepted}
  - {id: zurueck, title: zurück, leads_to: returned, needs: [mandate]}
  - {id: beschlossen, title: beschlossen, leads_to: decided}
""",
    good=[
        """\
# rounds/LG-2021-11-22.yaml
id: LG-2021-11-22
title: Lenkungsgruppe
body: G-LG
date: 2021-11-22
decisions:
  - {item: Z-SOZ-1, outcome: zurueck, mandate: Genauer fassen.}
  - {item: Z-SOZ-2, outcome: angenommen}
""",
    ],
    bad=[
        """\
# rounds/LG-2021-11-22.yaml
id: LG-2021-11-22
title: Lenkungsgruppe
body: G-LG
date: 2021-11-22
decisions:
  - {item: Z-SOZ-1, outcome: zurueck}  # <-
""",
    ],
    waiver="A decision may say more than its outcome needs.",
)
def decision_without_detail(round: Round, known: Known) -> Iterator[Finding]:
    """Who sends something back without saying what is missing gets it back as it is."""
    for obstacle in known.obstacles(round):
        if obstacle.kind == "missing-detail":
            words = {"item": obstacle.item, "field": obstacle.detail}
            yield round.at("decisions", obstacle.item), words
