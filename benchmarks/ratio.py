"""Costs as ratios: user and system CPU of a command against that of a known one, same run.

Absolute times mean little on a shared machine. Each pair is measured turn by turn, so that
whatever else the machine does falls on both; the medians are compared.
"""

from __future__ import annotations

import math
import os
import resource
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
PYTHON_PASS = (sys.executable, "-c", "pass")
_FAR_BELOW = 0.1
HEADINGS = ("measure", "anchor", "ratio", "goal", "holds")


@dataclass(frozen=True, slots=True)
class Run:
    """One command, as it is measured. `prepare` runs before each time and is not counted."""

    command: Sequence[str | Path]
    folder: Path = ROOT
    codes: frozenset[int] = frozenset({0, 1})
    prepare: Callable[[], object] = field(default=lambda: None)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `limit` is what must hold; `goal` is what is aimed at.

    A line without them is no measure of ours: it tells what could be reached at all.
    """

    measure: str
    anchor: str
    ratio: float
    goal: float | None = None
    limit: float = math.inf

    @property
    def holds(self) -> str:
        """`yes`, `no`, or that only the limit holds."""
        if self.goal is None:
            return "to compare with"
        if self.ratio <= self.goal:
            return "yes"
        return f"within {self.limit:g}×" if self.ratio <= self.limit else "no"


class FailedError(Exception):
    """The command that was to be measured did not do its work."""


def cost(run: Run) -> float:
    """Seconds of CPU, user and system, of the command and its children.

    Raises:
        FailedError: it ended with an exit code that is not expected.
    """
    run.prepare()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(
        [str(word) for word in run.command],
        cwd=run.folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ended.returncode not in run.codes:
        raise FailedError(f"{run.command}: {ended.returncode}\n{ended.stderr.decode()[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(ours: Run, anchor: Run, *, times: int = 7, anchor_repeats: int = 1) -> float:
    """How many times the anchor's CPU ours takes: medians of interleaved runs.

    `anchor_repeats` sums several runs of a quick anchor, whose single cost is near the
    clock's grain.
    """
    cost(ours), cost(anchor)
    pairs = [
        (cost(ours), sum(cost(anchor) for _ in range(anchor_repeats)) / anchor_repeats)
        for _ in range(times)
    ]
    return statistics.median(pair[0] for pair in pairs) / statistics.median(
        pair[1] for pair in pairs
    )


def report(title: str, rows: Sequence[Row]) -> int:
    """Print the table; the exit code is 1 when a limit does not hold."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(HEADINGS))]
    print(title)
    for line in cells:
        print(" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))
    return int(any(row.holds == "no" for row in rows))


def _cells(row: Row) -> tuple[str, ...]:
    goal = "" if row.goal is None else f"≤ {_shown(row.goal)}"
    return (row.measure, row.anchor, _shown(row.ratio), goal, row.holds)


def _shown(ratio: float) -> str:
    """A ratio as people say it: `2.50×`, and of what is far below the anchor `1/120`."""
    return f"{ratio:.2f}×" if ratio >= _FAR_BELOW else f"1/{1 / max(ratio, 1e-9):.0f}"


def _environment() -> dict[str, str]:
    """What the shell has, without settings that change what Python or wirctl do."""
    foreign = ("WIRCTL_", "COVERAGE_", "PYTHON")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
