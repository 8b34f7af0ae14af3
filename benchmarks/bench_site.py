"""A site of 1,000 measures: cold, one changed, none changed; and how big its pages are."""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from plans import write_plan
from ratio import PROGRAMS, Row, Run, compare, report

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
        plan, cold, warm = folder / "plan", folder / "cold", folder / "warm"
        write_plan(plan, COUNT)
        measure = sorted((plan / "measures").rglob("*.yaml"))[COUNT // 2]
        first = Run(render(plan, cold), prepare=lambda: shutil.rmtree(cold, ignore_errors=True))
        again = Run(render(plan, warm))

        def change() -> None:
            text = measure.read_text(encoding="utf-8")
            measure.write_text(f"{text}# anders\n", encoding="utf-8")

        changed = Run(render(plan, warm), prepare=change)
        rows = [
            Row("one measure changed", "cold", compare(changed, first, times=TIMES), 0.15, 1.1),
            Row("nothing changed", "cold", compare(again, first, times=TIMES), 0.1, 0.15),
            *sizes(warm),
        ]
    return report(f"A site of {COUNT} measures", rows)


def sizes(site: Path) -> list[Row]:
    """How big pages, style sheet and scripts are, in KB."""
    pages = [path.stat().st_size / KB for path in (site / "measures").glob("M-*.html")]
    script = gzip.compress((site / "assets/site.js").read_bytes())
    return [
        Row("median measure page", "KB", statistics.median(pages), 10, 10),
        Row("style sheet", "KB", (site / "assets/site.css").stat().st_size / KB, 20, 20),
        Row("own script, gzip", "KB", len(script) / KB, 25, 25),
        Row(
            "table of all measures",
            "KB",
            (site / "measures/index.html").stat().st_size / KB,
            320,
            400,
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
