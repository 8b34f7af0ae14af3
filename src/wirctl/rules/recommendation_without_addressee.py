"""A recommendation (Empfehlung) says to whom it is addressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.measure import Measure
    from wirctl.rules.engine.registry import Finding


@rule(
    "recommendation-without-addressee",
    code="W10",
    severity=Severity.WARNING,
    levels={"drafted": Severity.NOTE},
    de="Empfehlung {measure} sagt nicht, an wen sie sich richtet.",
    en="Recommendation {measure} does not say to whom it is addressed.",
    help_de="Ergänzen Sie, wer es umsetzen kann, etwa: addressee: Land Niedersachsen",
    help_en="Add who can carry it out, such as: addressee: Land Niedersachsen",
    reason_de="Eine Empfehlung, die niemand bekommt, kann niemand befolgen.",
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
kind: recommendation  # <-
title: Schule als Zentrum
field: HF-BIL
""",
    ],
    mirror="addressee-without-recommendation",
)
def recommendation_without_addressee(measure: Measure) -> Iterator[Finding]:
    """A recommendation that nobody receives is one that nobody can follow."""
    if measure.kind == "recommendation" and not measure.addressee:
        yield measure.at("kind"), {"measure": measure.id}
