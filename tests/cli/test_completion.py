"""The tabulator completes command lines, in a real shell where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from commands import PATIENCE, done, environment, run
from wirctl.cli.completion import SHELLS

if TYPE_CHECKING:
    from pathlib import Path

ASK = """
source "{script}"
COMP_WORDS=({line})
[ -n "{fresh}" ] && COMP_WORDS+=("")
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_wirctl_completion "$PWD/../bin/wirctl"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder of programs with `wirctl` in it, and the script that completes it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    file = folder / "wirctl"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wirctl "$@"\n')
    file.chmod(0o755)
    (folder / "completion.bash").write_text(done("completion", "bash"), encoding="utf-8")
    return folder


def offered(program: Path, folder: Path, line: str) -> list[str]:
    """What bash offers for the last word of a line, be it still empty."""
    fresh = "yes" if line.endswith(" ") else ""
    script = ASK.format(script=program / "completion.bash", line=line, fresh=fresh)
    script = script.replace("$PWD/../bin/wirctl", str(program / "wirctl"))
    made = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, "")
    return sorted(filter(None, made.stdout.splitlines()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("wirctl va", ["validate"], id="a command"),
        pytest.param("wirctl round sh", ["show"], id="a command of a group"),
        pytest.param("wirctl lint --lev", ["--level"], id="an option"),
        pytest.param("wirctl lint --level ", ["error", "note", "warning"], id="a value"),
        pytest.param(
            "wirctl diff LG-2021-11-2", ["LG-2021-11-22", "LG-2021-11-29"], id="a round of the plan"
        ),
        pytest.param("wirctl explain duplicate-i", ["duplicate-id"], id="a rule"),
        pytest.param("wirctl validate plan/", [], id="nothing, so that bash offers files"),
    ],
)
def test_bash_completes_what_can_stand_there(
    program: Path, repository: Path, line: str, expected: list[str]
) -> None:
    assert offered(program, repository, line) == expected


def test_names_that_a_shell_would_run_are_not_offered(program: Path, tmp_path: Path) -> None:
    rounds = tmp_path / "plan" / "rounds"
    rounds.mkdir(parents=True)
    (tmp_path / "plan" / "plan.yaml").write_text("id: PLAN\n")
    for name in ("R-$(touch evil)", "R-`touch evil`", 'R-"));touch evil', "R-1", "R-*"):
        (rounds / f"{name}.yaml").write_text("")
    assert offered(program, tmp_path, "wirctl diff R") == ["R-1"]
    assert not (tmp_path / "evil").exists()


def test_no_plan_and_bad_settings_are_no_noise(program: Path, tmp_path: Path) -> None:
    assert offered(program, tmp_path, "wirctl diff W") == ["WORKTREE"]
    (tmp_path / "wirctl.toml").write_text("=")
    assert offered(program, tmp_path, "wirctl diff W") == ["WORKTREE"]


@pytest.mark.parametrize("shell", SHELLS)
def test_script_is_understood_by_its_shell(capfd: pytest.CaptureFixture[str], shell: str) -> None:
    ran = run(capfd, "completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "wirctl" in ran.out
    assert "_WIRCTL_COMPLETE" not in os.environ
    if shutil.which(shell) is None:
        assert "_WIRCTL_COMPLETE" in ran.out
        return
    made = subprocess.run([shell, "-n"], input=ran.out.encode(), capture_output=True, check=False)
    assert (made.returncode, made.stderr) == (0, b"")
