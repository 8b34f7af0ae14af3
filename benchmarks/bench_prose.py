"""Prose diff, 2 × 20 KB of German: our CPU against difflib on words, same run, interleaved."""

from __future__ import annotations

import statistics
import sys
import time
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from prose_texts import versions
from ratio import Row, report

from wirctl.diff.prose import compare

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 21
GOAL = 1 / 100


def cost(work: Callable[[], object], repeats: int) -> float:
    """Seconds of CPU for one call."""
    before = time.process_time()
    for _ in range(repeats):
        work()
    return (time.process_time() - before) / repeats


def main() -> int:
    """Print the ratios, with difflib's shortcut for frequent words (its default) and without."""
    old, new = versions()
    before, after = old.split(), new.split()
    ours, quick, full = [], [], []
    for _ in range(TIMES):
        ours.append(cost(lambda: compare(old, new), 20))
        quick.append(cost(lambda: SequenceMatcher(None, before, after).get_opcodes(), 1))
        full.append(cost(lambda: SequenceMatcher(None, before, after, False).get_opcodes(), 1))
    mine = statistics.median(ours)
    size = f"prose diff, {len(old) / 1000:.1f} + {len(new) / 1000:.1f} KB"
    return report(
        "Prose",
        [
            Row(size, "difflib on words", mine / statistics.median(quick), GOAL, GOAL),
            Row(size, "difflib, autojunk off", mine / statistics.median(full), GOAL, GOAL),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
