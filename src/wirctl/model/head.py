"""Plans (Pläne)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.model.entity import Entity, Part

if TYPE_CHECKING:
    from wirctl.model.records import Alias, Period


@dataclass(frozen=True, slots=True)
class Predecessor(Part):
    """The plan that this one replaces (Vorgänger)."""

    title: str = ""
    date: str = ""
    paper: str = ""
    reference: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Head(Entity):
    """The plan as a whole: its name, whose it is, for which time it holds (Plan)."""

    title: str = ""
    subtitle: str = ""
    aliases: tuple[Alias, ...] = ()
    format: int | None = None
    municipality: str = ""
    lead_unit: str = ""
    period: Period | None = None
    languages: tuple[str, ...] = ()
    summary: str = ""
    preamble: str = ""
    predecessor: Predecessor | None = None
    decided_by: tuple[str, ...] = ()
    disclaimer: str = ""
    licence: str = ""
    website: str = ""
