"""A run that was killed leaves nothing for long, and one that is at work is left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from wirctl.render.output import write
from wirctl.render.staging import abandoned, staging

if TYPE_CHECKING:
    from pathlib import Path

KILLED = """\
import os, signal, sys
from pathlib import Path
from wirctl.render import output
def stop(*given):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(output, sys.argv[2], stop)
output.write({"a/x.txt": b"killed", "b.txt": b"killed"}, Path(sys.argv[1]))
"""
WAITING = """\
import sys, time
from pathlib import Path
from wirctl.render import output
swap = output._swap
def wait(*given):
    Path(sys.argv[2]).touch()
    while Path(sys.argv[2]).exists():
        time.sleep(0.01)
    swap(*given)
output._swap = wait
output.write({"b.txt": b"slow"}, Path(sys.argv[1]))
"""


def killed(output: Path, at: str) -> None:
    """Let a process begin to write, and kill it when it comes to this step."""
    ended = subprocess.run([sys.executable, "-c", KILLED, str(output), at], check=False)
    assert ended.returncode == -signal.SIGKILL


def names(folder: Path) -> list[str]:
    """What lies in a folder, without what is hidden in it."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output in which others put a file of theirs."""
    made = tmp_path / "site"
    write({"b.txt": b"old"}, made)
    (made / "theirs.txt").write_bytes(b"theirs")
    return made


@pytest.mark.parametrize("step", ["_fill", "_keep", "_swap", "_remove"])
def test_what_a_killed_run_left_goes_with_the_next(step: str, output: Path) -> None:
    killed(output, step)
    assert len(names(output.parent)) == 2
    write({"b.txt": b"new"}, output)
    assert names(output.parent) == ["site"]
    assert (output / "b.txt").read_bytes() == b"new"
    assert (output / "theirs.txt").read_bytes() == b"theirs"
    assert not (output / "a").exists()


def test_what_is_nowhere_else_stays(output: Path) -> None:
    """Killed between two steps, where folders cannot change places at once."""
    killed(output, "_swap")
    (left,) = [path for path in output.parent.iterdir() if path != output]
    output.rename(left / "old")
    write({"b.txt": b"new"}, output)
    assert (left / "old" / "theirs.txt").read_bytes() == b"theirs"
    assert names(left) == ["old"]
    assert names(left / "old") == ["theirs.txt"]


def test_run_at_work_is_left_alone(output: Path, tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    slow = subprocess.Popen([sys.executable, "-c", WAITING, str(output), str(sign)])
    try:
        while not sign.exists():
            assert slow.poll() is None
            time.sleep(0.01)
        write({"b.txt": b"quick"}, output)
        assert len(names(tmp_path)) == 3
        assert (output / "b.txt").read_bytes() == b"quick"
    finally:
        sign.unlink(missing_ok=True)
        assert slow.wait(timeout=60) == 0
    assert (output / "b.txt").read_bytes() == b"slow"
    assert names(tmp_path) == ["site"]


def test_what_only_looks_like_ours_is_left_alone(output: Path, tmp_path: Path) -> None:
    for name in (".site.abcdefgh", ".site.long-name", ".other.abcdefgh"):
        (tmp_path / name / "new").mkdir(parents=True)
        (tmp_path / name / "new" / "x").touch()
    (tmp_path / ".site.abcdefgh" / "lock").write_text("another program")
    (tmp_path / ".site.12345678").symlink_to(tmp_path / ".other.abcdefgh")
    before = sorted(path for path in tmp_path.rglob("*") if output not in path.parents)
    write({"b.txt": b"new"}, output)
    assert sorted(path for path in tmp_path.rglob("*") if output not in path.parents) == before


def test_folder_is_gone_afterwards_and_never_taken_for_dead_before(tmp_path: Path) -> None:
    with staging(tmp_path / "site") as beside:
        assert list(abandoned(tmp_path / "site")) == []
        assert os.listdir(beside) == ["lock"]  # noqa: PTH208 - hidden names, too
    assert names(tmp_path) == []
