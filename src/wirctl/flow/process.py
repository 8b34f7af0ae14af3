"""What the process (Verfahren) of a plan says about a round: its step, outcomes, who is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from wirctl.model.dates import first_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.model.plan import Plan
    from wirctl.model.process import Outcome, Step
    from wirctl.model.round import Round
    from wirctl.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Due:
    """A statement that a body owes a round.

    `due` is a date, or empty where nobody set one. `required` tells that nothing may be
    decided without it. `statements` are those that it has given.
    """

    body: str
    due: str = ""
    text: str = ""
    required: bool = False
    statements: tuple[Statement, ...] = ()


def leads_to(plan: Plan) -> Mapping[str, str]:
    """Each outcome of the process with the drafting state that it leads to."""
    return {item.id: item.leads_to for process in plan.processes for item in process.outcomes}


def outcome_titles(plan: Plan) -> Mapping[str, str]:
    """Each outcome of the process with its name."""
    return {item.id: item.title for process in plan.processes for item in process.outcomes}


def state_titles(plan: Plan) -> Mapping[str, str]:
    """Each drafting state with the name of the outcome that leads to it.

    Of several, that of the outcome with the state's own id, else of the first.
    """
    outcomes = [item for process in plan.processes for item in process.outcomes]
    ranked = sorted(outcomes, key=lambda item: item.id != item.leads_to)
    return {item.leads_to: item.title for item in reversed(ranked)}


def step_of(plan: Plan, round: Round) -> Step | None:
    """The step that a round of this body and phase belongs to; `None` where none is planned.

    A body that is part of another acts in that one's step. Of several steps of a body, the
    phase tells which.
    """
    steps = [step for process in plan.processes for step in process.steps]
    for body in (round.body, *parents(plan, round.body)):
        own = [step for step in steps if step.body == body]
        fitting = [step for step in own if not round.phase or step.phase in {round.phase, ""}]
        if fitting:
            return fitting[0]
    return None


def parents(plan: Plan, body: str) -> tuple[str, ...]:
    """The bodies that a body is part of, the nearest first."""
    above = {item.id: item.parent for item in plan.bodies}
    found: list[str] = []
    while (body := above.get(body, "")) and body not in found:
        found.append(body)
    return tuple(found)


def outcomes_of(plan: Plan, round: Round) -> tuple[Outcome, ...]:
    """The outcomes that are possible in the round: those of its step, else all there are."""
    known = tuple(item for process in plan.processes for item in process.outcomes)
    step = step_of(plan, round)
    if step is None or not step.outcomes:
        return known
    return tuple(item for item in known if item.id in step.outcomes)


def dues(plan: Plan, round: Round) -> tuple[Due, ...]:
    """What is due from whom before the round: by its own deadlines, else by its step.

    A deadline of the round takes the place of what the process says of the body.
    """
    step = step_of(plan, round)
    asked = {ask.body: ask for ask in (step.asks if step is not None else ())}
    found: dict[str, Due] = {}
    for body, ask in asked.items():
        due = days_before(round.date, ask.due_before_days)
        found[body] = Due(body, due, ask.text, bool(ask.required))
    for deadline in round.deadlines:
        required = deadline.body in found and found[deadline.body].required
        text = deadline.text or (found[deadline.body].text if deadline.body in found else "")
        found[deadline.body] = Due(deadline.body, deadline.due, text, required)
    return tuple(
        Due(item.body, item.due, item.text, item.required, tuple(_given(plan, round, item.body)))
        for item in found.values()
    )


def days_before(day: str, days: int | None) -> str:
    """The day that lies so many days before a date; empty where either is not known exactly."""
    first = first_day(day)
    if days is None or first is None or first.isoformat() != day:
        return ""
    try:
        return (first - timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def _given(plan: Plan, round: Round, body: str) -> Iterator[Statement]:
    """The statements that a body, or one that is part of it, gave for the round."""
    for statement in plan.statements:
        if statement.round == round.id and body in {
            statement.body,
            *parents(plan, statement.body),
        }:
            yield statement
