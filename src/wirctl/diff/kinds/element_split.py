"""One of the parts of an element that was split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-split",
    de="Durch Teilung entstanden aus {origins}",
    en="Split off from {origins}",
    short=("geteilt", "split"),
    rank=15,
    weight=Weight.SUBSTANTIVE,
    waiver="lineage is declared by the newer element; seen backwards, the elements are strangers",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-02.yaml\n"
                "{id: M-BIL-02, lineage: [{kind: split, from: [M-BIL-01]}]}\n"
                "# measures/M-BIL-03.yaml\n"
                "{id: M-BIL-03, lineage: [{kind: split, from: [M-BIL-01]}]}\n"
            ),
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-02.yaml\n"
                "{id: M-BIL-02, lineage: [{kind: renamed, from: [M-BIL-01]}]}\n"
            ),
        ),
    ],
)
def element_split(situation: Situation) -> Words | None:
    """The new element declares to be one part of another."""
    if not situation.whole or situation.lineage_kind != "split":
        return None
    return {"id": situation.id, "origins": ", ".join(situation.origins)}
