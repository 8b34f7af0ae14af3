"""What was decided on an element, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.model.dates import first_day, last_day
from wirctl.model.states import DECIDED, state_of
from wirctl.rules.facts.days import has_passed, is_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from wirctl.model.entity import Entity
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round
    from wirctl.rules.engine.context import Standing, Verdict


def last_verdict(element: str, standings: Mapping[str, Standing]) -> Verdict | None:
    """The latest decision on the element; `None` where there is none."""
    standing = standings.get(element)
    return standing.verdicts[-1] if standing is not None and standing.verdicts else None


def decided_on(element: str, standings: Mapping[str, Standing]) -> str:
    """The date of the round that decided on the element for good; empty where none has."""
    standing = standings.get(element)
    verdicts = standing.verdicts if standing is not None else ()
    return next((item.round.date for item in verdicts if state_of(item.state).stage == DECIDED), "")


def precedes_decision(
    day: str, element: str, standings: Mapping[str, Standing], plan: Plan
) -> bool:
    """Whether a day surely lies before the decision on the element.

    Where there is none, every day does; but a plan that keeps no rounds is not asked for them.
    """
    decided = decided_on(element, standings)
    return is_before(day, decided) if decided else bool(plan.rounds)


def later_rounds(after: Round, plan: Plan) -> Iterator[Round]:
    """The rounds, closed since, that surely came after this one."""
    for other in plan.rounds:
        if other.closed is not None and _is_later(other, after):
            yield other


def _is_later(other: Round, after: Round) -> bool:
    if other.body == after.body and other.number is not None and after.number is not None:
        return other.number > after.number
    begin, end = first_day(other.date), last_day(after.date)
    return begin is not None and end is not None and begin > end


def waiting(
    state: str, plan: Plan, standings: Mapping[str, Standing], today: date
) -> Iterator[tuple[Entity, Verdict]]:
    """The elements left in this state although their time has come, with the last verdict.

    Their time has come when the day or the round has passed that the decision named; where it
    named none, when any other round has been closed since.
    """
    for id_, standing in standings.items():
        if standing.state != state or not standing.verdicts:
            continue
        verdict = standing.verdicts[-1]
        if is_due(verdict, plan, today):
            entity = plan.entity(id_)
            if entity is not None and getattr(entity, "withdrawn", None) is None:
                yield entity, verdict


def is_due(verdict: Verdict, plan: Plan, today: date) -> bool:
    """Whether the time has come for what a decision asked for, as in `waiting`."""
    decision = verdict.decision
    if decision.due_round:
        return any(item.id == decision.due_round and item.closed for item in plan.rounds)
    if decision.due:
        return has_passed(decision.due, today)
    return any(later_rounds(verdict.round, plan))
