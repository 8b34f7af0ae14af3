"""Whatever no other rule decides: a figure, a date, a reference, an item that came or went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "value-differs",
    Weight.SUBSTANTIVE,
    de="anderer Wert",
    en="another value",
    obvious=True,
    rank=100,
    mirror="value-differs",
    fires=[
        ("staffing_fte: 1", "staffing_fte: 1.5"),
        ("period: {start: 2023}", "period: {start: 2024}"),
        ("goals: [Z-BIL-1]", "goals: [Z-BIL-1, Z-BIL-2]"),
        ("{}", "objective: Ein Ziel."),
    ],
    silent=[("objective: Ein Ziel.", "objective: Zwei Ziele.")],
)
def value_differs(_: Situation) -> Words | None:
    """What the schema does not call editorial is what bodies decide on."""
    return {}
