"""Milestones as planned and as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.model.dates import first_day, last_day
from wirctl.render.model.derived import Moment
from wirctl.render.model.values import Group, text_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.item import Item

_MONTHS = 12


def timeline_of(items: Mapping[str, Item], today: str) -> tuple[Moment, ...]:
    """The milestones in the order in which they came or are to come."""
    moments = [
        _moment(item, today)
        for item in items.values()
        if item.kind == "milestone" and not item.withdrawn
    ]
    return tuple(sorted(moments, key=_order))


def _order(moment: Moment) -> tuple[int, str]:
    """The middle of the time at which the milestone came, or is to come."""
    text = moment.actual or moment.planned
    first, last = first_day(text), last_day(text)
    middle = first.toordinal() + last.toordinal() if first and last else 0
    return middle, moment.item.id


def _moment(item: Item, today: str) -> Moment:
    holder = Group(item.fields)
    planned, actual = text_in(holder, "planned"), text_in(holder, "actual")
    return Moment(
        item=item.reference,
        planned=planned,
        actual=actual,
        months_late=months_between(planned, actual),
        is_overdue=is_past(planned, today) and not actual,
    )


def months_between(planned: str, actual: str) -> int | None:
    """How many months later the second date is; `None` unless both tell at least the month.

    >>> months_between("2021-04", "2022-09"), months_between("2020", "2021-02")
    (17, None)
    """
    first, second = planned.split("-"), actual.split("-")
    if min(len(first), len(second)) < len(("year", "month")):
        return None
    if first_day(planned) is None or first_day(actual) is None:
        return None
    return (int(second[0]) - int(first[0])) * _MONTHS + int(second[1]) - int(first[1])


def is_past(date: str, today: str) -> bool:
    """Whether the last day that the date may mean lies before today.

    >>> is_past("2021-11", "2021-11-30"), is_past("2021-11", "2021-12-01")
    (False, True)
    """
    end, now = last_day(date), first_day(today)
    return end is not None and now is not None and end < now
