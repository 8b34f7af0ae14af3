"""What each change of an element weighs: the one place where the trail asks the comparison."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.frozen import frozen, replace
from wirctl.diff.class_rule import every_class_rule
from wirctl.diff.operation import Act, operations
from wirctl.diff.registry import every_kind
from wirctl.diff.situation import Situation
from wirctl.diff.weigh import weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record
    from wirctl.diff.operation import Operation
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind

_OF_LINEAGE = frozenset({"id", "lineage"})


class Scales:
    """Weighs changes as `diff` does. `bodies` gives the names of all bodies when asked."""

    def __init__(self, bodies: Callable[[], Iterable[str]]) -> None:
        self._bodies = bodies
        self._kinds = tuple(every_kind().values())
        self._rules = tuple(every_class_rule().values())

    def weighed(
        self, kind: Kind, old: Element, new: Element, names: Collection[str], lineage: str = ""
    ) -> Weighed:
        """The weight of everything that differs between two states of an element.

        `names` are the fields that are not written alike. With `lineage`, the older state is
        that of the element from which the newer comes.
        """
        situations = {}
        found: dict[Pointer, set[Weight]] = defaultdict(set)
        sides = (_only(old.value, names), _only(new.value, names))
        for operation in operations(*sides, kind.fields):
            if lineage and operation.at[0] in _OF_LINEAGE:
                continue
            situation = Situation(
                kind, old, new, operation, lineage_kind=lineage, bodies=self._bodies
            )
            weight = self.weight(situation)
            for end in range(len(operation.at) + (not _has_gone(operation))):
                found[operation.at[:end]].add(weight)
            if operation.act is Act.CHANGED:
                situations[operation.at] = situation
        weights = {at: frozenset(weights) for at, weights in found.items()}
        return Weighed(self, weights, situations)

    def weight(self, situation: Situation) -> Weight:
        """The weight of the first kind of change that the situation fits, else by the rules."""
        for kind in self._kinds:
            if kind.recognise(situation) is not None:
                return kind.weight or weigh(situation, self._rules)[0]
        raise LookupError(situation.operation)


def _only(record: Record, names: Collection[str]) -> Record:
    return {name: value for name, value in record.items() if name in names}


def _has_gone(operation: Operation) -> bool:
    """Whether the pointer names an item that the newer state has no more: only its list is left."""
    return operation.act is Act.REMOVED and operation.in_list


@frozen
class Weighed:
    """The weights of changes by pointer, those of everything below included."""

    scales: Scales
    weights: Mapping[Pointer, frozenset[Weight]]
    situations: Mapping[Pointer, Situation]

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
