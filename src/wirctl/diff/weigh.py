"""How much a change matters, where its kind does not say so already, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import DOWNGRADED, Ground, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.diff.class_rule import ClassRule
    from wirctl.diff.downgrades import Downgrade
    from wirctl.diff.situation import Situation


def weigh(situation: Situation, rules: Iterable[ClassRule]) -> tuple[Weight, Ground]:
    """The weight by the first rule that decides the situation; the last decides every one.

    What is substantive by the rules is editorial where somebody declared that it is.
    """
    for rule in rules:
        words = rule.decide(situation)
        if words is not None:
            ground = Ground(rule.id, tuple(words.items()))
            declared = situation.downgrade
            if declared is not None and rule.weight is Weight.SUBSTANTIVE:
                return Weight.EDITORIAL, _downgraded(declared, ground)
            return rule.weight, ground
    raise LookupError(situation.operation)


def _downgraded(declared: Downgrade, was: Ground) -> Ground:
    words = (("by", declared.by), ("reason", declared.reason), ("round", declared.round))
    return Ground(DOWNGRADED, words, was)
