"""Review rules (Freigaberegeln)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from wirctl.model.entity import Entity, Part

ChangeWord: TypeAlias = Literal["added", "removed", "changed", ""]
ClassWord: TypeAlias = Literal["substantive", "editorial", ""]
KindWord: TypeAlias = Literal[
    "plan",
    "process",
    "review_rules",
    "guideline",
    "priority",
    "theme",
    "term",
    "field_of_action",
    "goal",
    "measure",
    "indicator",
    "body",
    "round",
    "statement",
    "paper",
    "participation",
    "fund",
    "call",
    "award",
    "report",
    "milestone",
    "translation",
    "",
]
Trust: TypeAlias = Literal["base", "proposal"]


@dataclass(frozen=True, slots=True)
class Role(Part):
    """Somebody besides the bodies who may agree (Rolle)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Account(Part):
    """What an account of the forge speaks for (Konto)."""

    KEY: ClassVar = ("login",)

    login: str = ""
    bodies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRule(Part):
    """Which changes need whose agreement (Regel); what is not named does not narrow it."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""
    fields: tuple[str, ...] = ()
    classes: tuple[ClassWord, ...] = ()
    kinds: tuple[KindWord, ...] = ()
    changes: tuple[ChangeWord, ...] = ()
    pointers: tuple[str, ...] = ()
    above_eur: int | None = None
    bodies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRules(Entity):
    """Who must agree to which kind of change before a proposal is merged (Freigaberegeln)."""

    title: str = ""
    description: str = ""
    trust: Trust = "base"
    roles: tuple[Role, ...] = ()
    accounts: tuple[Account, ...] = ()
    rules: tuple[ReviewRule, ...] = ()
