"""A field that serves the editors: sources, notes, other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "editorial-field",
    Weight.EDITORIAL,
    de="Beleg oder Anmerkung",
    en="source or remark",
    obvious=True,
    rank=20,
    mirror="editorial-field",
    fires=[
        ("note: Stand 2021.", "note: Stand 2025."),
        ("sources: [{title: Beschluss}]", "sources: [{title: Beschluss, accessed: 2025-03-01}]"),
        ("sources: []", "sources: [{title: Beschluss}]"),
    ],
    silent=[("title: Stand 2021", "title: Stand 2025")],
)
def editorial_field(situation: Situation) -> Words | None:
    """The schema marks the field, or one that holds it, as editorial: nobody decides on it."""
    return None if situation.whole or situation.operation.substantive else {}
