"""An item that left a list or set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "item-removed",
    de="{field}: Eintrag entfernt",
    en="{field}: entry removed",
    short=("Eintrag entfernt", "entry removed"),
    rank=85,
    mirror="item-added",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, themes: [Q-1]}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
        ),
    ],
    silent=[
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen, objective: Alle kommen an.}\n"
            ),
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
        ),
    ],
)
def item_removed(situation: Situation) -> Words | None:
    """The list or set lost an item."""
    operation = situation.operation
    if situation.whole or not operation.in_list or operation.act is not Act.REMOVED:
        return None
    return {} if operation.after is None else {"after": operation.after}
