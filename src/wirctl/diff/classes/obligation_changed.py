"""Another modal verb: must, shall, can, may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.exchange import exchanged
from wirctl.diff.wording import modals

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "obligation-changed",
    Weight.SUBSTANTIVE,
    de="Verbindlichkeit geändert: {old} → {new}",
    en="obligation changed: {old} → {new}",
    rank=50,
    mirror="obligation-changed",
    fires=[
        ("objective: Die Stadt soll berichten.", "objective: Die Stadt kann berichten."),
        ("objective: Die Träger müssen es melden.", "objective: Die Träger melden es."),
    ],
    silent=[("objective: Die Stadt soll berichten.", "objective: Die Verwaltung soll berichten.")],
)
def obligation_changed(situation: Situation) -> Words | None:
    """Whether somebody must, shall, can or may is what binds in a plan."""
    return exchanged(situation, modals)
