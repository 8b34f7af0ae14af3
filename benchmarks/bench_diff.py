"""Diff of two rounds: our CPU against `git diff --name-status` of the same commits.

The anchor compares a few hundred ids and reads no file. What a program in Python costs before it
does anything, and what it costs to import what any program imports that asks git and reads JSON,
is printed beside it: more than half of the goal is gone then, and ours still has to read forty
files, to say what changed in them and to write it. A process that starts anew each time does not
reach the goal; the limit keeps watch that it does not get further away.

Besides: that the cost follows what changed and not what is there, told by the blobs that are read
and by the cost of ten times the plan with as many changes; and the seconds for a plan of which
every measure changed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from plans import ROUNDS, write_repository
from ratio import PROGRAMS, Row, Run, compare, report
from wirctl.diff.compare import compare as changes
from wirctl.history.version import Versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.source.tree import Tree

GIT = "git diff --name-status"
BARE = "pass"
IMPORTS = "import enum, json, pathlib, re, subprocess, typing"
TIMES = 5
ALL_CHANGED = 400
SECONDS = 1.0


class Counting:
    """A tree that counts the files that are read from it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.label = tree.label
        self.count = 0

    def paths(self) -> tuple[str, ...]:
        """Every plan file."""
        return self.tree.paths()

    def contents(self) -> Mapping[str, str]:
        """Path to content id."""
        return self.tree.contents()

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Path to bytes, counted."""
        found = self.tree.read(paths)
        self.count += len(found)
        return found

    def faults(self) -> tuple[Diagnostic, ...]:
        """What could not be listed or read."""
        return self.tree.faults()


def against_git(command: Sequence[str | Path], folder: Path) -> float:
    """How many times git's CPU the command takes."""
    git = Run(("git", "diff", "--name-status", "HEAD^", "HEAD"), folder, frozenset({0}))
    return compare(Run(command, folder, frozenset({0})), git, anchor_repeats=20)


def read_and_seconds(folder: Path) -> tuple[int, float]:
    """The blobs that a comparison reads, and its seconds of CPU, the start of git left out."""
    with Versions(folder / "plan") as versions:
        count, found = 0, []
        for _ in range(TIMES):
            old, new = (Counting(versions.find(name).tree) for name in ROUNDS)
            before = time.process_time()
            changes(old, new)
            found.append(time.process_time() - before)
            count = old.count + new.count
        return count, statistics.median(found)


def main() -> int:
    """The exit code: 0 when each row is within its limit."""
    with tempfile.TemporaryDirectory() as name:
        made = {}
        for measures, changed in ((1_000, 20), (500, 5), (5_000, 5), (ALL_CHANGED, ALL_CHANGED)):
            made[measures] = Path(name) / str(measures)
            made[measures].mkdir()
            write_repository(made[measures], measures, changed)
        ratio = against_git((PROGRAMS / "wirctl", "diff", *ROUNDS), made[1_000])
        bare, imports = (
            against_git((sys.executable, "-c", program), made[1_000]) for program in (BARE, IMPORTS)
        )
        count, _ = read_and_seconds(made[1_000])
        _, small = read_and_seconds(made[500])
        _, large = read_and_seconds(made[5_000])
        _, whole = read_and_seconds(made[ALL_CHANGED])
    rows = [
        Row("diff, 1,000 measures, 20 changed", GIT, ratio, 40, 100),
        Row(f"Python alone: {BARE}", GIT, bare),
        Row(f"Python: {IMPORTS}", GIT, imports),
        Row("blobs read, 20 of 1,000 changed", "40 blobs and the rounds", count / 42, 2, 4),
        Row("diff, 5 of 5,000 changed", "5 of 500 changed", large / small, 5, 12),
        Row(f"diff, {ALL_CHANGED} measures, all changed", "1 s of CPU", whole / SECONDS, 1, 2),
    ]
    return report("Diff", rows)


if __name__ == "__main__":
    sys.exit(main())
