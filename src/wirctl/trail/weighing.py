"""What each change of an element weighs: the one place where the trail asks the comparison."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.frozen import frozen, replace
from wirctl.core.remembering import remembered
from wirctl.diff.class_rule import every_class_rule
from wirctl.diff.items import match
from wirctl.diff.operation import Act, operations
from wirctl.diff.registry import every_kind
from wirctl.diff.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record
    from wirctl.diff.operation import MatchOf, Operation
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind

_PAIRS = 64
"""Pairs of lists whose items are remembered: each is asked for twice, by neighbouring steps."""
_OF_LINEAGE = frozenset({"id", "lineage"})


class Scales:
    """Weighs changes as `diff` does. `bodies` gives the names of all bodies when asked."""

    def __init__(self, bodies: Callable[[], Iterable[str]]) -> None:
        self._bodies = bodies
        self._match = remembered(match, _PAIRS)
        kinds = tuple(every_kind().values())
        fixed = [place for place, kind in enumerate(kinds, 1) if kind.weight is not None]
        self._kinds = kinds[: max(fixed, default=0)]
        rules = tuple(every_class_rule().values())
        self._rest = rules[-1].weight
        other = [place for place, rule in enumerate(rules, 1) if rule.weight is not self._rest]
        self._rules = rules[: max(other, default=0)]

    def weighed(
        self, kind: Kind, old: Element, new: Element, names: Collection[str], lineage: str = ""
    ) -> Weighed:
        """The weight of everything that differs between two states of an element.

        `names` are the fields that are not written alike. With `lineage`, the older state is
        that of the element from which the newer comes; its id and that it says so are new.
        """
        situations = {}
        found: dict[Pointer, set[Weight]] = defaultdict(set)
        sides = (_only(old.value, names), _only(new.value, names))
        for operation in operations(*sides, kind.fields, self._match):
            places = [found[operation.at[:end]] for end in _ends(operation)]
            is_declared = lineage and operation.at[0] in _OF_LINEAGE
            situation = Situation(
                kind, old, new, operation, lineage_kind=lineage, bodies=self._bodies
            )
            weight = Weight.SUBSTANTIVE if is_declared else self.weight(situation)
            for weights in places:
                weights.add(weight)
            if operation.act is Act.CHANGED:
                situations[operation.at] = situation
        collected = {at: frozenset(weights) for at, weights in found.items()}
        return Weighed(self, collected, situations, self._match)

    def weight(self, situation: Situation) -> Weight:
        """The weight of the first kind of change that the situation fits, else by the rules.

        Behind the last kind whose weight is fixed, it does not matter which one fits.
        """
        for kind in self._kinds:
            if kind.recognise(situation) is not None:
                return kind.weight or self._by_rules(situation)
        return self._by_rules(situation)

    def _by_rules(self, situation: Situation) -> Weight:
        """The weight of the first rule that decides.

        The last rules are of one weight, and one of them decides. So an earlier rule of that
        weight need only be asked where one behind it would decide otherwise.
        """
        passed = []
        for rule in self._rules:
            if rule.weight is self._rest:
                passed.append(rule)
            elif rule.decide(situation) is not None:
                is_decided = any(other.decide(situation) is not None for other in passed)
                return self._rest if is_decided else rule.weight
        return self._rest


def _only(record: Record, names: Collection[str]) -> Record:
    return {name: value for name, value in record.items() if name in names}


def _ends(operation: Operation) -> Iterable[int]:
    """How long the pointers are to all that holds the value, and to the value itself.

    Of an item that the newer state has no more, only its list is left.
    """
    has_gone = operation.act is Act.REMOVED and operation.in_list
    return range(len(operation.at) + (not has_gone))


@frozen
class Weighed:
    """The weights of changes by pointer, those of everything below included.

    What has no entry in `weights` means the same in both states. `match` finds the items of
    two lists of theirs that are one.
    """

    scales: Scales
    weights: Mapping[Pointer, frozenset[Weight]]
    situations: Mapping[Pointer, Situation]
    match: MatchOf

    def at(self, pointer: Pointer) -> frozenset[Weight]:
        """The weights of what was changed here or below; else of what holds it and came whole."""
        for end in range(len(pointer), 0, -1):
            if pointer[:end] in self.weights:
                return self.weights[pointer[:end]]
        return self.weights.get(pointer, frozenset())

    def sentence(self, at: Pointer, old: str | None, new: str) -> frozenset[Weight]:
        """The weight of one sentence's change: no more than that of its text.

        A sentence that came weighs what the text does; one that was rewritten is weighed by
        itself.
        """
        weights, situation = self.at(at), self.situations.get(at)
        if old is None or situation is None or Weight.SUBSTANTIVE not in weights:
            return weights
        alone = replace(situation, operation=replace(situation.operation, old=old, new=new))
        return frozenset({self.scales.weight(alone)})
