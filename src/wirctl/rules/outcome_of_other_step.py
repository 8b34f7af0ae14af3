"""A body decides as its step of the process (Verfahren) provides."""

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
    "outcome-of-other-step",
    severity=Severity.WARNING,
    de="Das Verfahren sieht für {body} das Ergebnis „{outcome}“ nicht vor ({item}).",
    en="The process does not provide for the outcome “{outcome}” of {body} ({item}).",
    help_de="Wählen Sie ein Ergebnis des Schritts, oder ergänzen Sie es im Verfahren unter "
    "„outcomes“.",
    help_en="Choose an outcome of the step, or add it to the process below “outcomes”.",
    reason_de="Ein vorberatendes Gremium kann nicht beschließen. Was jeder Schritt kann, steht in "
    "„process.yaml“.",
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
  - {item: Z-SOZ-1, outcome: angenommen}
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
  - {item: Z-SOZ-1, outcome: beschlossen}  # <-
""",
    ],
    waiver="An outcome that no round came to may still come.",
)
def outcome_of_other_step(round: Round, known: Known) -> Iterator[Finding]:
    """A body that only advises cannot decide."""
    for obstacle in known.obstacles(round):
        if obstacle.kind == "foreign-outcome":
            words = {"body": round.body, "outcome": obstacle.detail, "item": obstacle.item}
            yield round.at("decisions", obstacle.item), words
