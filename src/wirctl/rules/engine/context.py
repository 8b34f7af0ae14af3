"""What a rule may ask for beside its subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from wirctl.rules.engine.texts import texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.model.round import Condition, Decision, Downgrade, Round
    from wirctl.model.statement import Point, Statement
    from wirctl.rules.engine.texts import Text
    from wirctl.schema.kind import Kinds


class Verdict(Protocol):
    """One decision of one round on one element, and the state that it leads to."""

    @property
    def round(self) -> Round:
        """The round that decided."""

    @property
    def decision(self) -> Decision:
        """What it decided."""

    @property
    def state(self) -> str:
        """The drafting state that follows."""


class Standing(Protocol):
    """How far an element has come, as `flow` works it out."""

    @property
    def state(self) -> str:
        """The drafting state: `drafted` … `decided`."""

    @property
    def stage(self) -> str:
        """Its coarse form: `drafted`, `accepted` or `decided`."""

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """The decisions on it, in the order of their rounds."""


class Due(Protocol):
    """A statement that a body owes a round."""

    @property
    def body(self) -> str:
        """The body."""

    @property
    def statements(self) -> Sequence[Statement]:
        """Those that it has given."""


class Obstacle(Protocol):
    """Something that stands in the way of closing a round: what kind of thing, and where."""

    @property
    def kind(self) -> str:
        """The kind, as `flow` names it: `missing-detail`, `foreign-outcome`."""

    @property
    def item(self) -> str:
        """The element."""

    @property
    def detail(self) -> str:
        """The outcome, field, body or day in question."""


class Return(Protocol):
    """An element that was sent back with a mandate and laid before a later round."""

    @property
    def verdict(self) -> Verdict:
        """The decision that sent it back."""

    @property
    def round(self) -> Round:
        """The round to which it came again."""

    @property
    def answer(self) -> str:
        """`answered`, `open` or `unknown`."""


class Demand(Protocol):
    """A condition of a decision, and what became of it."""

    @property
    def verdict(self) -> Verdict:
        """The decision."""

    @property
    def condition(self) -> Condition:
        """The condition."""

    @property
    def answer(self) -> str:
        """`answered`, `open` or `unknown`."""


class PointHold(Protocol):
    """A point of a statement, and how far it still holds."""

    @property
    def statement(self) -> Statement:
        """The statement."""

    @property
    def point(self) -> Point:
        """The point."""

    @property
    def hold(self) -> str:
        """`current`, `touched`, `unpinned`, `outdated` or `void`."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""


class IdleDowngrade(Protocol):
    """A change that an open round declares editorial, and that there is not."""

    @property
    def round(self) -> Round:
        """The round."""

    @property
    def downgrade(self) -> Downgrade:
        """What it declares."""


class Known(Protocol):
    """What `flow` knows of a plan and its history; asked only by the rules that need it."""

    @property
    def points(self) -> Sequence[PointHold]:
        """Every point of every statement."""

    @property
    def returns(self) -> Sequence[Return]:
        """What was sent back and came again."""

    @property
    def demands(self) -> Sequence[Demand]:
        """Every condition, and whether a change has followed it."""

    @property
    def idle_downgrades(self) -> Sequence[IdleDowngrade]:
        """What open rounds declare editorial where nothing of substance has changed."""

    @property
    def unread(self) -> Sequence[PointHold]:
        """The points whose round decided on another text than the body had read."""

    def dues(self, round: Round, /) -> Sequence[Due]:
        """The statements that are due before the round."""

    def obstacles(self, round: Round, /) -> Sequence[Obstacle]:
        """What stands in the way of closing the round."""


@dataclass(frozen=True, slots=True)
class Context:
    """A plan and what is known about it when the rules run.

    `today` is the day that counts as now. `standings` says how far each element has come that
    bodies decide on, by id, `known` what else the process and the history tell.
    """

    plan: Plan
    kinds: Kinds
    today: date
    standings: Mapping[str, Standing]
    known: Known
    _texts: list[Text] = field(default_factory=list, compare=False, repr=False)

    @property
    def texts(self) -> Sequence[Text]:
        """Every text that people read; the plan is walked when they are first asked for."""
        if not self._texts:
            self._texts.extend(texts(self.plan, self.kinds))
        return self._texts

    def stage(self, element: str) -> str:
        """The stage of the element with this id; empty where no body decides on it."""
        standing = self.standings.get(element)
        return standing.stage if standing is not None else ""
