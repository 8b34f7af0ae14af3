"""Priorities (Prioritäten)."""

from __future__ import annotations

from dataclasses import dataclass

from wirctl.model.entity import Traced


@dataclass(frozen=True, slots=True)
class Priority(Traced):
    """Overarching priority of the plan (Priorität)."""

    number: int | None = None
    title: str = ""
    text: str = ""
    questions: tuple[str, ...] = ()
