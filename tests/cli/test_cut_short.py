"""A command that is killed, or that finds no room, leaves the old output or the new one, whole."""

from __future__ import annotations

import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from commands import PATIENCE, RUN, environment, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OLD, NEW = "LG-2021-11-22", "LG-2021-11-29"
ROOM = 64 << 10
"""Bytes of the largest file that may be written: less than the document has."""


@pytest.fixture
def output(here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the document of the older round; one stands in the plan's repository."""
    made = tmp_path / "out"
    ran = run(capsys, "render", "json", "--plan", str(here), "--at", OLD, "--output", str(made))
    assert ran.code == 0
    return made


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def render(output: Path, here: Path) -> tuple[str, ...]:
    """The words of the command that writes the newer round there."""
    return (*RUN, "render", "json", "--plan", str(here), "--at", NEW, "--output", str(output))


def begun(words: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_killed_command_leaves_a_whole_folder(here: Path, output: Path, tmp_path: Path) -> None:
    words, old = render(output, here), content(output)
    other = render(tmp_path / "other", here)
    start = time.monotonic()
    assert begun(other).wait(PATIENCE) == 0
    length, new = time.monotonic() - start, content(tmp_path / "other")
    assert old.keys() == new.keys()
    assert old != new
    ends = set[int]()
    for share in (0, *(0.5 + 0.06 * part for part in range(12))):
        with begun(words) as process:
            time.sleep(length * share)
            process.kill()
            ends.add(process.wait(PATIENCE))
        found = content(output)
        assert found in (old, new)
    assert -signal.SIGKILL in ends
    with begun(words) as process:
        assert process.wait(PATIENCE) == 0
    assert content(output) == new


def test_no_room_leaves_the_old_folder(here: Path, output: Path) -> None:
    old = content(output)
    assert max(map(len, old.values())) > ROOM
    ran = subprocess.run(
        ["bash", "-c", f'ulimit -f {ROOM >> 10}; exec "$@"', "bash", *render(output, here)],
        env=environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode("utf-8") == f"{output} würde größer, als das Betriebssystem erlaubt.\n"
    assert content(output) == old
    assert [path.name for path in output.parent.iterdir()] == [output.name]
