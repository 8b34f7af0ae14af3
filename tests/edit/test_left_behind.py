"""A run that was killed while it wrote a file leaves nothing for long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from wirctl.edit.files import create, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITING = """\
import os, signal, sys, time
from pathlib import Path
from wirctl.edit import files
from wirctl.edit.files import create, write_whole
folder, act, sign = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
def stop(*given, **more):
    if act == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    sign.touch()
    while sign.exists():
        time.sleep(0.01)
    return real(*given, **more)
real = os.fsync
os.fsync = stop
write_whole(folder / "a.yaml", b"theirs")
"""


def writing(folder: Path, act: str, sign: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITING, str(folder), act, str(sign)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "a.yaml").write_bytes(b"old")
    return tmp_path / "plan"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("write", [write_whole, create])
def test_next_run_takes_away_what_a_killed_one_left(
    folder: Path, tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    for _ in range(2):  # the second takes away what the first left
        assert writing(folder, "kill", tmp_path / "sign").wait() == -signal.SIGKILL
        assert len(names(folder)) == 2
    write(folder / "b.yaml", b"new")
    assert names(folder) == ["a.yaml", "b.yaml"]
    assert (folder / "a.yaml").read_bytes() == b"old"


def test_file_that_another_run_is_writing_stays(folder: Path, tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    other = writing(folder, "wait", sign)
    while not sign.exists():
        assert other.poll() is None
        time.sleep(0.01)
    write_whole(folder / "b.yaml", b"ours")
    assert len(names(folder)) == 3
    while other.poll() is None:  # it syncs twice, the file and the folder
        sign.unlink(missing_ok=True)
        time.sleep(0.01)
    assert other.returncode == 0
    assert names(folder) == ["a.yaml", "b.yaml"]
    assert (folder / "a.yaml").read_bytes() == b"theirs"


@pytest.mark.parametrize("name", [".wirctl-settings", ".wirctl-abcd1234.part.yaml", "x.part"])
def test_file_of_another_name_stays(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"mine")
    write_whole(folder / "a.yaml", b"new")
    assert names(folder) == sorted(["a.yaml", name])


def test_what_is_no_file_stays(folder: Path) -> None:
    (folder / ".wirctl-abcd1234.part").mkdir()
    (folder / ".wirctl-abcd1235.part").symlink_to("a.yaml")
    os.mkfifo(folder / ".wirctl-abcd1236.part")
    write_whole(folder / "b.yaml", b"new")
    assert len(names(folder)) == 5
    assert (folder / "a.yaml").read_bytes() == b"old"
