"""A field that says nothing any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "field-removed",
    de="{field} entfernt",
    en="{field} removed",
    short=("Angabe entfernt", "field removed"),
    rank=85,
    mirror="field-added",
    fires=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, objective: Alle kommen an.}\n"
            ),
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1, Q-2]}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1]}\n",
        ),
    ],
)
def field_removed(situation: Situation) -> Words | None:
    """The field is absent now."""
    fits = not situation.whole and not situation.operation.in_list
    return {} if fits and situation.operation.act is Act.REMOVED else None
