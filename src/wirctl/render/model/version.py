"""Which version of the plan a document shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """One version: what people call it, its commit, and its day.

    `date` is the day of the version, against which lateness is told, `time` the moment of its
    commit in UTC (`2021-11-22T17:05:00Z`): the only clock that documents know. `is_draft` tells
    of a working tree: nobody has closed it, and it may change. `round` is the id of the round
    that the version closes, if it does.
    """

    label: str
    date: str
    commit: str = ""
    round: str = ""
    is_draft: bool = False
    time: str = ""
