"""Reports (Berichte)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import Period, Source
    from wirctl.model.words import Accuracy, ImplementationStatus

ReportKind: TypeAlias = Literal["interim", "final", "controlling", "monitoring", ""]


@dataclass(frozen=True, slots=True)
class Figure(Part):
    """A figure that belongs to no indicator (Zahl)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""
    value: float | None = None
    accuracy: Accuracy = "exact"
    unit: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ReportReading(Part):
    """A new value of an indicator in a report (Messwert)."""

    KEY: ClassVar = ("indicator", "date")

    indicator: str = ""
    date: str = ""
    value: float | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ReportItem(Part):
    """What a report says about one measure."""

    KEY: ClassVar = ("measure",)

    measure: str = ""
    status: ImplementationStatus = ""
    reason: str = ""
    text: str = ""
    next_steps: str = ""
    readings: tuple[ReportReading, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Report(Traced):
    """Report on implementation in a period (Bericht)."""

    title: str = ""
    kind: ReportKind = ""
    period: Period | None = None
    due: str = ""
    date: str = ""
    paper: str = ""
    round: str = ""
    summary: str = ""
    figures: tuple[Figure, ...] = ()
    items: tuple[ReportItem, ...] = ()
