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

ENGINE = {"email.utils", "socket", "string"}
"""What the schema engine brings, to tell the day of its own build."""

WATCH = f"""
import sys
from wirctl.cli.app import main
main(sys.argv[1:])
print(*sorted(set({sorted(HEAVY)}) & sys.modules.keys()))
print(sum(name.startswith("wirctl.") for name in sys.modules))
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    replay(folder)
    return folder


@pytest.mark.parametrize(
    ("words", "most", "needed"),
    [
        # Each module costs a fifth to a third of a millisecond; a diff has a module for each kind
        # of change and each rule of class, and asks all of them.
        pytest.param(("validate",), 105, ENGINE, id="clean check"),
        pytest.param(("diff", "LG-2021-11-29", "LG-2021-12-06"), 170, set(), id="two rounds"),
    ],
)
def test_plain_run_imports_little(
    plan: Path, words: tuple[str, ...], most: int, needed: set[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *words],
        cwd=plan,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    *said, heavy, count = done.stdout.splitlines()
    assert said
    assert set(heavy.split()) == needed
    assert int(count) <= most
