"""An element that took in several others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-merged",
    de="Zusammengelegt aus {origins}",
    en="Merged from {origins}",
    short=("zusammengelegt", "merged"),
    rank=15,
    weight=Weight.SUBSTANTIVE,
    waiver="lineage is declared by the newer element; seen backwards, the elements are strangers",
    fires=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
                "# measures/M-BIL-03.yaml\n"
                "{id: M-BIL-03, title: Paten}\n"
            ),
            (
                "# measures/M-BIL-02.yaml\n"
                "{id: M-BIL-02, lineage: [{kind: merged, from: [M-BIL-01, M-BIL-03]}]}\n"
            ),
        ),
    ],
    silent=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
                "# measures/M-BIL-03.yaml\n"
                "{id: M-BIL-03, title: Paten}\n"
            ),
            (
                "# measures/M-BIL-02.yaml\n"
                "{id: M-BIL-02, lineage: [{kind: split, from: [M-BIL-01]}]}\n"
            ),
        ),
    ],
)
def element_merged(situation: Situation) -> Words | None:
    """The new element declares to have taken in several others."""
    if not situation.whole or situation.lineage_kind != "merged":
        return None
    return {"id": situation.id, "origins": ", ".join(situation.origins)}
