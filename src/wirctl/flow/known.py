"""What is known of a plan beside its present text, worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from wirctl.flow.downgrades import idle_downgrades
from wirctl.flow.gate import gate
from wirctl.flow.mandates import demands, is_unread, returns
from wirctl.flow.process import dues
from wirctl.flow.standing import standings
from wirctl.flow.statements import point_holds
from wirctl.schema.pins import still_holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.flow.downgrades import IdleDowngrade
    from wirctl.flow.gate import Obstacle
    from wirctl.flow.mandates import Demand, Return
    from wirctl.flow.process import Due
    from wirctl.flow.standing import Standing
    from wirctl.flow.statements import PointHold, Reading
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round
    from wirctl.schema.kind import Kinds


class History(Protocol):
    """What the earlier versions of a plan tell; `None` wherever they do not."""

    def since_read(self, reading: Reading, until: str = "") -> Sequence[Change] | None:
        """Every change since a text was read, to a round or to the present."""

    def between(self, old: str, new: str = "") -> Sequence[Change] | None:
        """Every change between two rounds, the present for an empty name."""


class NoHistory:
    """No version but the present one is known."""

    def since_read(self, _reading: Reading, _until: str = "") -> None:
        """Nobody knows."""

    def between(self, _old: str, _new: str = "") -> None:
        """Nobody knows."""


class Known:
    """A plan, where its elements stand, and what happened to them before.

    Without a history, only what the files say is known.
    """

    def __init__(self, plan: Plan, kinds: Kinds, history: History | None = None) -> None:
        self.plan = plan
        self.kinds = kinds
        self._history = history or NoHistory()

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How far each element has come, by id."""
        return standings(self.plan)

    @cached_property
    def points(self) -> tuple[PointHold, ...]:
        """How far each point of each statement still holds."""
        return point_holds(self.plan, self.kinds, self._history.since_read)

    def dues(self, round: Round) -> tuple[Due, ...]:
        """The statements that are due before the round, with those that were given."""
        return dues(self.plan, round)

    def obstacles(self, round: Round) -> tuple[Obstacle, ...]:
        """What stands in the way of closing the round."""
        return gate(self.plan, round, self.points, self.altered(round))

    def altered(self, round: Round) -> frozenset[str]:
        """The elements that no longer say what was submitted to the round."""
        found = ((entry, self.plan.get(entry.item)) for entry in round.submissions)
        return frozenset(
            element.id
            for entry, element in found
            if element is not None
            and still_holds(entry.digest, element.value, self.kinds[element.kind]) is False
        )

    @cached_property
    def returns(self) -> tuple[Return, ...]:
        """What was sent back with a mandate and laid before a body again."""
        return tuple(returns(self))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """Every condition of a decision, and whether a change has followed it."""
        return tuple(demands(self))

    @cached_property
    def idle_downgrades(self) -> tuple[IdleDowngrade, ...]:
        """What open rounds declare editorial where nothing of substance has changed."""
        return tuple(idle_downgrades(self))

    @cached_property
    def unread(self) -> tuple[PointHold, ...]:
        """The points whose round decided on another text than the body had read."""
        return tuple(held for held in self.points if is_unread(held, self))

    def since_read(self, reading: Reading, until: str = "") -> Sequence[Change] | None:
        """Every change of the plan since a text was read; `None` where nobody knows."""
        return self._history.since_read(reading, until)

    def changes(self, items: frozenset[str], old: str, new: str = "") -> tuple[Change, ...] | None:
        """What happened to these elements between two rounds; `None` where nobody knows.

        Without a second round, until now. An element that came from one of these counts.
        """
        found = self._history.between(old, new)
        if found is None:
            return None
        return tuple(
            change
            for change in found
            if change.subject.id in items or not items.isdisjoint(change.lineage)
        )
