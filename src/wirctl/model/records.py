"""Records that several kinds hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wirctl.model.entity import Part

if TYPE_CHECKING:
    from wirctl.model.words import LineageKind, OriginKind


@dataclass(frozen=True, slots=True)
class Source(Part):
    """Where a statement comes from (Quelle)."""

    KEY: ClassVar = ("title",)

    key: str = ""
    title: str = ""
    url: str = ""
    paper: str = ""
    reference: str = ""
    published: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Alias(Part):
    """An earlier or other name (anderer Name)."""

    KEY: ClassVar = ("name",)

    name: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Period(Part):
    """Start and end, or continuous (Zeitraum)."""

    start: str = ""
    end: str = ""
    continuous: bool | None = None


@dataclass(frozen=True, slots=True)
class Votes(Part):
    """Votes for, against and abstentions; `None` where not known (Stimmen)."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None


@dataclass(frozen=True, slots=True)
class Origin(Part):
    """Who gave the impulse (Ursprung)."""

    kind: OriginKind = ""
    body: str = ""
    participation: str = ""
    round: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PreDecision(Part):
    """Why something began before the plan was decided (vor dem Beschluss)."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading(Part):
    """A measured value for a day (Messwert)."""

    KEY: ClassVar = ("date",)

    date: str = ""
    value: float | None = None
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldDigest(Part):
    """The digest of one field that was read (Prüfsumme)."""

    KEY: ClassVar = ("field",)

    field: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Lineage(Part):
    """The elements from which this one came (Herkunft)."""

    KEY: ClassVar = ("kind", "round")

    kind: LineageKind = ""
    from_: tuple[str, ...] = ()
    round: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal(Part):
    """The tombstone of an element that no longer holds (entfallen)."""

    round: str = ""
    date: str = ""
    reason: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Illustrative(Part):
    """Which values are invented for demonstration, and why (Beispielwert)."""

    reason: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowance(Part):
    """A finding of the linter that is accepted, with the reason (Ausnahme)."""

    KEY: ClassVar = ("rule", "at")

    rule: str = ""
    at: str = ""
    reason: str = ""
