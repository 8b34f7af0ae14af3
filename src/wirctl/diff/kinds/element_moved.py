"""An element that belongs to another field of action now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-moved",
    de="Verschoben: {old} → {new}",
    en="Moved: {old} → {new}",
    short=("verschoben", "moved"),
    rank=10,
    weight=Weight.SUBSTANTIVE,
    mirror="element-moved",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, field: HF-BIL}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, field: HF-SOZ}\n",
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, field: HF-BIL}\n",
        ),
    ],
)
def element_moved(situation: Situation) -> Words | None:
    """The reference to the field of action changed. Moving the file alone is no change."""
    operation = situation.operation
    grouped = situation.kind.group_by
    if not grouped or operation.at != (grouped,) or operation.act is not Act.CHANGED:
        return None
    return {"old": str(operation.old), "new": str(operation.new)}
