"""What a round decides on was submitted (eingereicht) before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import is_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.round import Round
    from wirctl.rules.engine.registry import Finding


@rule(
    "submission-after-round",
    code="W18",
    severity=Severity.WARNING,
    de="{item} ist am {date} eingereicht, nach der Runde vom {held}.",
    en="{item} was submitted on {date}, after the round of {held}.",
    help_de="Prüfen Sie beide Daten.",
    help_en="Check both dates.",
    reason_de="Ein Gremium kann nur über das entscheiden, was ihm vorlag.",
    good=[
        """\
id: LG-2021-11-01
title: Lenkungsgruppe
body: G-LG
date: 2021-11-01
phase: steering
submissions:
  - {item: Z-WIR-1, date: 2021-10-15}
  - {item: Z-WIR-2, date: "2021"}
""",
    ],
    bad=[
        """\
id: LG-2021-11-01
title: Lenkungsgruppe
body: G-LG
date: 2021-11-01
phase: steering
submissions:
  - {item: Z-WIR-1, date: 2021-11-15}  # <-
""",
    ],
    waiver="A submission on which nobody has decided yet is for the next round.",
)
def submission_after_round(round: Round) -> Iterator[Finding]:
    """A body can decide only on what lay before it."""
    for submission in round.submissions:
        if is_before(round.date, submission.date):
            words = {"item": submission.item, "date": submission.date, "held": round.date}
            yield round.at(*submission.place, "date"), words
