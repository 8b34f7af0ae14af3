"""Reading 1,000 measures: our CPU against PyYAML's C loader on the same texts, same run."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from plans import files
from ratio import Row, report
from wirctl.source.document import read
from wirctl.source.folder import FolderTree
from wirctl.source.parser import PARSER
from wirctl.source.reading import read_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TIMES = 9
COUNT = 1_000
LOADER = "yaml.load, CSafeLoader"


def cost(work: Callable[[], object]) -> float:
    """Seconds of CPU for one call."""
    before = time.process_time()
    work()
    return time.process_time() - before


def folder_of(texts: Mapping[str, str], folder: Path) -> Path:
    """The folder with these texts as files."""
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def ways(texts: list[str], folder: Path) -> dict[str, Callable[[], object]]:
    """What is measured, by name; the first is what the others are measured against."""
    data = [text.encode() for text in texts]
    return {
        LOADER: lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts],
        "read": lambda: [read("", item) for item in data],
        "read, by the parser": lambda: [read_on(text, PARSER) for text in texts],
        "read, with a place of each": lambda: [read("", item).span(("title",)) for item in data],
        "list, open and hash": lambda: FolderTree(folder).contents(),
    }


def main() -> int:
    """The exit code: 0 when each row is within its limit."""
    texts = {path: text for path, text in files(COUNT).items() if path.startswith("measures/")}
    with tempfile.TemporaryDirectory() as name:
        work = ways(list(texts.values()), folder_of(texts, Path(name)))
        costs: dict[str, list[float]] = {way: [] for way in work}
        for _ in range(TIMES):
            for way, one in work.items():
                costs[way].append(cost(one))
    anchor, *others = (statistics.median(costs[way]) for way in work)
    goals = ((0.3, 0.4), (0.6, 0.8), (0.9, 1.2), (0.1, 0.2))
    rows = [
        Row(way, LOADER, other / anchor, goal, limit)
        for way, other, (goal, limit) in zip(list(work)[1:], others, goals, strict=True)
    ]
    return report(f"Reading {COUNT} measures", rows)


if __name__ == "__main__":
    sys.exit(main())
