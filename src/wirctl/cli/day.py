"""The day that counts as today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from wirctl.core.problem import Problem
from wirctl.core.regex import regex

_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadDateError(Problem):
    """A text that is no day of the form YYYY-MM-DD."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


class BadTimeError(BadDateError):
    """What `SOURCE_DATE_EPOCH` holds is no number of seconds since 1970."""


def day_of(text: str) -> date:
    """The day in the text, or today where it is empty.

    Raises:
        BadDateError: the text is no day.
    """
    if not text:
        return date.today()
    if not _DAY.fullmatch(text):
        raise BadDateError(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDateError(text) from None


def today() -> date:
    """Today, or the day that whoever builds the same again has set in `SOURCE_DATE_EPOCH`.

    Raises:
        BadTimeError: what was set is no time.
    """
    moment = set_moment()
    return moment.date() if moment is not None else date.today()


def set_moment() -> datetime | None:
    """The moment that `SOURCE_DATE_EPOCH` sets, in UTC; `None` where it sets none.

    Raises:
        BadTimeError: what was set is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise BadTimeError(epoch) from None
