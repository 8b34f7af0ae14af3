"""A downgrade (Herabstufung) speaks of a change that there is."""

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
    "downgrade-without-change",
    severity=Severity.WARNING,
    de="{round} erklärt eine Änderung an {item} ({pointer}) für redaktionell, aber dort hat sich "
    "seit der letzten abgeschlossenen Runde nichts Inhaltliches geändert.",
    en="{round} declares a change of {item} ({pointer}) editorial, but nothing of substance has "
    "changed there since the round that was closed last.",
    help_de="Nennen Sie unter „pointer“ die Stelle, die sich geändert hat, oder nehmen Sie den "
    "Eintrag heraus.",
    help_en="Name the place that has changed below “pointer”, or take the entry out.",
    reason_de="Eine Herabstufung ohne Änderung verdeckt, dass die gemeinte Änderung vielleicht an "
    "anderer Stelle steht und dort weiter als inhaltlich gilt. Über abgeschlossene Runden schweigt "
    "die Regel. Ohne die Geschichte in git sieht sie nur, was die Prüfsummen der Runden sagen.",
    given="""\
# bodies/G-LG.yaml
{id: G-LG, title: Lenkungsgruppe, kind: steering_group}
# rounds/LG-2021-11-01.yaml
id: LG-2021-11-01
title: Lenkungsgruppe
body: G-LG
date: 2021-11-01
decisions:
  - item: M-BIL-01
    outcome: accepted
    digest: w1:77edcff56b1caee748096611ff5d1e839610650ed787e71d7ebf2fa614111e6f
closed: {date: 2021-11-01}
""",
    good=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
costs:
  - {year: 2023, kind: yearly, amount_eur: 60000}
# rounds/LG-2021-12.yaml
id: LG-2021-12
title: Lenkungsgruppe
body: G-LG
date: 2021-12
downgrades:
  - {item: M-BIL-01, pointer: costs, reason: Tippfehler, by: G-LG}
""",
    ],
    bad=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
costs:
  - {year: 2023, kind: yearly, amount_eur: 50000}
# rounds/LG-2021-12.yaml
id: LG-2021-12
title: Lenkungsgruppe
body: G-LG
date: 2021-12
downgrades:
  - {item: M-BIL-01, pointer: costs, reason: Tippfehler, by: G-LG}  # <-
""",
    ],
    waiver="A change of substance that nobody declares editorial is what diff shows.",
)
def downgrade_without_change(plan: Plan, known: Known) -> Iterator[Finding]:
    """A declaration that fits no change hides that the change meant stands elsewhere."""
    if not any(round.downgrades for round in plan.rounds):
        return
    for round, made in ((idle.round, idle.downgrade) for idle in known.idle_downgrades):
        words = {"round": round.id, "item": made.item, "pointer": made.pointer}
        yield round.at("downgrades", f"{made.item}:{made.pointer}"), words
