"""Statements (Stellungnahmen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import FieldDigest
    from wirctl.model.words import Adoption, Stance

StatementKind: TypeAlias = Literal["statement", "change_request", "resolution", "comment"]


@dataclass(frozen=True, slots=True)
class Point(Part):
    """One point of a statement (Punkt)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    item: str = ""
    fields: tuple[str, ...] = ()
    stance: Stance = ""
    text: str = ""
    digest: str = ""
    digests: tuple[FieldDigest, ...] = ()


@dataclass(frozen=True, slots=True)
class Response(Part):
    """What became of a point (Antwort)."""

    KEY: ClassVar = ("point",)

    point: str = ""
    result: Adoption = ""
    reason: str = ""
    by: str = ""
    round: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Statement(Traced):
    """What a body says about elements of the plan and what became of it (Stellungnahme)."""

    title: str = ""
    body: str = ""
    round: str = ""
    date: str = ""
    kind: StatementKind = "statement"
    stance: Stance = ""
    text: str = ""
    points: tuple[Point, ...] = ()
    responses: tuple[Response, ...] = ()
