"""Goals (Ziele)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.model.entity import Traced

if TYPE_CHECKING:
    from wirctl.model.records import Origin


@dataclass(frozen=True, slots=True)
class Goal(Traced):
    """What is to be reached in a field of action (Ziel)."""

    number: str = ""
    title: str = ""
    field: str = ""
    text: str = ""
    guidelines: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    origin: Origin | None = None
