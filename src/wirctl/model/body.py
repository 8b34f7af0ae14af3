"""Bodies (Gremien)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

if TYPE_CHECKING:
    from wirctl.model.records import Alias, Source
    from wirctl.model.words import Side

BodyKind: TypeAlias = Literal[
    "council",
    "committee",
    "district_council",
    "steering_group",
    "expert_group",
    "integration_board",
    "round_table",
    "board_of_trustees",
    "working_committee",
    "working_group",
    "jury",
    "administration",
    "civil_society",
    "",
]
RuleKind: TypeAlias = Literal["parity", "minimum_share", "count", "range", ""]


@dataclass(frozen=True, slots=True)
class CompositionRule(Part):
    """How a body is to be composed (Regel der Zusammensetzung)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    kind: RuleKind = ""
    group: str = ""
    against: str = ""
    count: int | None = None
    min: int | None = None
    max: int | None = None
    share: float | None = None
    tolerance: int = 0
    text: str = ""
    decided_in: Source | None = None
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Seat(Part):
    """The seats of one group at one date (Besetzung)."""

    KEY: ClassVar = ("date", "group")

    date: str = ""
    group: str = ""
    side: Side = ""
    count: int | None = None
    included_in: str = ""
    voting: bool = True
    planned: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Speaker(Part):
    """The speaker of one side, by role only (Sprecher*in)."""

    KEY: ClassVar = ("side",)

    side: Side = ""
    role: str = ""
    filled: bool | None = None


@dataclass(frozen=True, slots=True)
class Adviser(Part):
    """The professional adviser of a group, by role only (Beratung)."""

    role: str = ""
    filled: bool | None = None


@dataclass(frozen=True, slots=True)
class Body(Traced):
    """Who drafts, speaks, decides or accompanies (Gremium)."""

    title: str = ""
    abbreviation: str = ""
    aliases: tuple[Alias, ...] = ()
    kind: BodyKind = ""
    description: str = ""
    role: str = ""
    count: int | None = None
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    composition_rules: tuple[CompositionRule, ...] = ()
    seats: tuple[Seat, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    adviser: Adviser | None = None
