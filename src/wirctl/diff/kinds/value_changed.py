"""A value that is another now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "value-changed",
    de="{field} geändert",
    en="{field} changed",
    short=("Wert geändert", "value changed"),
    rank=95,
    mirror="value-changed",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, staffing_fte: 1}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, staffing_fte: 1.5}\n",
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, staffing_fte: 1}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, staffing_fte: 1.0}\n",
        ),
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, staffing_fte: 1}\n",
        ),
    ],
)
def value_changed(situation: Situation) -> Words | None:
    """A figure, date, word or reference differs, and no more special kind claims it."""
    return {} if situation.operation.act is Act.CHANGED else None
