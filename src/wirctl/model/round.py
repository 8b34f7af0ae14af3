"""Rounds (Runden)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import FieldDigest, Source, Votes
    from wirctl.model.words import Phase


@dataclass(frozen=True, slots=True)
class Deadline(Part):
    """What is due from whom before a round (Frist)."""

    KEY: ClassVar = ("body", "due")

    body: str = ""
    due: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Submission(Part):
    """An element that lies before a round (Vorlage)."""

    KEY: ClassVar = ("item",)

    item: str = ""
    by: str = ""
    date: str = ""
    digest: str = ""
    digests: tuple[FieldDigest, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition(Part):
    """What is still to be worked in (Maßgabe)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    text: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision(Part):
    """What a round decided on one element (Entscheidung)."""

    KEY: ClassVar = ("item",)

    item: str = ""
    outcome: str = ""
    mandate: str = ""
    due_round: str = ""
    due: str = ""
    conditions: tuple[Condition, ...] = ()
    amendment: str = ""
    reason: str = ""
    votes: Votes | None = None
    unanimous: bool | None = None
    paper: str = ""
    addressee: str = ""
    digest: str = ""
    digests: tuple[FieldDigest, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Resolution(Part):
    """What a round resolved on the plan as a whole (Beschluss)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    text: str = ""
    outcome: str = ""
    due: str = ""
    votes: Votes | None = None
    unanimous: bool | None = None
    paper: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Downgrade(Part):
    """A change of substance that somebody declares editorial (Herabstufung)."""

    KEY: ClassVar = ("item", "pointer")

    item: str = ""
    pointer: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Closing(Part):
    """When a round was closed (Abschluss)."""

    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Round(Traced):
    """Session in which a body decides on parts of the plan (Runde); closed, it is a version."""

    title: str = ""
    body: str = ""
    date: str = ""
    number: int | None = None
    phase: Phase = ""
    fields: tuple[str, ...] = ()
    description: str = ""
    deadlines: tuple[Deadline, ...] = ()
    submissions: tuple[Submission, ...] = ()
    decisions: tuple[Decision, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    downgrades: tuple[Downgrade, ...] = ()
    closed: Closing | None = None
