"""Whether what a round asked for (Auftrag, Maßgabe) was followed by a change of substance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import text_of
from wirctl.flow.standing import in_order
from wirctl.flow.statements import reading_of
from wirctl.model.states import state_of
from wirctl.schema.pins import still_holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.core.change import Change
    from wirctl.flow.known import Known
    from wirctl.flow.standing import Verdict
    from wirctl.flow.statements import PointHold
    from wirctl.model.plan import Plan
    from wirctl.model.round import Condition, Round


class Answer(StrEnum):
    """What became of a mandate.

    `ANSWERED`: something changed in substance since. `OPEN`: nothing did. `UNKNOWN`: the
    version of that round is not at hand.
    """

    ANSWERED = "answered"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Return:
    """An element that came back to a body: the mandate of then, the round now, what was done."""

    verdict: Verdict
    round: Round
    answer: Answer


@dataclass(frozen=True, slots=True)
class Demand:
    """A condition of a decision, and what became of it until now."""

    verdict: Verdict
    condition: Condition
    answer: Answer


def demands(known: Known) -> Iterator[Demand]:
    """Every condition of every decision, in the order of elements and rounds."""
    for item, standing in known.standings.items():
        for verdict in standing.verdicts:
            if verdict.decision.item == item:
                for condition in verdict.decision.conditions:
                    yield Demand(verdict, condition, answer(verdict, known, "", condition))


def returns(known: Known) -> Iterator[Return]:
    """Each element that was sent back and laid before a later round, in order."""
    rounds = in_order(known.plan.rounds)
    for item, standing in known.standings.items():
        for verdict in standing.verdicts:
            if state_of(verdict.state).debt == "mandate" and verdict.decision.item == item:
                later = rounds[rounds.index(verdict.round) + 1 :]
                again = next((round for round in later if _has(round, item)), None)
                if again is not None:
                    yield Return(verdict, again, _resubmitted(verdict, again, known))


def _has(round: Round, item: str) -> bool:
    return bool(_pin(round, item)) or any(entry.item == item for entry in round.submissions)


def _resubmitted(verdict: Verdict, again: Round, known: Known) -> Answer:
    """What was done until it came back: by the digests of both texts, else by the versions."""
    item = verdict.decision.item
    before, after = _pin(verdict.round, item), _pin(again, item)
    if before and before == after:
        return Answer.OPEN
    return answer(verdict, known, again.id)


def _pin(round: Round, item: str) -> str:
    """The digest of the text that was submitted to the round, or that it decided on."""
    pins = [entry.digest for entry in round.submissions if entry.item == item]
    pins += [made.digest for made in round.decisions if made.item == item]
    return next(filter(None, pins), "")


def is_unread(held: PointHold, known: Known) -> bool | None:
    """Whether the round of a statement decided on another text than the body had read.

    `None` where nobody knows, or where nothing was decided.
    """
    round = next((item for item in known.plan.rounds if item.id == held.statement.round), None)
    item = held.point.item
    if round is None or all(made.item != item for made in round.decisions):
        return None
    reading = reading_of(held.statement, held.point)
    pin = _pin(round, item)
    if pin and pin == reading.digests.get(""):
        return False
    if not reading.digests:
        return None
    changes = known.since_read(reading, round.id)
    if changes is None:
        return True if pin and reading.digests.get("") else None
    own = [change for change in changes if change.subject.id == item]
    return any(_in_fields(change, held.point.fields) for change in own if _was_heavy(change))


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
        return Answer.UNKNOWN if until else _by_digest(verdict, known)
    fields = condition.fields if condition is not None else ()
    return Answer.ANSWERED if any(_answering(changes, fields)) else Answer.OPEN


def _by_digest(verdict: Verdict, known: Known) -> Answer:
    """What the digest of the text that was decided tells: whether it still says the same."""
    decision = verdict.decision
    element = known.plan.get(decision.item)
    kind = known.kinds.by_name.get(element.kind) if element is not None else None
    if element is None or kind is None or not decision.digest:
        return Answer.UNKNOWN
    same = still_holds(decision.digest, element.value, kind)
    return Answer.OPEN if same else Answer.UNKNOWN


def within(plan: Plan, item: str) -> frozenset[str]:
    """The element and, if it is a field of action, all that belongs to it."""
    below = (element.id for element in plan.elements if text_of(element.value.get("field")) == item)
    return frozenset({item, *below})


def _answering(changes: Sequence[Change], fields: Sequence[str]) -> list[Change]:
    return [
        change
        for change in changes
        if change.weight is Weight.SUBSTANTIVE and _in_fields(change, fields)
    ]


def _was_heavy(change: Change) -> bool:
    """Whether it is of substance by the rules; what somebody declared is not the body's word."""
    return change.weight_by_rules is Weight.SUBSTANTIVE


def _in_fields(change: Change, fields: Sequence[str]) -> bool:
    return not fields or not change.at or change.at[0] in fields
