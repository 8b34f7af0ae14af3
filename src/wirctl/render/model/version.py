"""Which version of the plan a document shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """One version: what people call it, its commit, and its day.

    `date` is the day of the version, against which lateness is told. `is_draft` tells of a
    working tree: nobody has closed it, and it may change. `round` is the id of the round that
    the version closes, if it does.
    """

    label: str
    date: str
    commit: str = ""
    round: str = ""
    is_draft: bool = False
