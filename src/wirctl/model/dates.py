"""Dates that are as exact as they are known: `2022`, `2022-09` or `2022-09-15`."""

from __future__ import annotations

from datetime import date, timedelta

from wirctl.core.regex import regex

_FORM = regex(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DECEMBER = 12


def first_day(text: str) -> date | None:
    """The first day that the text may mean; `None` where it is no date.

    >>> first_day("2022-09")
    datetime.date(2022, 9, 1)
    >>> first_day("im Herbst") is None
    True
    """
    year, month, day = _parts(text)
    return _date(year, month or 1, day or 1)


def last_day(text: str) -> date | None:
    """The last day that the text may mean; `None` where it is no date.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, month, day = _parts(text)
    if day:
        return _date(year, month, day)
    if not month or month == _DECEMBER:
        return _date(year, _DECEMBER, 31)
    following = _date(year, month + 1, 1)
    return following - timedelta(days=1) if following and first_day(text) else None


def middle_day(text: str) -> date | None:
    """The day in the middle of all that the text may mean; `None` where it is no date.

    It puts a date known by month or year only among exact ones.

    >>> middle_day("2021")
    datetime.date(2021, 7, 2)
    """
    first, last = first_day(text), last_day(text)
    return first + (last - first) / 2 if first and last else None


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not said, and for all where the text is no date."""
    found = _FORM.fullmatch(text)
    if found is None:
        return 0, 0, 0
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, _said(month), _said(day)


def _said(part: int | None) -> int:
    """A part of a date; 0 if it is not said, and a number that no date has if it says 0."""
    return 0 if part is None else part or 99


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
