"""A text of which a good part is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.class_rule import class_rule
from wirctl.diff.prose import share_changed

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words

_MANY = 0.15


@class_rule(
    "many-words-changed",
    Weight.SUBSTANTIVE,
    de="{percent} % der Wörter geändert",
    en="{percent} % of the words changed",
    rank=80,
    mirror="many-words-changed",
    fires=[("objective: Vereine werden gefördert.", "objective: Verbände werden gefördert.")],
    silent=[
        (
            "objective: In jedem Stadtteil finden alle, die neu sind, einen Ort der Begegnung.",
            "objective: In jedem Stadtteil finden alle, die neu sind, einen Ort der Stille.",
        ),
    ],
)
def many_words_changed(situation: Situation) -> Words | None:
    """More than 15 % of the words: whoever agreed to the old text has to read the new one."""
    texts = situation.rewording
    share = share_changed(*texts) if texts is not None else 0.0
    return {"percent": f"{share * 100:.0f}"} if share > _MANY else None
