"""Terms (Begriffe)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from wirctl.model.entity import Traced

TermStatus: TypeAlias = Literal["preferred", "admitted", "avoided", ""]


@dataclass(frozen=True, slots=True)
class Term(Traced):
    """A word of the plan, what it means and whether it should be used (Begriff)."""

    label: str = ""
    abbreviation: str = ""
    forms: tuple[str, ...] = ()
    definition: str = ""
    status: TermStatus = ""
    use_instead: str = ""
    statistical_source: str = ""
