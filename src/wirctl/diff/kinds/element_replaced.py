"""An element that stands in the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-replaced",
    de="Ersetzt {origins}",
    en="Replaces {origins}",
    short=("ersetzt", "replaced"),
    rank=15,
    weight=Weight.SUBSTANTIVE,
    waiver="lineage is declared by the newer element; seen backwards, the elements are strangers",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, withdrawn: {round: LG-2021, reason: Doppelt.}}\n"
                "# measures/M-BIL-02.yaml\n"
                "{id: M-BIL-02, lineage: [{kind: replaced, from: [M-BIL-01]}]}\n"
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
def element_replaced(situation: Situation) -> Words | None:
    """The new element declares to stand in the place of another."""
    if not situation.whole or situation.lineage_kind != "replaced":
        return None
    return {"id": situation.id, "origins": ", ".join(situation.origins)}
