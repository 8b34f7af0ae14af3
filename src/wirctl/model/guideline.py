"""Guidelines (Leitlinien)."""

from __future__ import annotations

from dataclasses import dataclass

from wirctl.model.entity import Traced


@dataclass(frozen=True, slots=True)
class Guideline(Traced):
    """Principle against which goals and measures are held (Leitlinie)."""

    number: int | None = None
    title: str = ""
    text: str = ""
