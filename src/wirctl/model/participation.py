"""Participation (Beteiligungen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import Period, Source
    from wirctl.model.words import Accuracy, Adoption

ParticipationKind: TypeAlias = Literal[
    "survey",
    "event",
    "idea_competition",
    "name_vote",
    "retreat",
    "comment_loop",
    "call_for_members",
    "",
]


@dataclass(frozen=True, slots=True)
class Answer(Part):
    """How often one answer was given (Antwort)."""

    KEY: ClassVar = ("answer",)

    answer: str = ""
    count: int | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Result(Part):
    """The figures for one question (Ergebnis)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    question: str = ""
    interim: bool = False
    answers: tuple[Answer, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Comment(Part):
    """A suggestion and what became of it (Beitrag)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    text: str = ""
    topic: str = ""
    item: str = ""
    forwarded_to: str = ""
    result: Adoption = ""
    became: str = ""


@dataclass(frozen=True, slots=True)
class Participation(Traced):
    """Survey, event, idea competition or vote, and what became of it (Beteiligung)."""

    title: str = ""
    kind: ParticipationKind = ""
    description: str = ""
    period: Period | None = None
    dates: tuple[str, ...] = ()
    organiser: str = ""
    languages: tuple[str, ...] = ()
    participants: int | None = None
    accuracy: Accuracy = "exact"
    summary: str = ""
    results: tuple[Result, ...] = ()
    paper: str = ""
    comments: tuple[Comment, ...] = ()
