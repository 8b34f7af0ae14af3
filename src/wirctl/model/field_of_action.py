"""Fields of action (Handlungsfelder)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.model.entity import Traced

if TYPE_CHECKING:
    from wirctl.model.records import Alias


@dataclass(frozen=True, slots=True)
class FieldOfAction(Traced):
    """Area in which goals and measures are gathered (Handlungsfeld)."""

    order: int | None = None
    title: str = ""
    aliases: tuple[Alias, ...] = ()
    description: str = ""
    expert_group: str = ""
