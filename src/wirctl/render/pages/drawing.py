"""The timeline as a drawing: where each mark goes, in whole units of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.model.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wirctl.render.model.derived import Moment
    from wirctl.render.model.site import Site

WIDTH, ROW, TOP, LEFT, RIGHT = 720, 46, 34, 12, 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone in the picture: its row, and where plan and event lie; 0 where not known.

    `spans` are the times, from and to, of dates that are only known to the month or year.
    """

    moment: Moment
    y: int
    planned: int
    actual: int
    words_x: int
    at_end: bool
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A line at the beginning of a year."""

    name: str
    x: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture: its size, its years and its marks."""

    width: int
    height: int
    years: tuple[Year, ...]
    marks: tuple[Mark, ...]
    today: int

    @property
    def has_spans(self) -> bool:
        """Whether any date is only known to the month or year."""
        return any(mark.spans for mark in self.marks)


def drawing(site: Site) -> Drawing:
    """The picture of the timeline."""
    days = [
        day
        for moment in site.timeline
        for text in (moment.planned, moment.actual)
        for day in (first_day(text), last_day(text))
        if day is not None
    ]
    if not days:
        return Drawing(WIDTH, 0, (), (), 0)
    first, last = min(days).year, max(days).year + 1
    scale = _Scale(first, last)
    marks = tuple(_mark(moment, row, scale) for row, moment in enumerate(site.timeline))
    years = tuple(Year(str(year), scale.year(year)) for year in range(first, last + 1))
    today = first_day(site.version.date)
    within = today is not None and first <= today.year < last
    height = TOP + ROW * len(marks) + 8
    return Drawing(WIDTH, height, years, marks, scale.day(today) if today and within else 0)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def year(self, year: int) -> int:
        span = max(self.last - self.first, 1)
        return LEFT + round((WIDTH - LEFT - RIGHT) * (year - self.first) / span)

    def day(self, day: date) -> int:
        start = self.year(day.year)
        passed = day.timetuple().tm_yday - 1
        return start + round((self.year(day.year + 1) - start) * passed / 366)


def _mark(moment: Moment, row: int, scale: _Scale) -> Mark:
    planned, actual = _middle(moment.planned, scale), _middle(moment.actual, scale)
    known = [x for x in (planned, actual) if x] or [LEFT]
    at_end = min(known) > WIDTH // 2
    return Mark(
        moment=moment,
        y=TOP + ROW * row + 32,
        planned=planned,
        actual=actual,
        words_x=max(known) + 6 if at_end else min(known) - 6,
        at_end=at_end,
        spans=tuple(_spans(moment, scale)),
    )


def _spans(moment: Moment, scale: _Scale) -> Iterator[tuple[int, int]]:
    for text in (moment.planned, moment.actual):
        first, last = first_day(text), last_day(text)
        if first is not None and last is not None and first != last:
            yield scale.day(first), scale.day(last)


def _middle(text: str, scale: _Scale) -> int:
    """The middle of the time that a date may mean; 0 where there is none."""
    first, last = first_day(text), last_day(text)
    if first is None or last is None:
        return 0
    return (scale.day(first) + scale.day(last)) // 2
