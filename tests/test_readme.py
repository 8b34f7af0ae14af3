"""What README.md teaches about YAML is so: each trap is caught, and what to write instead works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from small_plan import small_plan

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"\| `([^`]+)` \| .*\(\[([a-z-]+)\]\(docs/rules/\2\.md\)\).* \| (.+) \|")
TRAPS = [pytest.param(*row.groups(), id=row[1]) for row in ROW.finditer(README)]
OMITTED = "die Zeile streichen"
REST = {
    "id": "id: M-BIL-04",
    "kind": "kind: measure",
    "title": "title: Lernpaten",
    "field": "field: HF-BIL",
}


def found(line: str, folder: Path) -> list[tuple[str, int]]:
    """Rule and line of what is said about a measure with this line."""
    lines = REST | ({line.partition(":")[0]: line} if line else {})
    text = "# measures/M-BIL-04.yaml\n" + "".join(f"{part}\n" for part in lines.values())
    loaded = small_plan(text).load(folder)
    said = [item for item in loaded.diagnostics if item.rule != "unknown-reference"]
    return [(item.rule, loaded.span(item).line) for item in said]


def test_there_are_ten_traps() -> None:
    assert len(TRAPS) == 10


@pytest.mark.parametrize(("wrong", "rule", "right"), TRAPS)
def test_trap_is_caught_and_its_remedy_works(
    wrong: str, rule: str, right: str, tmp_path: Path
) -> None:
    place = {"title": 3}.get(wrong.partition(":")[0], len(REST) + 1)
    assert found(wrong, tmp_path) == [(rule, place)]
    assert found("" if right == OMITTED else right.strip("`"), tmp_path) == []
