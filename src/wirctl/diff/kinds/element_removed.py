"""An element whose file is gone without a tombstone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-removed",
    de="Nicht mehr vorhanden, ohne Vermerk",
    en="Gone without a note",
    short=("verschwunden", "gone"),
    rank=90,
    weight=Weight.SUBSTANTIVE,
    mirror="element-added",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "",
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, withdrawn: {round: LG-2021, reason: Doppelt.}}\n"
            ),
        ),
    ],
)
def element_removed(situation: Situation) -> Words | None:
    """The file is gone and no tombstone says why; `validate` reports the lost id as well."""
    return {} if situation.whole and situation.operation.act is Act.REMOVED else None
