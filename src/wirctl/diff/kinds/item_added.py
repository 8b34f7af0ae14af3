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
    rank=85,
    mirror="item-removed",
)
def item_added(situation: Situation) -> Words | None:
    """The list or set has an item that it had not."""
    fits = not situation.whole and situation.operation.in_list
    return {} if fits and situation.operation.act is Act.ADDED else None
