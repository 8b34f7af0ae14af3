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
    rank=95,
    mirror="value-changed",
)
def value_changed(situation: Situation) -> Words | None:
    """A figure, date, word or reference differs, and no more special kind claims it."""
    return {} if situation.operation.act is Act.CHANGED else None
