"""A text in other words, where no rule can tell whether they mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "wording-changed",
    Weight.SUBSTANTIVE,
    de="anders formuliert",
    en="worded otherwise",
    rank=90,
    mirror="wording-changed",
    fires=[
        (
            "objective: In jedem Stadtteil finden alle, die neu sind, einen Ort der Begegnung.",
            "objective: In jedem Stadtteil finden alle, die neu sind, einen Ort der Stille.",
        ),
        ("objective: Erst hier. Dann dort.", "objective: Dann dort. Erst hier."),
    ],
    silent=[("objective: Ein Ort der Begegnung", "objective: Ein Ort der Begegnung.")],
)
def wording_changed(situation: Situation) -> Words | None:
    """In doubt a change is substantive: one word can turn a promise into a wish."""
    return {} if situation.rewording is not None else None
