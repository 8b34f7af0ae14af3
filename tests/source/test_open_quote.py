"""A quote that is never closed is told where it opens, whatever stands below it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wirctl.source.document import read

PLAN = Path(__file__).resolve().parent.parent.parent / "plan"
FILES = sorted(PLAN.rglob("*.yaml"))
_TEXT = re.compile(r"((?:- )?\s*[a-z_]+: |\s*- )([A-Za-z][^\"'>|:]*)")


@pytest.mark.parametrize("sign", ["'", '"'])
@pytest.mark.parametrize(
    "part", [0, *(pytest.param(part, marks=pytest.mark.slow) for part in (1, 2, 3))]
)
def test_quote_before_a_text_of_the_real_plan_is_told_there(part: int, sign: str) -> None:
    """In each file one line, another one in each part of the test."""
    for path in FILES:
        lines = path.read_text(encoding="utf-8").split("\n")
        texts = [
            (place, found) for place, line in enumerate(lines) if (found := _TEXT.fullmatch(line))
        ]
        place, found = texts[part * (len(texts) - 1) // 3]
        lines[place] = f"{found[1]}{sign}{found[2]}"
        faults = read(path.name, "\n".join(lines).encode()).faults
        told = [(item.rule, item.span.line, item.span.column) for item in faults]
        assert told == [("unclosed-quote", place + 1, len(found[1]) + 1)], path
