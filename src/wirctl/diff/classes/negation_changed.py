"""A negation that came to a text or went from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import exchanged
from wirctl.diff.wording import negations

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "negation-changed",
    Weight.SUBSTANTIVE,
    de="Verneinung geändert: {old} → {new}",
    en="negation changed: {old} → {new}",
    rank=40,
    mirror="negation-changed",
    fires=[
        (
            "objective: Die Stadt fördert Vereine, die in der Region nicht tätig sind.",
            "objective: Die Stadt fördert Vereine, die in der Region tätig sind.",
        ),
        ("objective: Mit Antrag.", "objective: Ohne Antrag."),
    ],
    silent=[
        ("objective: Nicht nur Kinder.", "objective: Nicht nur Jugendliche."),
        ("objective: Kein Kind allein.", "objective: Kein Kind ist allein."),
    ],
)
def negation_changed(situation: Situation) -> Words | None:
    """One small word turns a sentence into its opposite."""
    return exchanged(situation, negations)
