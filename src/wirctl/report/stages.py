"""Text for places that take only so much: the fullest form that fits, and never a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class TooSmallError(Problem):
    """A limit below which not even the shortest form fits; both in bytes of UTF-8."""

    def __init__(self, limit: int, needed: int) -> None:
        super().__init__(limit, needed)
        self.limit = limit
        self.needed = needed


def fullest(stages: Iterable[Callable[[], Iterable[str]]], limit: int = 0) -> tuple[str, ...]:
    """The lines of the first form that takes no more than `limit` bytes, ends of lines included.

    The forms come fullest first, and each is made only when those before were too large. A
    limit of 0 is none.

    Raises:
        TooSmallError: none of the forms fits.
        ValueError: there is no form at all.
    """
    needed = 0
    for stage in stages:
        lines = tuple(stage())
        needed = sum(len(line.encode("utf-8", "backslashreplace")) + 1 for line in lines)
        if not limit or needed <= limit:
            return lines
    if not needed:
        raise ValueError(limit)
    raise TooSmallError(limit, needed)
