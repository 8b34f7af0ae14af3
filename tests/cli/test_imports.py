"""What the commonest commands import: most of what they cost goes there."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from replay import replay

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "asyncio", "dataclasses", "difflib", "email.utils", "git", "hashlib", "inspect", "jinja2",
    "jsonschema", "rich", "ruamel", "socket", "string", "typer", "yaml",
}  # fmt: skip
"""Modules of which each costs 1 to 100 ms, and that no plain run of these commands needs."""

TELL = f"""
import sys
print(*sorted({HEAVY} & sys.modules.keys()))
print(sum(name.startswith("wirctl.") for name in sys.modules))
"""

ENGINE = "import jsonschema_rs\n"
"""The schema engine, which brings modules to tell the day of its own build: each Python others."""

COMMAND = "import sys\nfrom wirctl.cli.app import main\nmain(sys.argv[1:])\n"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    replay(folder)
    return folder


def imported(program: str, plan: Path, *words: str) -> tuple[list[str], set[str], int]:
    """The lines that a program says, the heavy modules it has imported, how many of our own."""
    done = subprocess.run(
        [sys.executable, "-c", program + TELL, *words],
        cwd=plan,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    *said, heavy, count = done.stdout.splitlines()
    return said, set(heavy.split()), int(count)


@pytest.mark.parametrize(
    ("words", "most", "needed"),
    [
        # Each module costs a fifth to a third of a millisecond; a diff has a module for each kind
        # of change and each rule of class, and asks all of them.
        pytest.param(("validate",), 105, ENGINE, id="clean check"),
        pytest.param(("diff", "LG-2021-11-29", "LG-2021-12-06"), 170, "", id="two rounds"),
    ],
)
def test_plain_run_imports_little(
    plan: Path, words: tuple[str, ...], most: int, needed: str
) -> None:
    said, heavy, count = imported(COMMAND, plan, *words)
    assert said
    assert heavy == imported(needed, plan)[1]
    assert count <= most
