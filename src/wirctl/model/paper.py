"""Papers (Drucksachen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import Source, Votes

PaperType: TypeAlias = Literal[
    "decision_paper",
    "information_paper",
    "motion",
    "amendment",
    "budget_motion",
    "inquiry",
    "answer",
    "supplement",
    "revision",
    "report",
    "minutes",
    "",
]
PaperResult: TypeAlias = Literal[
    "adopted",
    "adopted_amended",
    "recommended",
    "rejected",
    "deferred",
    "referred_to_party_groups",
    "taken_note",
    "settled",
    "withdrawn",
    "merged",
    "",
]
Operation: TypeAlias = Literal["strike", "insert_after", "append", "replace", ""]


@dataclass(frozen=True, slots=True)
class Consultation(Part):
    """One body's turn at a paper, OParl: Consultation (Beratung)."""

    KEY: ClassVar = ("body", "date")

    body: str = ""
    date: str = ""
    authoritative: bool | None = None
    result: PaperResult = ""
    votes: Votes | None = None
    unanimous: bool | None = None
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annex(Part):
    """A file that belongs to a paper (Anlage)."""

    KEY: ClassVar = ("number",)

    number: int | None = None
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Amendment(Part):
    """One point of a paper that changes another (Änderungspunkt)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    target: str = ""
    op: Operation = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    votes: Votes | None = None
    result: PaperResult = ""


@dataclass(frozen=True, slots=True)
class Paper(Traced):
    """Council paper, motion or information, in the terms of OParl (Drucksache)."""

    reference: str = ""
    title: str = ""
    paper_type: PaperType = ""
    date: str = ""
    originator: str = ""
    under_direction_of: str = ""
    url: str = ""
    summary: str = ""
    items: tuple[str, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    result: PaperResult = ""
    annexes: tuple[Annex, ...] = ()
    originals: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
