"""A body decides after those whom the process asks (Anhörung) have spoken."""

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
    "decision-without-statement",
    code="W08",
    severity=Severity.WARNING,
    de="{round} hat entschieden, ohne dass eine Stellungnahme von {bodies} im Plan steht.",
    en="{round} decided, and no statement of {bodies} is in the plan.",
    help_de="Tragen Sie die Stellungnahme unter „statements“ ein, mit „round: {round}“; wurde "
    "auf eine verzichtet, mit „stance: no_comment“.",
    help_en="Enter the statement below “statements”, with “round: {round}”; if one was waived, "
    "with “stance: no_comment”.",
    reason_de="Das Verfahren sagt, wer vor einer Entscheidung zu hören ist. Nach der Prozessseite "
    "von 2020 gehen die Einschätzungen der Integrationsbeiräte und des Runden Tisches der "
    "Lenkungsgruppe voraus.",
    given="""\
# bodies/G-IB.yaml
id: G-IB
title: Integrationsbeiräte
kind: integration_board
# bodies/G-LG.yaml
id: G-LG
title: Lenkungsgruppe
kind: steering_group
# process.yaml
id: VERFAHREN
title: Verfahren
steps:
  - {id: lenkung, title: Lenkungsgruppe, body: G-LG, asks: [{body: G-IB}]}
""",
    good=[
        """\
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
decisions:
  - {item: Z-BIL-1, outcome: accepted}
closed: {date: 2021-11-08}
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
round: LG-2021-11-08
""",
    ],
    bad=[
        """\
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
decisions:
  - {item: Z-BIL-1, outcome: accepted}  # <-
closed: {date: 2021-11-08}
""",
    ],
    waiver="A statement that nobody asked for is welcome.",
)
def decision_without_statement(round: Round, known: Known) -> Iterator[Finding]:
    """The process says who is to be heard before a body decides."""
    if round.closed is None or not round.decisions:
        return
    missing = tuple(due.body for due in known.dues(round) if not due.statements)
    if missing:
        yield round.at("decisions"), {"round": round.id, "bodies": missing}
