"""Measures (Maßnahmen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from decimal import Decimal

    from wirctl.model.records import Origin, Period, PreDecision, Source
    from wirctl.model.words import Accuracy, ImplementationStatus, Interval

MeasureKind: TypeAlias = Literal["measure", "recommendation", "standing_task", "working_group", ""]
CostKind: TypeAlias = Literal["one_off", "yearly", ""]
CostBasis: TypeAlias = Literal["planned", "actual"]
FundingPath: TypeAlias = Literal["own_budget", "fund", "third_party", "none_needed", ""]
Rank: TypeAlias = Literal["high", "medium", "low", ""]
ParticipationLevel: TypeAlias = Literal[
    "information", "consultation", "involvement", "codecision", "self_organisation", ""
]


@dataclass(frozen=True, slots=True)
class Cost(Part):
    """What a measure costs in one year (Kosten)."""

    KEY: ClassVar = ("year", "kind", "basis")

    year: int | None = None
    kind: CostKind = ""
    basis: CostBasis = "planned"
    amount_eur: Decimal | None = None
    accuracy: Accuracy = "exact"
    text: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Involvement(Part):
    """Whether those concerned are asked, and why or why not (Beteiligung)."""

    asked: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Progress(Part):
    """How far a measure is at one date (Umsetzungsstand)."""

    KEY: ClassVar = ("date",)

    date: str = ""
    status: ImplementationStatus = ""
    reason: str = ""
    next_steps: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Measure(Traced):
    """What is to be done: by whom, until when, with which means (Maßnahme)."""

    kind: MeasureKind = ""
    number: str = ""
    title: str = ""
    official_title: str = ""
    field: str = ""
    summary: str = ""
    description: str = ""
    initial_situation: str = ""
    objective: str = ""
    expected_effect: str = ""
    goals: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    lead_unit: str = ""
    partners: tuple[str, ...] = ()
    contact_role: str = ""
    area: tuple[str, ...] = ()
    period: Period | None = None
    milestones: tuple[str, ...] = ()
    costs: tuple[Cost, ...] = ()
    staffing_fte: float | None = None
    funding_path: FundingPath = ""
    fund_eligible: bool | None = None
    indicators: tuple[str, ...] = ()
    priority: Rank = ""
    participation_level: ParticipationLevel = ""
    participation: Involvement | None = None
    addressee: str = ""
    origin: Origin | None = None
    related: tuple[str, ...] = ()
    review_cycle: Interval = ""
    pre_decision: PreDecision | None = None
    implementation: tuple[Progress, ...] = ()
