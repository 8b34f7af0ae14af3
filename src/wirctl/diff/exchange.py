"""What a text lost and what it got instead, of one sort of things that bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from wirctl.diff.situation import Situation, Words

NOTHING = "–"
BETWEEN = "; "
"""What stands between several things in the words of a rule."""


def exchanged(situation: Situation, facts: Callable[[str], Counter[str]]) -> Words | None:
    """The facts that only the old text has and those that only the new one has, if any."""
    texts = situation.rewording
    if texts is None:
        return None
    old, new = map(facts, texts)
    return told(old - new, new - old) if old or new else None


def told(lost: Counter[str], gained: Counter[str]) -> Words | None:
    """The words for what went and what came, in the order in which the texts have it."""
    return {"old": _joined(lost), "new": _joined(gained)} if lost or gained else None


def _joined(found: Counter[str]) -> str:
    return BETWEEN.join(found.elements()) or NOTHING
