"""A figure that is the least, the most or about as much, where it was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import exchanged
from wirctl.diff.wording import bounds

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "bound-changed",
    Weight.SUBSTANTIVE,
    de="Grenze geändert: {old} → {new}",
    en="bound changed: {old} → {new}",
    rank=35,
    mirror="bound-changed",
    fires=[
        ("objective: Es werden mindestens 20 Plätze.", "objective: Es werden höchstens 20 Plätze."),
        ("objective: Es werden bis zu zwei Räume.", "objective: Es werden zwei Räume."),
    ],
    silent=[
        ("objective: Mindestens 20 Plätze.", "objective: Wenigstens 20 Plätze."),
        ("objective: Über das Jahr 20 Orte.", "objective: Unter Vereinen 20 Orte."),
    ],
)
def bound_changed(situation: Situation) -> Words | None:
    """The same figure binds otherwise when it is the least that is promised, or the most."""
    return exchanged(situation, bounds)
