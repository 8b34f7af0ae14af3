"""Funds (Förderfonds)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from decimal import Decimal

    from wirctl.model.records import Alias, Source
    from wirctl.model.words import ApplicantKind, Financing


@dataclass(frozen=True, slots=True)
class FundingArea(Part):
    """An area of a fund (Förderbereich)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""
    number: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Budget(Part):
    """The money of a fund in one year (Mittel)."""

    KEY: ClassVar = ("year",)

    year: int | None = None
    amount_eur: Decimal | None = None
    decided_in: Source | None = None


@dataclass(frozen=True, slots=True)
class Allocation(Part):
    """The money of one area in one year (Aufteilung)."""

    KEY: ClassVar = ("year", "funding_area")

    year: int | None = None
    funding_area: str = ""
    amount_eur: Decimal | None = None
    share: float | None = None
    decided_in: Source | None = None


@dataclass(frozen=True, slots=True)
class FundingRule(Part):
    """A rule of the fund with its time of validity (Förderregel)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""
    valid_from: str = ""
    valid_to: str = ""
    funding_area: str = ""
    text: str = ""
    from_eur: Decimal | None = None
    max_amount_eur: Decimal | None = None
    min_own_share: float | None = None
    financing: Financing = ""
    applicant_kinds: tuple[ApplicantKind, ...] = ()
    decided_by: str = ""
    decided_in: Source | None = None


@dataclass(frozen=True, slots=True)
class Fund(Traced):
    """Money for projects: how much, for what, by which rules (Förderfonds)."""

    title: str = ""
    aliases: tuple[Alias, ...] = ()
    description: str = ""
    board: str = ""
    valid_from: str = ""
    valid_to: str = ""
    predecessors: tuple[str, ...] = ()
    funding_areas: tuple[FundingArea, ...] = ()
    budgets: tuple[Budget, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    funding_rules: tuple[FundingRule, ...] = ()
