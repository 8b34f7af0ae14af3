"""Whether what a round asked for (Auftrag, Maßgabe) was followed by a change of substance."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import text_of
from wirctl.model.states import state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.core.change import Change
    from wirctl.flow.known import Known
    from wirctl.flow.standing import Verdict
    from wirctl.model.plan import Plan
    from wirctl.model.round import Condition


class Answer(StrEnum):
    """What became of a mandate.

    `ANSWERED`: something changed in substance since. `OPEN`: nothing did. `UNKNOWN`: the
    version of that round is not at hand.
    """

    ANSWERED = "answered"
    OPEN = "open"
    UNKNOWN = "unknown"


def answer_to(verdict: Verdict, known: Known, until: str = "") -> Answer | None:
    """What became of the mandate or the conditions of a decision; `None` if it had none.

    Looked at is the time from its round to the round `until`, or to the present text.
    """
    debt = state_of(verdict.state).debt
    if debt == "mandate":
        return answer(verdict, known, until)
    if debt == "condition":
        answers = [
            answer(verdict, known, until, condition) for condition in verdict.decision.conditions
        ]
        order = (Answer.OPEN, Answer.UNKNOWN, Answer.ANSWERED)
        return next((item for item in order if item in answers), None)
    return None


def answer(
    verdict: Verdict, known: Known, until: str = "", condition: Condition | None = None
) -> Answer:
    """Whether something changed in substance where the decision, or its condition, asks for it."""
    changes = known.changes(within(known.plan, verdict.decision.item), verdict.round.id, until)
    if changes is None:
        return Answer.UNKNOWN
    fields = condition.fields if condition is not None else ()
    return Answer.ANSWERED if any(_answering(changes, fields)) else Answer.OPEN


def within(plan: Plan, item: str) -> frozenset[str]:
    """The element and, if it is a field of action, all that belongs to it."""
    below = (element.id for element in plan.elements if text_of(element.value.get("field")) == item)
    return frozenset({item, *below})


def _answering(changes: Sequence[Change], fields: Sequence[str]) -> list[Change]:
    return [
        change
        for change in changes
        if change.weight is Weight.SUBSTANTIVE
        and (not fields or not change.at or change.at[0] in fields)
    ]
