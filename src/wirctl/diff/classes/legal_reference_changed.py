"""A place of law that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import exchanged
from wirctl.diff.wording import paragraph_signs

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "legal-reference-changed",
    Weight.SUBSTANTIVE,
    de="Rechtsgrundlage geändert: {old} → {new}",
    en="legal basis changed: {old} → {new}",
    rank=25,
    mirror="legal-reference-changed",
    fires=[
        (
            "objective: Das regelt § 5 Abs. 2 SGB VIII.",
            "objective: Das regelt § 5 Abs. 3 SGB VIII.",
        ),
        ("objective: Das regelt Art. 3 GG.", "objective: Das ist geregelt."),
    ],
    silent=[
        ("objective: Nach § 5 Abs. 2 SGB VIII.", "objective: Nach § 5 Absatz 2 SGB VIII."),
    ],
)
def legal_reference_changed(situation: Situation) -> Words | None:
    """Another paragraph is another right; asked before figures, as its number is none."""
    return exchanged(situation, paragraph_signs)
