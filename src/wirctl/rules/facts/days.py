"""Days and stretches of time that are as exact as they are known."""

from __future__ import annotations

from datetime import date

from wirctl.model.dates import first_day, last_day


def has_passed(text: str, today: date) -> bool:
    """Whether the whole of this day, month or year lies before today.

    >>> has_passed("2026-11", date(2026, 11, 22)), has_passed("2026-10", date(2026, 11, 22))
    (False, True)
    """
    end = last_day(text)
    return end is not None and end < today


def is_before(text: str, other: str) -> bool:
    """Whether one date surely lies before another: no reading of the two says otherwise.

    >>> is_before("2022-07", "2022-09"), is_before("2022", "2022-09")
    (True, False)
    """
    end, begin = last_day(text), first_day(other)
    return end is not None and begin is not None and end < begin


def lies_within(text: str, begin: str, end: str) -> bool:
    """Whether a date surely lies between two others; an empty one sets no limit.

    What began some time in 2022 surely held in 2023, but not in all of 2022.

    >>> lies_within("2023-07", "2022", ""), lies_within("2022-07", "2022", "")
    (True, False)
    """
    first, last = first_day(text), last_day(text)
    if first is None or last is None:
        return False
    lowest, highest = last_day(begin) or date.min, first_day(end) or date.max
    return lowest <= first and last <= highest
