"""A measure that was converted into a recommendation (Empfehlung) is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.decisions import last_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.measure import Measure
    from wirctl.rules.engine.context import Standing
    from wirctl.rules.engine.registry import Finding


@rule(
    "converted-item-still-a-measure",
    code="W10",
    severity=Severity.WARNING,
    de="{measure} ist in {round} in eine Empfehlung umgewandelt worden, steht aber noch als "
    "Maßnahme im Plan.",
    en="{measure} was converted into a recommendation in {round}, but still stands as a measure.",
    help_de="Schreiben Sie: kind: recommendation, und unter „addressee“, an wen sie sich richtet.",
    help_en="Write: kind: recommendation, and below “addressee” to whom it is addressed.",
    reason_de="Wer den Plan liest, muss sehen, was die Stadt selbst tut und worum sie andere "
    "bittet. „Schule als Zentrum“ kann nur das Land umsetzen.",
    given="""\
# rounds/LG-2021-11-08.yaml
id: LG-2021-11-08
title: Lenkungsgruppe
body: G-LG
date: 2021-11-08
phase: steering
decisions:
  - {item: M-BIL-02, outcome: converted, addressee: Land Niedersachsen}
""",
    good=[
        """\
# measures/M-BIL-02.yaml
id: M-BIL-02
kind: recommendation
title: Schule als Zentrum
field: HF-BIL
addressee: Land Niedersachsen
""",
    ],
    bad=[
        """\
# measures/M-BIL-02.yaml
id: M-BIL-02
kind: measure  # <-
title: Schule als Zentrum
field: HF-BIL
""",
    ],
    waiver="A recommendation may have been one from the start.",
)
def converted_item_still_a_measure(
    measure: Measure, standings: Mapping[str, Standing]
) -> Iterator[Finding]:
    """Readers must see what the city does itself and what it asks of others."""
    verdict = last_verdict(measure.id, standings)
    converted = verdict is not None and verdict.state == "converted"
    if verdict is not None and converted and measure.kind != "recommendation":
        yield measure.at("kind"), {"measure": measure.id, "round": verdict.round.id}
