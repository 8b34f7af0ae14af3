"""A new item of a list or set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "item-added",
    de="{field}: Eintrag ergänzt",
    en="{field}: entry added",
    short=("Eintrag ergänzt", "entry added"),
    rank=85,
    mirror="item-removed",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1]}\n",
        ),
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, sources: []}\n",
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, sources: [{title: Beschluss}]}\n"
            ),
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, objective: Alle kommen an.}\n"
            ),
        ),
    ],
)
def item_added(situation: Situation) -> Words | None:
    """The list or set has an item that it had not."""
    operation = situation.operation
    if situation.whole or not operation.in_list or operation.act is not Act.ADDED:
        return None
    return {} if operation.after is None else {"after": operation.after}
