"""What a tombstone no longer needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words

_STRUCK = "withdrawn: {round: LG-1, reason: Ohne Mehrheit.}"


@class_rule(
    "shed-with-element",
    Weight.FORM,
    de="mit dem Element entfallen",
    en="gone with the element",
    obvious=True,
    rank=10,
    mirror="shed-with-element",
    fires=[("objective: Ein Ziel.", _STRUCK)],
    silent=[
        ("objective: Ein Ziel.", "{}"),
        (f"objective: Ein Ziel.\n{_STRUCK}", _STRUCK),
    ],
)
def shed_with_element(situation: Situation) -> Words | None:
    """That the element is struck says all; its fields go with it, and come back with it."""
    return {} if situation.is_shed else None
