"""A paper (Drucksache) goes through its consultations in their order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import is_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.paper import Paper
    from wirctl.rules.engine.registry import Finding


@rule(
    "consultation-out-of-order",
    code="W18",
    severity=Severity.WARNING,
    de="{body} hat am {date} beraten, also vor {before} ({earlier}), obwohl {before} in der "
    "Beratungsfolge früher steht.",
    en="{body} met on {date} and so before {before} ({earlier}), though {before} comes earlier in "
    "the order.",
    help_de="Prüfen Sie die Daten, oder ordnen Sie die Beratungen unter „consultations“ so, wie "
    "sie wirklich aufeinander folgten.",
    help_en="Check the dates, or put the consultations below “consultations” in the order in "
    "which they took place.",
    reason_de="Der Ausschuss berät, bevor der Rat entscheidet. Eine Neufassung mit geänderter "
    "Beratungsfolge bekommt im Rat eine eigene Nummer (N1).",
    good=[
        """\
id: DS-0108-2021
title: Strategiepapier
paper_type: decision_paper
consultations:
  - {body: G-IA, date: 2021-02-04}
  - {body: G-VA}
  - {body: G-RAT, date: 2021-02-25, authoritative: true}
""",
    ],
    bad=[
        """\
id: DS-0108-2021
title: Strategiepapier
paper_type: decision_paper
consultations:
  - {body: G-IA, date: 2021-03-04}
  - {body: G-VA}
  - {body: G-RAT, date: 2021-02-25, authoritative: true}  # <-
""",
    ],
    waiver="The order stands in one list: there is no other end to look from.",
)
def consultation_out_of_order(paper: Paper) -> Iterator[Finding]:
    """Committees advise before the council decides."""
    dated = [item for item in paper.consultations if item.date]
    for before, item in pairwise(dated):
        if is_before(item.date, before.date):
            words = {"body": item.body, "date": item.date}
            at = paper.at(*item.place, "date")
            yield at, {**words, "before": before.body, "earlier": before.date}
