"""Many ids in few words: what is numbered on without a gap is named by its ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERED = regex(r"(.*?)([0-9]{1,9})", re.DOTALL)
_WORTH_IT = 3


def id_runs(ids: Iterable[str]) -> str:
    """The ids in their order, with commas; three or more in a row as `M-1 … M-9`.

    >>> id_runs(["M-01", "M-02", "M-03", "M-05", "Z-1"])
    'M-01 … M-03, M-05, Z-1'
    """
    runs: list[list[str]] = []
    for id_ in ids:
        if runs and _follows(runs[-1][-1], id_):
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return ", ".join(map(_shown, runs))


def _follows(one: str, other: str) -> bool:
    before, after = _NUMBERED.fullmatch(one), _NUMBERED.fullmatch(other)
    if before is None or after is None or before[1] != after[1]:
        return False
    same_width = len(before[2]) == len(after[2]) or not after[2].startswith("0")
    return same_width and int(after[2]) == int(before[2]) + 1


def _shown(run: list[str]) -> str:
    return f"{run[0]} … {run[-1]}" if len(run) >= _WORTH_IT else ", ".join(run)
