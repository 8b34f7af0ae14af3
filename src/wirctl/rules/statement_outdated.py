"""A statement (Stellungnahme) that nobody has answered speaks about the present text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.model.states import DECIDED
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.context import Known, Standing
    from wirctl.rules.engine.registry import Finding


@rule(
    "statement-outdated",
    severity=Severity.WARNING,
    de="Was {body} unter „{point}“ zu {item} sagt, gilt einem Text, der sich seither inhaltlich "
    "geändert hat oder entfallen ist; eine Antwort steht nicht im Plan.",
    en="What {body} says about {item} under “{point}” is about a text that has changed in "
    "substance or was withdrawn since; the plan holds no answer.",
    help_de="Sagen Sie unter „responses“, was aus dem Punkt wurde, oder legen Sie {body} den neuen "
    "Text vor.",
    help_en="Say below “responses” what became of the point, or show {body} the new text.",
    reason_de="Wer Stellung nimmt, soll wissen, ob der Punkt erledigt ist. Ändert sich der Text "
    "ohne Antwort, ist das niemandem klar. Über Beschlossenes schweigt die Regel.",
    good=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
costs:
  - {year: 2023, kind: yearly, amount_eur: 50000}
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
points:
  - id: aktuell
    item: M-BIL-01
    digests:
      - field: costs
        digest: w1:335ef915551476f744fdc76bffabf0ef7466ae8f02d1f55b2e92b1c3c6fcbf6c
  - id: beantwortet
    item: M-BIL-01
    digests:
      - {field: costs, digest: "w1:a"}
responses:
  - {point: beantwortet, result: adopted}
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
  - {year: 2023, kind: yearly, amount_eur: 60000}
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
points:
  - id: kosten  # <-
    item: M-BIL-01
    digests:
      - field: costs
        digest: w1:335ef915551476f744fdc76bffabf0ef7466ae8f02d1f55b2e92b1c3c6fcbf6c
""",
    ],
    waiver="A text that changed because of a statement is what statements are for.",
)
def statement_outdated(
    plan: Plan, known: Known, standings: Mapping[str, Standing]
) -> Iterator[Finding]:
    """Who made a statement should know whether the point is settled."""
    for held in known.points if plan.statements else ():
        point, standing = held.point, standings.get(held.point.item)
        is_decided = standing is not None and standing.stage == DECIDED
        if held.hold in {"outdated", "void"} and held.is_open and not is_decided:
            words = {"body": held.statement.body, "item": point.item, "point": point.id}
            yield held.statement.at(*point.place), words
