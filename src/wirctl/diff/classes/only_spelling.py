"""A text that says the same in another spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.spelling import only_spelling as is_only_spelling

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@class_rule(
    "only-spelling",
    Weight.EDITORIAL,
    de="nur Schreibweise",
    en="spelling only",
    rank=60,
    mirror="only-spelling",
    fires=[
        ("objective: Die Bürger reden mit.", "objective: Die Bürger*innen reden mit."),
        ("objective: Die Straße ist frei", "objective: „Die Strasse“ ist frei."),
        ("objective: Es sind 5000 Euro.", "objective: Es sind 5.000 Euro."),
    ],
    silent=[
        ("objective: Die Bürger reden mit.", "objective: Die Bürgerinnen reden mit."),
        ("objective: Es sind 5,0 Euro.", "objective: Es sind 50 Euro."),
    ],
)
def only_spelling(situation: Situation) -> Words | None:
    """Punctuation, quotes, hyphens, gendered forms: who knew the old text knows the new one."""
    texts = situation.rewording
    return {} if texts is not None and is_only_spelling(*texts) else None
