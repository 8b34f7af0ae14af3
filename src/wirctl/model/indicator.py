"""Indicators (Kennzahlen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import Reading, Source
    from wirctl.model.words import Accuracy, Interval

IndicatorKind: TypeAlias = Literal["input", "output", "outcome", "impact", ""]
Direction: TypeAlias = Literal["increase", "decrease", "maintain", ""]


@dataclass(frozen=True, slots=True)
class Baseline(Part):
    """The value before the start, by one source (Ausgangswert)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    value: float | None = None
    accuracy: Accuracy = "exact"
    numerator: int | None = None
    denominator: int | None = None
    date: str = ""
    term: str = ""
    population: str = ""
    unresolved: bool | None = None
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target(Part):
    """The value to be reached (Zielwert)."""

    value: float | None = None
    accuracy: Accuracy = "exact"
    date: str = ""
    term: str = ""
    population: str = ""
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator(Traced):
    """Quantity by which a goal or measure is measured (Kennzahl)."""

    title: str = ""
    description: str = ""
    kind: IndicatorKind = ""
    unit: str = ""
    population: str = ""
    term: str = ""
    method: str = ""
    direction: Direction = ""
    interval: Interval = ""
    baselines: tuple[Baseline, ...] = ()
    target: Target | None = None
    derivation: str = ""
    readings: tuple[Reading, ...] = ()
    lead_unit: str = ""
