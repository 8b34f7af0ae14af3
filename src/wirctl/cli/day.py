"""The day that counts as today."""

from __future__ import annotations

from datetime import date

from wirctl.core.problem import Problem


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
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDateError(text) from None
