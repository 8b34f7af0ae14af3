"""Prose diff, 2 × 20 KB of German: our CPU against difflib on words, same run, interleaved.

Ours restores both texts to the last space and finds what moved. difflib is measured in three
ways: on words with its shortcut for frequent words (the default, which leaves out every word that
is more than one in a hundred), on words without it, and without it on words and spaces, from
which alone the texts can be restored.
"""

from __future__ import annotations

import re
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

TIMES = 5
GOAL = 1 / 100
LIMITS = {"words": 1 / 2, "words, exact": 1 / 4, "words and spaces, exact": GOAL}


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
        "words": lambda: SequenceMatcher(None, *words).get_opcodes(),
        "words, exact": lambda: SequenceMatcher(None, *words, autojunk=False).get_opcodes(),
        "words and spaces, exact": lambda: SequenceMatcher(
            None, *spaced, autojunk=False
        ).get_opcodes(),
    }


def main() -> int:
    """Print how our cost stands to each of the anchors."""
    old, new = versions()
    size = f"prose diff, {len(old) / 1000:.1f} + {len(new) / 1000:.1f} KB"
    rows = []
    for name, anchor in anchors(old, new).items():
        pairs = [(seconds(lambda: compare(old, new), 20), seconds(anchor, 1)) for _ in range(TIMES)]
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        print(f"difflib on {name}: {theirs * 1000:.1f} ms, ours {ours * 1000:.2f} ms", end="; ")
        print(f"1/{theirs / ours:.0f}")
        rows.append(Row(size, f"difflib on {name}", ours / theirs, GOAL, LIMITS[name]))
    return report("Prose", rows)


if __name__ == "__main__":
    sys.exit(main())
