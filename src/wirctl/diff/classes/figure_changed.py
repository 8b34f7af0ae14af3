"""A number, date or interval in a text that is another one now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import exchanged
from wirctl.diff.wording import numbers

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "figure-changed",
    Weight.SUBSTANTIVE,
    de="Zahl geändert: {old} → {new}",
    en="figure changed: {old} → {new}",
    rank=30,
    mirror="figure-changed",
    fires=[
        ("objective: Bis 2025 sind es 25 %.", "objective: Bis 2025 sind es 30 %."),
        ("objective: Jährlich ein Bericht.", "objective: Halbjährlich ein Bericht."),
        ("objective: Zum 31. März fertig.", "objective: Zum 31. Mai fertig."),
        ("objective: Mit zwei Stellen.", "objective: Mit Stellen."),
    ],
    silent=[
        ("objective: Es sind 250 000 EUR.", "objective: Es sind 250.000 Euro."),
        ("objective: Für 2025 geplant.", "objective: Geplant für 2025."),
    ],
)
def figure_changed(situation: Situation) -> Words | None:
    """Figures are what a plan is measured by; one digit can be the whole decision."""
    return exchanged(situation, numbers)
