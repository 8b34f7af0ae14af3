"""An element whose tombstone was taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-restored",
    de="Wieder aufgenommen",
    en="Taken up again",
    short=("wieder aufgenommen", "restored"),
    rank=10,
    weight=Weight.SUBSTANTIVE,
    mirror="element-withdrawn",
    fires=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, withdrawn: {round: LG-2021, reason: Doppelt.}}\n"
            ),
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
        ),
    ],
    silent=[
        (
            "",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
        ),
    ],
)
def element_restored(situation: Situation) -> Words | None:
    """The field `withdrawn` is gone: the element counts again."""
    operation = situation.operation
    return {} if operation.at == ("withdrawn",) and operation.act is Act.REMOVED else None
