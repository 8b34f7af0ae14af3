"""A plan of 100 measures as PDF, against WeasyPrint with the same content on the same paper.

Ours is the whole command: it reads and checks the plan, sets PDF/A-3a and PDF/UA-1 in one file
and packs it. WeasyPrint gets a page that is ready, and sets PDF/UA-1.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from plans import write_plan
from ratio import PROGRAMS, FailedError, Row, Run, compare, cost, report

COUNT = 100
TIMES = 3
GOAL, LIMIT = 1 / 8, 1 / 4
HERE = Path(__file__).resolve().parent
_PRINT = (
    "import sys, weasyprint;"
    "weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
)
_NEEDS = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def main() -> int:
    """The exit code: 0 when each row is within its limit, or the anchor is not installed."""
    try:
        cost(Run((sys.executable, "-c", "import weasyprint"), codes=frozenset({0})))
    except FailedError:
        print(
            f"A PDF of {COUNT} measures: not measured, WeasyPrint cannot be loaded.\n"
            f'  pip install "wirctl[test]"; on Debian: apt-get install {_NEEDS}'
        )
        return 0
    with tempfile.TemporaryDirectory() as name:
        return _measured(Path(name))


def _measured(folder: Path) -> int:
    plan, page, made = folder / "plan", folder / "plan.html", folder / "weasyprint.pdf"
    ours = folder / "ours"
    write_plan(plan, COUNT)
    cost(Run((sys.executable, HERE / "page_html.py", plan, page), codes=frozenset({0})))
    render = (PROGRAMS / "wirctl", "render", "pdf", "--plan", plan, "--output", ours)
    cold = Run(
        render, codes=frozenset({0}), prepare=lambda: shutil.rmtree(ours, ignore_errors=True)
    )
    anchor = Run((sys.executable, "-c", _PRINT, page, made), codes=frozenset({0}))
    ratio = compare(cold, anchor, times=TIMES)
    code = report(
        f"A PDF of {COUNT} measures", [Row("render pdf, cold", "WeasyPrint", ratio, GOAL, LIMIT)]
    )
    for title, path in (("render pdf", ours / "plan.pdf"), ("WeasyPrint", made)):
        print(f"  {title}: {_pages(path)} pages, {path.stat().st_size // 1000} KB")
    return code


def _pages(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    sys.exit(main())
