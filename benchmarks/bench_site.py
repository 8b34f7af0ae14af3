"""A site of 1,000 measures: cold, one changed, none changed; and how big its pages are."""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from plans import files, write_plan
from ratio import PROGRAMS, Row, Run, compare, report

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 1_000
TIMES = 5
KB = 1_000


def render(plan: Path, output: Path) -> tuple[str | Path, ...]:
    """The command that writes the site of a plan."""
    return (PROGRAMS / "wirctl", "render", "html", "--plan", plan, "--output", output)


def main() -> int:
    """The exit code: 0 when each row is within its limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")  # what is remembered, and nothing else
        plan, cold, warm = folder / "plan", folder / "cold", folder / "warm"
        write_plan(plan, COUNT)
        measure = sorted((plan / "measures").rglob("*.yaml"))[COUNT // 2]
        first = Run(render(plan, cold), prepare=lambda: shutil.rmtree(cold, ignore_errors=True))
        again = Run(render(plan, warm))
        texts = Run(
            render(plan, warm), prepare=lambda: edit(measure, "description: |-\n", "  Neu. ")
        )
        title = Run(render(plan, warm), prepare=lambda: edit(measure, "title: ", "Neu "))
        rows = [
            Row(
                "text of one measure changed", "cold", compare(texts, first, times=TIMES), 0.15, 0.6
            ),
            Row(
                "title of one measure changed",
                "cold",
                compare(title, first, times=TIMES),
                0.15,
                0.7,
            ),
            Row("nothing changed", "cold", compare(again, first, times=TIMES), 0.1, 0.15),
            *publishing(folder, first),
            *sizes(warm),
        ]
    return report(f"A site of {COUNT} measures", rows)


def edit(file: Path, behind: str, words: str) -> None:
    """Put words into a file behind the first place that says this."""
    text = file.read_text(encoding="utf-8")
    before, found, after = text.partition(behind)
    file.write_text(f"{before}{found}{words}{after}", encoding="utf-8")


def publishing(folder: Path, ours: Run) -> Iterator[Row]:
    """Against `doorstop publish` of as many items, where that program is installed."""
    doorstop = shutil.which("doorstop")
    if doorstop is None:
        print("doorstop is not installed: its row is left out", file=sys.stderr)
        return
    project = folder / "doorstop"
    write_items(project, doorstop)
    command = (doorstop, "publish", "--html", "all", folder / "published")
    theirs = Run(command, project, prepare=lambda: shutil.rmtree(command[-1], ignore_errors=True))
    yield Row("cold", "doorstop publish", compare(ours, theirs, times=3), 1 / 12, 1)


def write_items(project: Path, doorstop: str) -> None:
    """The goals and measures as two documents of doorstop, each measure linked to its goals."""
    project.mkdir()
    for words in (
        ("git", "init", "--quiet"),
        (doorstop, "create", "GOAL", "goals"),
        (doorstop, "create", "M", "measures", "--parent", "GOAL"),
    ):
        subprocess.run(words, cwd=project, check=True, capture_output=True)
    records = {path: yaml.safe_load(text) for path, text in files(COUNT).items()}
    goals = [record for path, record in records.items() if path.startswith("goals/")]
    places = {record["id"]: f"GOAL{number:04}" for number, record in enumerate(goals, 1)}
    measures = [record for path, record in records.items() if path.startswith("measures/")]
    for prefix, name, found in (("GOAL", "goals", goals), ("M", "measures", measures)):
        for number, record in enumerate(found, 1):
            item = {
                "active": True,
                "header": record["title"],
                "level": f"1.{number}",
                "links": [{places[goal]: None} for goal in record.get("goals", ())],
                "normative": True,
                "text": "\n\n".join(f"{key}: {value}" for key, value in record.items()),
            }
            text = yaml.safe_dump(item, allow_unicode=True)
            (project / name / f"{prefix}{number:04}.yml").write_text(text, encoding="utf-8")


def sizes(site: Path) -> list[Row]:
    """How big pages, style sheet and scripts are, in KB."""
    pages = [path.stat().st_size / KB for path in (site / "measures").glob("M-*.html")]
    return [
        Row("median measure page", "KB", statistics.median(pages), 10, 10),
        Row("style sheet", "KB", (site / "assets/site.css").stat().st_size / KB, 20, 20),
        Row("own script, gzip", "KB", _packed(site / "assets/site.js"), 25, 25),
        Row("table of all measures, gzip", "KB", _packed(site / "measures/index.html"), 25, 30),
    ]


def _packed(file: Path) -> float:
    return len(gzip.compress(file.read_bytes())) / KB


if __name__ == "__main__":
    sys.exit(main())
