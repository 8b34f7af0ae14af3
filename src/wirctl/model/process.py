"""Processes (Verfahren)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from wirctl.model.entity import Entity, Part

if TYPE_CHECKING:
    from wirctl.model.words import DraftingState, Phase

Need: TypeAlias = Literal[
    "mandate", "due_round", "conditions", "reason", "addressee", "amendment", "paper", ""
]


@dataclass(frozen=True, slots=True)
class Ask(Part):
    """Who is to speak before a step, and how long before (Anhörung)."""

    KEY: ClassVar = ("body",)

    body: str = ""
    due_before_days: int | None = None
    required: bool | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Step(Part):
    """One step of the process (Schritt)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""
    description: str = ""
    phase: Phase = ""
    body: str = ""
    asks: tuple[Ask, ...] = ()
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome(Part):
    """What a decision may result in, and what that leads to (Ergebnis)."""

    KEY: ClassVar = ("id",)

    id: str = ""
    title: str = ""
    description: str = ""
    leads_to: DraftingState = ""
    needs: tuple[Need, ...] = ()
    final: bool | None = None


@dataclass(frozen=True, slots=True)
class Process(Entity):
    """Who drafts, speaks and decides when, and what follows from a decision (Verfahren)."""

    title: str = ""
    description: str = ""
    steps: tuple[Step, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
