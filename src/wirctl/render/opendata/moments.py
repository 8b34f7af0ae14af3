"""Days and moments as formats write them that know no date of a month or year alone."""

from __future__ import annotations

from datetime import date, timedelta

from wirctl.model.dates import first_day

_DAY = len("2022-09-15")
_ONE_RULE_SINCE = 1996
_SUNDAY = 6


def exact_day(text: str) -> str:
    """The date if it names a day; else empty.

    >>> exact_day("2022-09-15"), exact_day("2022-09")
    ('2022-09-15', '')
    """
    return text if len(text) == _DAY and first_day(text) is not None else ""


def start_of_day(text: str) -> str:
    """The moment at which the day begins in Germany; empty where no day is known.

    Since 1996 summer time lasts from the last Sunday of March to that of October; for days
    before, nothing is said.

    >>> start_of_day("2021-11-22"), start_of_day("2022-07-01")
    ('2021-11-22T00:00:00+01:00', '2022-07-01T00:00:00+02:00')
    """
    day = first_day(exact_day(text))
    if day is None or day.year < _ONE_RULE_SINCE:
        return ""
    is_summer = _last_sunday(day.year, 3) < day <= _last_sunday(day.year, 10)
    return f"{day}T00:00:00+0{2 if is_summer else 1}:00"


def _last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)


def with_zone(moment: str) -> str:
    """A moment in UTC with its zone as a number of hours.

    >>> with_zone("2021-11-22T17:05:00Z")
    '2021-11-22T17:05:00+00:00'
    """
    return f"{moment.removesuffix('Z')}+00:00" if moment else ""
