"""The board of a plan: how far everything is, and what is owed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.value import text_of
from wirctl.flow.standing import standings
from wirctl.model.dates import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from wirctl.flow.standing import Standing
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
    """Something that is owed: `what` is `mandate`, `deferred`, `condition` or `milestone`.

    `due` is a date as exact as known, or empty. `is_overdue` says that all of it has passed.
    """

    what: str
    item: str
    title: str
    text: str
    round: str
    due: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Fields of action in their order, and open points, overdue ones first."""

    fields: tuple[FieldRow, ...]
    points: tuple[OpenPoint, ...]


def board(plan: Plan, today: date) -> Board:
    """The board of this plan on this day."""
    standing = standings(plan)
    points = [*_owed(plan, standing, today), *_milestones(plan, today)]
    points.sort(key=lambda point: (not point.is_overdue, point.due or "9999", point.item))
    return Board(tuple(_rows(plan, standing)), tuple(points))


def _rows(plan: Plan, standing: Mapping[str, Standing]) -> Iterator[FieldRow]:
    counts: dict[str, Counter[str]] = {}
    homes = [*((goal.id, goal.field) for goal in plan.goals)]
    homes += [*((measure.id, measure.field) for measure in plan.measures)]
    for item, home in homes:
        counts.setdefault(home, Counter())[standing[item].state] += 1
    for field in sorted(plan.fields, key=lambda field: (field.order or 0, field.id)):
        yield FieldRow(field.id, field.title, counts.pop(field.id, Counter()))
    for name, count in sorted(counts.items()):
        yield FieldRow("", name, count)


def _owed(plan: Plan, standing: Mapping[str, Standing], today: date) -> Iterator[OpenPoint]:
    for item, stands in standing.items():
        element = plan.get(item)
        if element is None or element.is_withdrawn or not stands.verdicts:
            continue
        title = text_of(element.value.get("title")) or item
        last = stands.verdicts[-1]
        decision, due = last.decision, last.decision.due
        late = _passed(due, today)
        if stands.state == "returned":
            text = decision.mandate or decision.reason
            yield OpenPoint("mandate", item, title, text, last.round.id, due, late)
        elif stands.state == "deferred":
            yield OpenPoint("deferred", item, title, decision.reason, last.round.id, due, late)
        elif stands.state == "accepted_with_conditions":
            for condition in decision.conditions:
                yield OpenPoint("condition", item, title, condition.text, last.round.id, due, late)


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


def _passed(due: str, today: date) -> bool:
    day = last_day(due) if due else None
    return day is not None and day < today
