"""Cross-cutting themes (Querschnittsthemen)."""

from __future__ import annotations

from dataclasses import dataclass

from wirctl.model.entity import Traced


@dataclass(frozen=True, slots=True)
class Theme(Traced):
    """Theme to be observed in all fields of action (Querschnittsthema)."""

    number: int | None = None
    title: str = ""
    text: str = ""
    questions: tuple[str, ...] = ()
