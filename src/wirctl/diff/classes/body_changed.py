"""Another body that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import exchanged
from wirctl.diff.naming import names_in

if TYPE_CHECKING:
    from collections import Counter

    from wirctl.diff.situation import Situation, Words


@class_rule(
    "body-changed",
    Weight.SUBSTANTIVE,
    de="Gremium geändert: {old} → {new}",
    en="body changed: {old} → {new}",
    rank=70,
    mirror="body-changed",
    fires=[
        (
            "objective: Über den Bericht berät einmal im Jahr der Internationale Ausschuss.",
            "objective: Über den Bericht berät einmal im Jahr das Kuratorium.",
        ),
    ],
    silent=[
        (
            "objective: Der Internationale Ausschuss berät.",
            "objective: Es berät der Internationale Ausschuss.",
        ),
    ],
)
def body_changed(situation: Situation) -> Words | None:
    """Who decides, advises or answers is substance, however few words say it."""
    if situation.rewording is None:
        return None
    names = tuple(situation.bodies())

    def named(text: str) -> Counter[str]:
        return names_in(text, names)

    return exchanged(situation, named)
