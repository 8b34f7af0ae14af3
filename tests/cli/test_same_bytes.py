"""The same commit gives the same bytes, whoever renders it, where and when."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from commands import RUN, environment
from wirctl.render.registry import every_writer

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

ROUND = "LG-2021-11-29"
HERE = {"TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
    "HOME": "/nonexistent",
    "SOURCE_DATE_EPOCH": "86400",
    "COLUMNS": "40",
    "WIRCTL_LANG": "en",
}


def rendered(folder: Path, output: Path, name: str, env: dict[str, str], mask: int) -> None:
    """Write the document from a folder, in this environment and with this umask."""
    subprocess.run(
        [*RUN, "render", name, "--at", ROUND, "--lang", "de", "--output", str(output)],
        cwd=folder,
        env=environment(**env),
        umask=mask,
        capture_output=True,
        timeout=300,
        check=True,
        stdin=subprocess.DEVNULL,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Path to content of every file, the manifest and the sums included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", every_writer())
def test_same_bytes_here_and_elsewhere(name: str, repository: Path, tmp_path: Path) -> None:
    settings = 'plan = "plan"\nurl = "https://example.org/wir/"\n'
    one, other = tmp_path / "one", tmp_path / "somewhere" / "else"
    for folder in (one, other):
        folder.parent.mkdir(exist_ok=True)
        subprocess.run(["git", "clone", "-q", str(repository), str(folder)], check=True)
        (folder / "wirctl.toml").write_text(settings, encoding="utf-8")
        os.utime(folder / "plan" / "plan.yaml", (1, 1))
    rendered(one, one / "out", name, HERE, 0o022)
    rendered(other / "plan" / "goals", tmp_path / "out", name, ELSEWHERE, 0o077)
    assert tree(one / "out") == tree(tmp_path / "out")
    rendered(one, one / "out", name, HERE, 0o022)
    assert tree(one / "out") == tree(tmp_path / "out")
