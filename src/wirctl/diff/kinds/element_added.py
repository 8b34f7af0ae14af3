"""An element that the older version does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-added",
    de="Neu aufgenommen",
    en="Added",
    short=("neu aufgenommen", "added"),
    rank=90,
    weight=Weight.SUBSTANTIVE,
    mirror="element-removed",
    fires=[
        (
            "",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, staffing_fte: 1}\n",
        ),
        (
            "# rounds/LG-2021.yaml\n{id: LG-2021, date: 2021-11-22}\n",
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: commissioned}]\n"
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
            ),
        ),
    ],
)
def element_added(situation: Situation) -> Words | None:
    """The element is new, and nothing tells that a body ordered it or that it came from another."""
    return {} if situation.whole and situation.operation.act is Act.ADDED else None
