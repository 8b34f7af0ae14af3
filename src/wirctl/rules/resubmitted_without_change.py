"""What comes back to a body (wiedervorgelegt) has changed since it was sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Known
    from wirctl.rules.engine.registry import Finding


@rule(
    "resubmitted-without-change",
    code="W07",
    severity=Severity.WARNING,
    de="{item} ging in {before} mit einem Auftrag zurück und liegt {round} ohne inhaltliche "
    "Änderung wieder vor.",
    en="{item} was sent back with a mandate by {before} and comes to {round} again without a "
    "change of substance.",
    help_de="Arbeiten Sie den Auftrag aus {before} ein und legen Sie {item} dann noch einmal vor.",
    help_en="Do what {before} asked for, and then submit {item} again.",
    reason_de="Ein Auftrag, auf den nichts folgt, kostet das Gremium eine zweite Sitzung. Umbrüche "
    "und Rechtschreibung sind keine Antwort darauf. Ohne die Geschichte in git sieht die Regel "
    "nur, was die Prüfsummen der Runden sagen.",
    given="""\
# goals/Z-SOZ-1.yaml
id: Z-SOZ-1
title: Wohnen
field: HF-SOZ
# rounds/LG-2021-11-22.yaml
id: LG-2021-11-22
title: Lenkungsgruppe
body: G-LG
date: 2021-11-22
submissions:
  - {item: Z-SOZ-1, digest: "w1:a"}
decisions:
  - {item: Z-SOZ-1, outcome: returned, mandate: Genauer fassen.}
closed: {date: 2021-11-22}
""",
    good=[
        """\
# rounds/LG-2021-12.yaml
id: LG-2021-12
title: Lenkungsgruppe
body: G-LG
date: 2021-12
submissions:
  - {item: Z-SOZ-1, digest: "w1:b"}
""",
    ],
    bad=[
        """\
# rounds/LG-2021-12.yaml
id: LG-2021-12
title: Lenkungsgruppe
body: G-LG
date: 2021-12
submissions:
  - {item: Z-SOZ-1, digest: "w1:a"}  # <-
""",
    ],
    waiver="What changed and was not submitted again is named by returned-item-never-decided.",
)
def resubmitted_without_change(plan: Plan, known: Known) -> Iterator[Finding]:
    """A mandate that nothing follows costs the body a second session."""
    if not plan.rounds:
        return
    for again in known.returns:
        if again.answer == "open":
            item = again.verdict.decision.item
            words = {"item": item, "before": again.verdict.round.id, "round": again.round.id}
            yield again.round.at("submissions", item), words
