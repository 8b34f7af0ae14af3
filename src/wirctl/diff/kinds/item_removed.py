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
    rank=85,
    mirror="item-added",
)
def item_removed(situation: Situation) -> Words | None:
    """The list or set lost an item."""
    fits = not situation.whole and situation.operation.in_list
    return {} if fits and situation.operation.act is Act.REMOVED else None
