"""Milestones (Meilensteine)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.model.entity import Traced

if TYPE_CHECKING:
    from wirctl.model.words import Phase


@dataclass(frozen=True, slots=True)
class Milestone(Traced):
    """Point in time that matters: planned and actual (Meilenstein)."""

    title: str = ""
    description: str = ""
    planned: str = ""
    actual: str = ""
    reason: str = ""
    phase: Phase = ""
    round: str = ""
    paper: str = ""
