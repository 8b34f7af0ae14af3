"""Only a recommendation (Empfehlung) is addressed to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.measure import Measure
    from wirctl.rules.engine.registry import Finding


@rule(
    "addressee-without-recommendation",
    code="W10",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="{measure} richtet sich an „{addressee}“, ist aber keine Empfehlung.",
    en="{measure} is addressed to “{addressee}”, but is no recommendation.",
    help_de="Ist sie eine, schreiben Sie: kind: recommendation. Sonst gehört, wer mitwirkt, unter "
    "„partners“.",
    help_en="If it is one, write: kind: recommendation. Otherwise those who take part belong below "
    "“partners”.",
    reason_de="Wer den Plan liest, muss sehen, was die Stadt selbst tut und worum sie andere "
    "bittet.",
    good=[
        """\
id: M-BIL-02
kind: recommendation
title: Schule als Zentrum
field: HF-BIL
addressee: Land Niedersachsen
""",
    ],
    bad=[
        """\
id: M-BIL-02
kind: measure
title: Schule als Zentrum
field: HF-BIL
addressee: Land Niedersachsen  # <-
""",
    ],
    mirror="recommendation-without-addressee",
)
def addressee_without_recommendation(measure: Measure) -> Iterator[Finding]:
    """Readers must see what the city does itself and what it asks of others."""
    if measure.addressee and measure.kind != "recommendation":
        words = {"measure": measure.id, "addressee": measure.addressee}
        yield measure.at("addressee"), words
