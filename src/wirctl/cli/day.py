"""The day that counts as today."""

from __future__ import annotations

import re
from datetime import date

from wirctl.core.problem import Problem

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadDateError(Problem):
    """A text that is no day of the form YYYY-MM-DD."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


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
