"""A body decides on the text about which the others have spoken."""

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
    "decision-on-other-text",
    code="W08",
    severity=Severity.WARNING,
    de="{round} hat bei {item} über einen anderen Text entschieden, als {body} gelesen hatte.",
    en="On {item}, {round} decided on another text than {body} had read.",
    help_de="Legen Sie {body} vor, was sich geändert hat, und tragen Sie die Antwort als neue "
    "Stellungnahme ein.",
    help_en="Show {body} what has changed, and enter the answer as a new statement.",
    reason_de="Eine Stellungnahme gilt dem Text, den das Gremium vor sich hatte. Ändert er sich "
    "vor der Entscheidung, ist niemand zu dem gehört worden, was nun gilt. Ohne die Geschichte in "
    "git vergleicht die Regel nur die Prüfsummen.",
    good=[
        """\
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Bildung
field: HF-BIL
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
submissions:
  - {item: Z-BIL-1, digest: "w1:a"}
decisions:
  - {item: Z-BIL-1, outcome: accepted}
closed: {date: 2021-11-08}
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
round: LG-2021-11-08
points:
  - {id: p1, item: Z-BIL-1, digest: "w1:a"}
""",
    ],
    bad=[
        """\
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Bildung
field: HF-BIL
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
submissions:
  - {item: Z-BIL-1, digest: "w1:b"}
decisions:
  - {item: Z-BIL-1, outcome: accepted}
closed: {date: 2021-11-08}
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
round: LG-2021-11-08
points:
  - {id: p1, item: Z-BIL-1, digest: "w1:a"}  # <-
""",
    ],
    waiver="Text that changed after the decision is named by statement-outdated.",
)
def decision_on_other_text(plan: Plan, known: Known) -> Iterator[Finding]:
    """A statement is about the text that the body had before it."""
    for held in known.unread if plan.statements else ():
        statement = held.statement
        words = {"round": statement.round, "item": held.point.item, "body": statement.body}
        yield statement.at(*held.point.place), words
