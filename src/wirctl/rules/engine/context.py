"""What a rule may ask for beside its subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from wirctl.rules.engine.texts import texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.model.round import Decision, Round
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


@dataclass(frozen=True, slots=True)
class Context:
    """A plan and what is known about it when the rules run.

    `today` is the day that counts as now. `standings` says how far each element has come that
    bodies decide on, by id.
    """

    plan: Plan
    kinds: Kinds
    today: date
    standings: Mapping[str, Standing]
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
