"""How much a change matters, where its kind does not say so already, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Ground

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.core.change import Weight
    from wirctl.diff.class_rule import ClassRule
    from wirctl.diff.situation import Situation


def weigh(situation: Situation, rules: Iterable[ClassRule]) -> tuple[Weight, Ground]:
    """The weight by the first rule that decides the situation; the last decides every one."""
    for rule in rules:
        words = rule.decide(situation)
        if words is not None:
            return rule.weight, Ground(rule.id, tuple(words.items()))
    raise LookupError(situation.operation)
