"""What is measured is a plan, the size it is said to be, and a cost that is a cost."""

from __future__ import annotations

import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from plans import ROUNDS, files, measure_ids, write_plan, write_repository
from ratio import FailedError, Row, Run, cost, report
from wirctl.load import load
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from pathlib import Path


def test_synthetic_plan_has_no_finding(tmp_path: Path) -> None:
    write_plan(tmp_path, 48)
    loaded = load(FolderTree(tmp_path))
    assert loaded.diagnostics == ()
    assert [measure.id for measure in loaded.plan.measures] == sorted(measure_ids(48))


def test_synthetic_measure_is_as_large_as_a_real_one() -> None:
    texts = [text for path, text in files(60).items() if path.startswith("measures/")]
    fields = [
        sum(not line.startswith((" ", "#")) for line in text.splitlines() if line) for text in texts
    ]
    assert 1_400 < statistics.mean(len(text.encode()) for text in texts) < 1_700
    assert set(fields) == {27}


def test_synthetic_plan_is_the_same_each_time() -> None:
    assert files(30) == files(30)


def test_rounds_of_a_synthetic_repository_differ_as_asked(tmp_path: Path) -> None:
    write_repository(tmp_path, 48, 5)
    changed = subprocess.run(
        ["git", "diff", "--name-only", "HEAD^", "HEAD"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert len([path for path in changed if "/measures/" in path]) == 5
    assert [path for path in changed if "/measures/" not in path] == [
        f"plan/rounds/{ROUNDS[1]}.yaml"
    ]


def test_cost_counts_the_children_too() -> None:
    burn = "sum(range(10_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"
    idle = cost(Run((sys.executable, "-c", "import subprocess")))
    assert cost(Run((sys.executable, "-c", child))) > idle


def test_command_that_fails_is_not_measured() -> None:
    with pytest.raises(FailedError, match="2"):
        cost(Run((sys.executable, "-c", "raise SystemExit(2)")))


@pytest.mark.parametrize(
    ("ratio", "holds"),
    [
        pytest.param(2.0, "yes", id="goal"),
        pytest.param(2.5, "within 3×", id="limit"),
        pytest.param(3.1, "no", id="neither"),
    ],
)
def test_row_says_whether_it_holds(ratio: float, holds: str) -> None:
    assert Row("a", "b", ratio, goal=2.0, limit=3.0).holds == holds


def test_row_without_a_goal_never_fails() -> None:
    assert report("A", [Row("a", "b", 1e9)]) == 0
    assert Row("a", "b", 1e9).holds == "to compare with"
