"""Items that stand in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "items-reordered",
    de="{field}: Reihenfolge geändert",
    en="{field}: order changed",
    short=("Reihenfolge geändert", "order changed"),
    rank=80,
    mirror="items-reordered",
    fires=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, sources: [{title: A}, {title: B}]}\n"
            ),
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, sources: [{title: B}, {title: A}]}\n"
            ),
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1, Q-2]}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-2, Q-1]}\n",
        ),
    ],
)
def items_reordered(situation: Situation) -> Words | None:
    """The items that both versions have stand in another order, in a list where order counts."""
    return {} if situation.operation.act is Act.REORDERED else None
