"""Calls (Ausschreibungen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from wirctl.model.entity import Traced

if TYPE_CHECKING:
    from decimal import Decimal

    from wirctl.model.words import ApplicantKind

CallResult: TypeAlias = Literal["awarded", "no_award", "cancelled", ""]


@dataclass(frozen=True, slots=True)
class Call(Traced):
    """Call to apply to the fund for a measure (Ausschreibung)."""

    title: str = ""
    fund: str = ""
    measure: str = ""
    funding_area: str = ""
    number: int | None = None
    opens: str = ""
    deadline: str = ""
    starts: str = ""
    applicant_kinds: tuple[ApplicantKind, ...] = ()
    amount_eur: Decimal | None = None
    description: str = ""
    requirements: tuple[str, ...] = ()
    contact_role: str = ""
    repeats: str = ""
    result: CallResult = ""
    url: str = ""
