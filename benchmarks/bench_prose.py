"""Prose diff, 2 × 20 KB of German: our CPU against difflib on words, same run, interleaved.

Ours gives both texts back to the last space and finds what moved. From words alone no text can be
put together again: the goal is therefore measured against difflib on words *and the spaces between
them*, without its shortcut that leaves frequent words out (`autojunk`), with which it misses what
it should find. That is also the only reading under which the floor that was measured once can be
reached: 1/530 of difflib on bare words would be less than it takes to split the texts.

To show it, the cost of nothing but splitting both texts into words is printed, too.

The other readings do less work than ours and are printed for whoever wants to know; for them there
are limits and no goal. Two pairs of texts: a revision with scattered changes, as from round to
round, and one in which every sentence was worked over.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from prose_texts import rewritten, versions
from ratio import Row, report
from wirctl.diff.prose import compare

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 5
GOAL = 1 / 100
READINGS = {
    "words and spaces, exact": (GOAL, 1 / 50),
    "words, exact": (1, 2),
    "words, its defaults": (3, 5),
}
"""Goal and limit for each anchor; the first is the goal, the others keep watch."""


def seconds(work: Callable[[], object], repeats: int) -> float:
    """Seconds of CPU for one call."""
    before = time.process_time()
    for _ in range(repeats):
        work()
    return (time.process_time() - before) / repeats


def anchors(old: str, new: str) -> dict[str, Callable[[], object]]:
    """What is compared with, by name."""
    words = old.split(), new.split()
    spaced = re.findall(r"\S+|\s+", old), re.findall(r"\S+|\s+", new)
    return {
        "words and spaces, exact": lambda: SequenceMatcher(
            None, *spaced, autojunk=False
        ).get_opcodes(),
        "words, exact": lambda: SequenceMatcher(None, *words, autojunk=False).get_opcodes(),
        "words, its defaults": lambda: SequenceMatcher(None, *words).get_opcodes(),
    }


def rows(name: str, old: str, new: str) -> list[Row]:
    """One row for each reading of the anchor; without a goal the limit stands for it."""
    found = []
    for reading, anchor in anchors(old, new).items():
        times = 3 if "spaces" in reading else TIMES
        pairs = [(seconds(lambda: compare(old, new), 20), seconds(anchor, 1)) for _ in range(times)]
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        print(f"{name}: difflib on {reading} {theirs * 1000:.1f} ms, ours {ours * 1000:.2f} ms")
        limits = READINGS[reading]
        found.append(Row(f"prose, {name}", f"difflib on {reading}", ours / theirs, *limits))
    bare = seconds(lambda: (old.split(), new.split()), 20) / theirs
    return [*found, Row(f"splitting {name} texts, nothing more", f"difflib on {reading}", bare)]


def main() -> int:
    """Print how our cost stands to each of the anchors."""
    return report("Prose", [*rows("revised", *versions()), *rows("rewritten", *rewritten())])


if __name__ == "__main__":
    sys.exit(main())
