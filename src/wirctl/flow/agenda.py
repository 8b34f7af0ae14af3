"""The agenda (Tagesordnung) of a round: what lies before it, with what one has to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import text_of
from wirctl.flow.mandates import Answer, answer_to, within
from wirctl.flow.process import dues
from wirctl.flow.standing import in_order
from wirctl.model.states import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.change import Change
    from wirctl.flow.known import Known
    from wirctl.flow.process import Due
    from wirctl.flow.standing import Verdict
    from wirctl.flow.statements import PointHold
    from wirctl.model.plan import Element
    from wirctl.model.round import Decision, Round


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One element on the agenda.

    `number` is its place on the voting list, in the order of the plan. `last` is what was
    decided on it in the rounds before; `changes` what has happened to it since, `None` where
    that is not known; `answer` whether the mandate of that decision was followed. `points` are
    those of statements that nobody has answered. `decision` is what this round decided. An
    element `is_altered` that no longer says what was submitted to this round, while it is open.
    """

    number: int
    element: Element
    field: str
    by: str = ""
    last: Verdict | None = None
    changes: tuple[Change, ...] | None = ()
    answer: Answer | None = None
    points: tuple[PointHold, ...] = ()
    decision: Decision | None = None
    is_altered: bool = False

    @property
    def is_contested(self) -> bool:
        """Whether there is something to talk about before the vote."""
        debt = state_of(self.last.state).debt if self.last is not None else ""
        was_put_off = debt in {"mandate", "deferred"}
        has_doubt = any(
            held.is_stale or held.point.stance in {"concerns", "oppose"} for held in self.points
        )
        return (
            self.is_altered
            or was_put_off
            or has_doubt
            or self.answer in {Answer.OPEN, Answer.UNKNOWN}
        )

    @property
    def substantive(self) -> tuple[Change, ...]:
        """The changes since the last decision that matter."""
        return tuple(item for item in self.changes or () if item.weight is Weight.SUBSTANTIVE)


@dataclass(frozen=True, slots=True)
class FieldAgenda:
    """The items of one field of action, contested ones first; no title for those without one."""

    id: str
    title: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What lies before a round, by fields of action, and the statements that are due."""

    round: Round
    body: str
    fields: tuple[FieldAgenda, ...]
    dues: tuple[Due, ...]

    @property
    def ballot(self) -> tuple[AgendaItem, ...]:
        """The voting list: all items in the order of the plan."""
        items = (item for field in self.fields for item in field.items)
        return tuple(sorted(items, key=lambda item: item.number))


def agenda(known: Known, round: Round) -> Agenda:
    """The agenda of this round."""
    plan = known.plan
    order = {field.id: (field.order or 0, field.id) for field in plan.fields}
    last = (max(order.values(), default=(0, ""))[0] + 1, "")
    elements = {entry.item: plan.get(entry.item) for entry in round.submissions}
    places = {element.id: place for place, element in enumerate(plan.elements)}
    there = [element for element in elements.values() if element is not None]
    there.sort(key=lambda element: (order.get(_field(element), last), places[element.id]))
    items = [_item(known, round, element, number) for number, element in enumerate(there, 1)]
    titles = {field.id: field.title for field in plan.fields}
    fields = tuple(
        FieldAgenda(id, titles.get(id, ""), tuple(_contested_first(group)))
        for id, group in groupby(items, lambda item: item.field if item.field in order else "")
    )
    body = plan.get(round.body)
    name = text_of(body.value.get("title")) if body is not None else ""
    return Agenda(round, name or round.body, fields, dues(plan, round))


def _field(element: Element) -> str:
    """The field of action of an element; a field of action is its own."""
    own = element.id if element.kind == "field_of_action" else ""
    return own or text_of(element.value.get("field"))


def _contested_first(items: Iterator[AgendaItem]) -> list[AgendaItem]:
    return sorted(items, key=lambda item: (not item.is_contested, item.number))


def _item(known: Known, round: Round, element: Element, number: int) -> AgendaItem:
    last = _last(known, round, element.id)
    until = round.id if round.closed is not None else ""
    changes: tuple[Change, ...] | None = ()
    if last is not None:
        changes = known.changes(within(known.plan, element.id), last.round.id, until)
    return AgendaItem(
        number=number,
        element=element,
        field=_field(element),
        by=next((entry.by for entry in round.submissions if entry.item == element.id), ""),
        last=last,
        changes=changes,
        answer=answer_to(last, known, until) if last is not None else None,
        points=tuple(_open_points(known, element.id)),
        decision=next((made for made in round.decisions if made.item == element.id), None),
        is_altered=round.closed is None and element.id in known.altered(round),
    )


def _last(known: Known, round: Round, item: str) -> Verdict | None:
    """The last decision on the element in the rounds before this one."""
    ids = [other.id for other in in_order(known.plan.rounds)]
    before = frozenset(ids[: ids.index(round.id)])
    standing = known.standings.get(item)
    verdicts = standing.verdicts if standing is not None else ()
    return next((made for made in reversed(verdicts) if made.round.id in before), None)


def _open_points(known: Known, item: str) -> Iterator[PointHold]:
    for held in known.points:
        here = held.element.id if held.element is not None else held.point.item
        if here == item and held.is_open:
            yield held
