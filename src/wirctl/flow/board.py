"""The board of a plan: how far everything is, and what is owed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.value import text_of
from wirctl.flow.mandates import Answer, answer
from wirctl.flow.statements import Hold
from wirctl.model.dates import last_day
from wirctl.model.states import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from wirctl.flow.known import Known
    from wirctl.flow.standing import Verdict
    from wirctl.flow.statements import PointHold
    from wirctl.model.plan import Plan


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of action: how many of its goals and measures are in which state.

    `id` is empty for elements without a field. `states` counts by drafting state.
    """

    id: str
    title: str
    states: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that is owed.

    `what` is `mandate` (to be worked in), `resubmission` (worked in, to be submitted again),
    `deferred`, `condition`, `statement` (due before a round), `decision` (on what an open round
    was submitted; `text` has the ids), `answer` (to a statement whose text has changed) or
    `milestone`. `by` is the body that owes it, where that is known. `due` is a date as exact as
    known, or empty. `is_overdue` says that all of it has passed.
    """

    what: str
    item: str
    title: str
    text: str
    round: str
    due: str
    is_overdue: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement: how many of its points hold how far, and how many have no answer."""

    id: str
    body: str
    round: str
    holds: Mapping[str, int]
    unanswered: int


@dataclass(frozen=True, slots=True)
class Board:
    """Fields of action in their order, open points, overdue ones first, and statements."""

    fields: tuple[FieldRow, ...]
    points: tuple[OpenPoint, ...]
    statements: tuple[StatementRow, ...] = ()


def board(known: Known, today: date) -> Board:
    """The board of this plan on this day."""
    points = [
        *_owed(known, today),
        *_conditions(known, today),
        *_statements_due(known, today),
        *_decisions_due(known, today),
        *_answers_due(known),
        *_milestones(known.plan, today),
    ]
    points.sort(key=lambda point: (not point.is_overdue, point.due or "9999", point.item))
    return Board(tuple(_rows(known)), tuple(points), tuple(_statements(known)))


def _rows(known: Known) -> Iterator[FieldRow]:
    counts: dict[str, Counter[str]] = {}
    homes = [*((goal.id, goal.field) for goal in known.plan.goals)]
    homes += [*((measure.id, measure.field) for measure in known.plan.measures)]
    for item, home in homes:
        counts.setdefault(home, Counter())[known.standings[item].state] += 1
    for field in sorted(known.plan.fields, key=lambda field: (field.order or 0, field.id)):
        yield FieldRow(field.id, field.title, dict(counts.pop(field.id, Counter())))
    for name, count in sorted(counts.items()):
        yield FieldRow("", name, dict(count))


def _owed(known: Known, today: date) -> Iterator[OpenPoint]:
    """What was sent back, until it is decided again; and what was put off."""
    for item, stands in known.standings.items():
        debt = state_of(stands.state).debt
        if debt not in {"mandate", "deferred"} or not stands.verdicts or _is_gone(known, item):
            continue
        last = stands.verdicts[-1]
        what, text = str(debt), last.decision.mandate or last.decision.reason
        if debt == "mandate" and answer(last, known) is Answer.ANSWERED:
            what = "resubmission"
        yield _point(known, last, what, text, today)


def _conditions(known: Known, today: date) -> Iterator[OpenPoint]:
    """The conditions that no change has followed, as far as anybody knows."""
    for demand in known.demands:
        item = demand.verdict.decision.item
        if demand.answer is not Answer.ANSWERED and not _is_gone(known, item):
            yield _point(known, demand.verdict, "condition", demand.condition.text, today)


def _is_gone(known: Known, item: str) -> bool:
    element = known.plan.get(item)
    return element is None or element.is_withdrawn


def _point(known: Known, verdict: Verdict, what: str, text: str, today: date) -> OpenPoint:
    item, due = verdict.decision.item, verdict.decision.due
    return OpenPoint(
        what=what,
        item=item,
        title=_title(known.plan, item),
        text=text,
        round=verdict.round.id,
        due=due,
        is_overdue=_passed(due, today),
        by="" if what == "deferred" else _author(known.plan, verdict),
    )


def _author(plan: Plan, verdict: Verdict) -> str:
    """Who submitted the element, else the expert group of its field of action."""
    item = verdict.decision.item
    by = next((entry.by for entry in verdict.round.submissions if entry.item == item), "")
    element = plan.get(item)
    if by or element is None:
        return by
    home = item if element.kind == "field_of_action" else text_of(element.value.get("field"))
    return next((field.expert_group for field in plan.fields if field.id == home), "")


def _statements_due(known: Known, today: date) -> Iterator[OpenPoint]:
    for round in known.plan.rounds:
        for due in known.dues(round) if round.closed is None else ():
            if not due.statements:
                late = _passed(due.due or round.date, today)
                words = ("statement", round.id, round.title, due.text, round.id, due.due)
                yield OpenPoint(*words, is_overdue=late, by=due.body)


def _decisions_due(known: Known, today: date) -> Iterator[OpenPoint]:
    """What open rounds have yet to decide, a point for each round."""
    for round in known.plan.rounds:
        decided = {decision.item for decision in round.decisions}
        asked = dict.fromkeys(entry.item for entry in round.submissions)
        left = [item for item in asked if item not in decided and not _is_gone(known, item)]
        if left and round.closed is None:
            late = _passed(round.date, today)
            words = ("decision", round.id, round.title, ", ".join(left), round.id, round.date)
            yield OpenPoint(*words, is_overdue=late, by=round.body)


def _answers_due(known: Known) -> Iterator[OpenPoint]:
    """The points of statements that are about another text by now and that nobody answered."""
    for held in known.points:
        if held.is_stale and held.is_open:
            item = held.point.item
            title = _title(known.plan, item)
            words = ("answer", item, title, held.point.text, held.statement.round, "")
            yield OpenPoint(*words, is_overdue=False, by=_asked_by(known.plan, held))


def _asked_by(plan: Plan, held: PointHold) -> str:
    """The body whose round the statement was made for: it owes the answer."""
    found = (round.body for round in plan.rounds if round.id == held.statement.round)
    return next(found, "")


def _statements(known: Known) -> Iterator[StatementRow]:
    for id, group in groupby(known.points, lambda held: held.statement.id):
        points = tuple(group)
        statement = points[0].statement
        count = Counter(str(held.hold) for held in points)
        holds = {str(hold): count[hold] for hold in Hold if count[hold]}
        unanswered = sum(held.is_open for held in points)
        yield StatementRow(id, statement.body, statement.round, holds, unanswered)


def _milestones(plan: Plan, today: date) -> Iterator[OpenPoint]:
    for milestone in plan.milestones:
        if milestone.planned and not milestone.actual and _passed(milestone.planned, today):
            yield OpenPoint(
                what="milestone",
                item=milestone.id,
                title=milestone.title,
                text="",
                round="",
                due=milestone.planned,
                is_overdue=True,
            )


def _title(plan: Plan, id: str) -> str:
    element = plan.get(id)
    return (text_of(element.value.get("title")) if element is not None else "") or id


def _passed(due: str, today: date) -> bool:
    day = last_day(due) if due else None
    return day is not None and day < today
