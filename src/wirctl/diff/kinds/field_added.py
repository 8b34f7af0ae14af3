"""A field that says something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "field-added",
    de="{field} ergänzt",
    en="{field} added",
    short=("Angabe ergänzt", "field added"),
    rank=85,
    mirror="field-removed",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, objective: Alle kommen an.}\n"
            ),
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1]}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1, Q-2]}\n",
        ),
    ],
)
def field_added(situation: Situation) -> Words | None:
    """The field was absent before."""
    fits = not situation.whole and not situation.operation.in_list
    return {} if fits and situation.operation.act is Act.ADDED else None
