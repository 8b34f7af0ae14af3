"""Where each element stands: what was decided on it, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.flow.process import leads_to
from wirctl.model.dates import middle_day
from wirctl.model.states import ACCEPTED, DRAFTED, SUBMITTED, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.model.plan import Plan
    from wirctl.model.round import Decision, Round


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision of one round on one element; `state` is what it leads to."""

    round: Round
    decision: Decision
    state: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an element has come.

    `state` is the drafting state (DESIGN: drafted … decided), `stage` its coarse form,
    `verdicts` are the decisions in the order of their rounds. A decision on the plan as a
    whole counts for every element that had been accepted before.
    """

    state: str
    stage: str
    verdicts: tuple[Verdict, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a body still has to come back to it."""
        return state_of(self.state).waits


def standings(plan: Plan) -> Mapping[str, Standing]:
    """The standing of every goal and measure, and of whatever else a round decided on, by id."""
    leads = leads_to(plan)
    wholes = {head.id for head in plan.heads}
    verdicts: dict[str, list[Verdict]] = {item: [] for item in _decidable(plan)}
    for verdict in _verdicts(plan, leads):
        if verdict.decision.item in wholes:
            for made in verdicts.values():
                if made and _stage(made[-1].state) == ACCEPTED:
                    made.append(verdict)
        else:
            verdicts.setdefault(verdict.decision.item, []).append(verdict)
    submitted = _submitted(plan)
    return {
        item: _standing(made, is_submitted=item in submitted) for item, made in verdicts.items()
    }


def _decidable(plan: Plan) -> Iterator[str]:
    """What a round may decide on; asked of the elements as they are, which need not be typed."""
    for kind in ("goal", "measure"):
        yield from (item.id for item in plan.of_kind(kind) if not item.is_withdrawn)


def _verdicts(plan: Plan, leads: Mapping[str, str]) -> Iterator[Verdict]:
    for item in in_order(plan.rounds):
        for decision in item.decisions:
            yield Verdict(item, decision, leads.get(decision.outcome) or decision.outcome)


def in_order(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """Rounds by date; one known by month or year only stands in the middle of that time."""
    return tuple(sorted(rounds, key=lambda item: (_day(item.date), item.id)))


def _day(text: str) -> str:
    day = middle_day(text)
    return day.isoformat() if day is not None else ""


def _submitted(plan: Plan) -> frozenset[str]:
    """What lies before a round that is not closed."""
    return frozenset(
        submission.item
        for item in plan.rounds
        if item.closed is None
        for submission in item.submissions
    )


def _standing(made: list[Verdict], *, is_submitted: bool) -> Standing:
    state = made[-1].state if made else DRAFTED
    if is_submitted and _stage(state) == DRAFTED:
        state = SUBMITTED
    return Standing(state, _stage(state), tuple(made))


def _stage(state: str) -> str:
    return state_of(state).stage
