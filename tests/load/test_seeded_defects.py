"""Six defects in a copy of the real plan: six findings, each at its place, and nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from commands import process
from replay import state
from wirctl.load import load
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wirctl.load import Loaded


@dataclass(frozen=True, slots=True)
class Defect:
    """One slip of an author: a text in a file that becomes another, and what is said of it.

    `place` is the line and column of the finding. With `copied_to` the file is copied instead.
    """

    path: str
    old: str
    new: str
    rule: str
    place: tuple[int, int]
    copied_to: str = ""

    @property
    def found(self) -> tuple[str, str, int, int]:
        """What is to be found: path, rule, line and column."""
        return (self.copied_to or self.path, self.rule, *self.place)

    def plant(self, plan: Path) -> None:
        text = (plan / self.path).read_text(encoding="utf-8")
        assert text.count(self.old) == 1
        target = plan / (self.copied_to or self.path)
        target.write_text(text.replace(self.old, self.new), encoding="utf-8")


DEFECTS = {
    "value outside an enum": Defect(
        "measures/stk/M-STK-04.yaml",
        "funding_path: fund\n",
        "funding_path: fonds\n",
        "value-not-listed",
        (11, 15),
    ),
    "reference to an unknown id": Defect(
        "goals/Z-BIL-1.yaml", "  - P-2\n", "  - P-9\n", "unknown-reference", (9, 5)
    ),
    "same id in two files": Defect(
        "guidelines/L-3.yaml",
        "id: L-3\n",
        "id: L-3\n",
        "duplicate-id",
        (1, 5),
        copied_to="guidelines/L-30.yaml",
    ),
    "broken syntax": Defect(
        "fields/HF-BIL.yaml",
        "title: Bildung\n",
        "title: [Bildung\n",
        "unclosed-bracket",
        (3, 8),
    ),
    "required field missing": Defect(
        "measures/soz/M-SOZ-01.yaml", "kind: measure\n", "", "required-field-missing", (1, 1)
    ),
    "text where a number belongs": Defect(
        "participation/B-UMFRAGE-1.yaml",
        "participants: 532\n",
        "participants: rund 500\n",
        "wrong-type",
        (14, 15),
    ),
}
ALL = tuple(DEFECTS.values())


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    for path, data in state().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def found_in(loaded: Loaded) -> list[tuple[str, str, int, int]]:
    spans = ((item, loaded.span(item)) for item in loaded.diagnostics)
    return sorted((item.subject.path, item.rule, span.line, span.column) for item, span in spans)


def test_real_plan_is_clean(plan: Path) -> None:
    assert found_in(load(FolderTree(plan))) == []


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_is_one_finding(plan: Path, name: str) -> None:
    DEFECTS[name].plant(plan)
    assert found_in(load(FolderTree(plan))) == [DEFECTS[name].found]


@pytest.mark.slow
@pytest.mark.parametrize(
    "names", [pytest.param(pair, id=" and ".join(pair)) for pair in combinations(DEFECTS, 2)]
)
def test_two_defects_are_two_findings(plan: Path, names: tuple[str, str]) -> None:
    for name in names:
        DEFECTS[name].plant(plan)
    expected = sorted(DEFECTS[name].found for name in names)
    assert found_in(load(FolderTree(plan))) == expected


def test_six_defects_are_six_findings(plan: Path) -> None:
    for defect in ALL:
        defect.plant(plan)
    assert found_in(load(FolderTree(plan))) == sorted(defect.found for defect in ALL)


def test_command_tells_six_defects_as_text(plan: Path) -> None:
    for defect in ALL:
        defect.plant(plan)
    ran = process(plan.parent, "validate")
    heads = [line for line in ran.out.splitlines() if line.startswith("plan/")]
    errors = sorted(line.partition("] ")[0] for line in heads if "Fehler [" in line)
    assert errors == sorted(
        f"plan/{path}:{line}:{column}: Fehler [{rule}"
        for path, rule, line, column in (defect.found for defect in ALL)
    )
    assert ran.out.splitlines()[-1].startswith("6 Fehler")
    assert (ran.code, ran.err) == (1, "")


def test_command_tells_six_defects_as_json(plan: Path) -> None:
    for defect in ALL:
        defect.plant(plan)
    ran = process(plan.parent, "validate", "--format", "json")
    whole = json.loads(ran.out)
    errors = [item for item in whole["diagnostics"] if item["severity"] == "error"]
    told = sorted((item["path"], item["rule"], item["line"], item["column"]) for item in errors)
    assert told == sorted((f"plan/{path}", *rest) for path, *rest in (item.found for item in ALL))
    assert whole["summary"]["error"] == 6
    assert len({item["fingerprint"] for item in errors}) == 6
    assert (ran.code, ran.err) == (1, "")


MUCH_REFERRED_TO = (
    "plan.yaml",
    "process.yaml",
    "fund/F-WIR.yaml",
    "bodies/G-LG.yaml",
    "guidelines/L-2.yaml",
    "rounds/LG-2021-11-29.yaml",
)


@pytest.mark.slow
@pytest.mark.parametrize("path", MUCH_REFERRED_TO)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("id: ", "id: [", 1), id="open bracket"),
        pytest.param(lambda text: text.replace("\n", "\n\t", 1), id="tab"),
        pytest.param(lambda text: f"- {text}", id="list"),
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: "nur Text\n", id="text"),
        pytest.param(lambda text: f"{text}\x00", id="no text at all"),
    ],
)
def test_broken_file_that_many_refer_to_is_one_finding(
    plan: Path, path: str, change: Callable[[str], str]
) -> None:
    text = (plan / path).read_text(encoding="utf-8")
    (plan / path).write_text(change(text), encoding="utf-8")
    assert [item[0] for item in found_in(load(FolderTree(plan)))] == [path]


@pytest.mark.slow
@pytest.mark.parametrize("path", MUCH_REFERRED_TO)
def test_unreadable_file_is_one_finding(plan: Path, path: str) -> None:
    (plan / path).unlink()
    (plan / path).symlink_to("elsewhere.yaml")
    assert [item[0] for item in found_in(load(FolderTree(plan)))] == [path]
