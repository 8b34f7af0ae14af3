"""The gate of a round: what is still missing before it can be closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.flow.process import dues, leads_to, outcomes_of
from wirctl.model.dates import first_day, last_day
from wirctl.model.states import state_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from wirctl.flow.statements import PointHold
    from wirctl.model.plan import Plan
    from wirctl.model.process import Outcome
    from wirctl.model.round import Decision, Round


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stands in the way of closing a round, or that one should know.

    `kind` is one of:
    `undecided`: `item` was submitted, nothing was decided;
    `not-submitted`: it was decided and had not been submitted;
    `foreign-outcome`: the process does not know `detail` as an outcome of this step;
    `missing-detail`: the outcome needs `detail` (a field of decisions), which is not there;
    `statement-missing`: `body` owes a statement (`detail` is the day on which it was due);
    `statement-stale`: the statement `detail` of `body` speaks about another text of `item`;
    `text-altered`: `item` no longer says what was submitted;
    `too-early`: the round is held only on the day `detail`;
    `earlier-open`: the round `detail` on the same `item` comes before and is open.
    What `blocks` has to be mended first.
    """

    kind: str
    item: str = ""
    body: str = ""
    detail: str = ""
    blocks: bool = True


def gate(
    plan: Plan,
    round: Round,
    points: Sequence[PointHold] = (),
    altered: Collection[str] = (),
) -> tuple[Obstacle, ...]:
    """What stands in the way of the round, in the order in which one would mend it.

    `points` are those of all statements, with how far they hold; `altered` the elements that
    no longer say what was submitted.
    """
    return (
        *_statements(plan, round),
        *_earlier(plan, round),
        *_undecided(round),
        *_decided(plan, round),
        *_altered(round, altered),
        *_stale(round, points),
    )


def _statements(plan: Plan, round: Round) -> Iterator[Obstacle]:
    own = {deadline.body for deadline in round.deadlines}
    for due in dues(plan, round):
        if not due.statements:
            blocks = due.required or due.body in own
            yield Obstacle("statement-missing", body=due.body, detail=due.due, blocks=blocks)


def _earlier(plan: Plan, round: Round) -> Iterator[Obstacle]:
    items = {entry.item for entry in round.submissions}
    items |= {decision.item for decision in round.decisions}
    for other in plan.rounds:
        if other.closed is None and other.id != round.id and _is_before(other, round):
            shared = [entry.item for entry in other.submissions if entry.item in items]
            yield from (Obstacle("earlier-open", item, detail=other.id) for item in shared)


def _is_before(one: Round, other: Round) -> bool:
    end, begin = last_day(one.date), first_day(other.date)
    return end is not None and begin is not None and end < begin


def _undecided(round: Round) -> Iterator[Obstacle]:
    decided = {decision.item for decision in round.decisions}
    for entry in round.submissions:
        if entry.item not in decided:
            yield Obstacle("undecided", entry.item)


def _decided(plan: Plan, round: Round) -> Iterator[Obstacle]:
    known = {outcome.id: outcome for outcome in outcomes_of(plan, round)}
    states = leads_to(plan)
    submitted = {entry.item for entry in round.submissions}
    for decision in round.decisions:
        if known and decision.outcome not in known:
            yield Obstacle("foreign-outcome", decision.item, detail=decision.outcome)
        elif known:
            for need in missing_details(decision, known[decision.outcome]):
                yield Obstacle("missing-detail", decision.item, detail=need)
        is_ordered = state_of(states.get(decision.outcome) or decision.outcome).is_ordered
        if submitted and decision.item not in submitted and not is_ordered:
            yield Obstacle("not-submitted", decision.item, blocks=False)


def missing_details(decision: Decision, outcome: Outcome) -> tuple[str, ...]:
    """The fields that the outcome needs and that the decision does not give."""
    return tuple(need for need in outcome.needs if need and not getattr(decision, need))


def too_early(round: Round, day: date) -> Iterator[Obstacle]:
    """What one should know who closes the round on this day: that it has not been held yet."""
    begin = first_day(round.date)
    if begin is not None and day < begin:
        yield Obstacle("too-early", detail=round.date, blocks=False)


def _altered(round: Round, altered: Collection[str]) -> Iterator[Obstacle]:
    """What a round amended itself is another text by its own will."""
    amended = {decision.item for decision in round.decisions if decision.amendment}
    for entry in round.submissions:
        if entry.item in altered and entry.item not in amended:
            yield Obstacle("text-altered", entry.item, blocks=False)


def _stale(round: Round, points: Sequence[PointHold]) -> Iterator[Obstacle]:
    items = {item.item for item in round.submissions}
    for held in points:
        statement = held.statement
        if statement.round == round.id and held.point.item in items and held.is_stale:
            yield Obstacle(
                "statement-stale", held.point.item, statement.body, statement.id, blocks=False
            )
