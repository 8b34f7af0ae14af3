"""What is known of a plan beside its present text, worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from wirctl.flow.gate import gate
from wirctl.flow.process import dues
from wirctl.flow.standing import standings
from wirctl.flow.statements import never, point_holds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.flow.gate import Obstacle
    from wirctl.flow.process import Due
    from wirctl.flow.standing import Standing
    from wirctl.flow.statements import PointHold, Reading, Since
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round
    from wirctl.schema.kind import Kinds

Between: TypeAlias = "Callable[[str, str], Sequence[Change] | None]"
"""Every change between two rounds, the present for an empty name; `None` where nobody knows."""


def unknown(_old: str, _new: str) -> None:
    """No round but the present text is known."""


class Known:
    """A plan, where its elements stand, and what happened to them before.

    `since` and `between` ask the history; without them, only what the files say is known.
    """

    def __init__(
        self, plan: Plan, kinds: Kinds, since: Since = never, between: Between = unknown
    ) -> None:
        self.plan = plan
        self.kinds = kinds
        self._since = since
        self._between = between

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How far each element has come, by id."""
        return standings(self.plan)

    @cached_property
    def points(self) -> tuple[PointHold, ...]:
        """How far each point of each statement still holds."""
        return point_holds(self.plan, self.kinds, self._since)

    def dues(self, round: Round) -> tuple[Due, ...]:
        """The statements that are due before the round, with those that were given."""
        return dues(self.plan, round)

    def obstacles(self, round: Round) -> tuple[Obstacle, ...]:
        """What stands in the way of closing the round."""
        return gate(self.plan, round, self.points)

    def since_read(self, reading: Reading) -> Sequence[Change] | None:
        """Every change of the plan since a text was read; `None` where nobody knows."""
        return self._since(reading)

    def changes(self, items: frozenset[str], old: str, new: str = "") -> tuple[Change, ...] | None:
        """What happened to these elements between two rounds; `None` where nobody knows.

        Without a second round, until now. An element that came from one of these counts.
        """
        found = self._between(old, new)
        if found is None:
            return None
        return tuple(
            change
            for change in found
            if change.subject.id in items or not items.isdisjoint(change.lineage)
        )
