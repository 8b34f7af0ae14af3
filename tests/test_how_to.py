"""Each how-to is tried: its files written, its commands run, in a copy of this checkout.

In a how-to, a line ``File: `path` `` stands above the whole text of a new file, a `diff` block
changes a file that is there, and a `shell-session` block shows commands with what they print
(`...` for what differs from run to run). Its first lists name every file that it touches.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

import checkout
import documents
from replay import replay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
HOW_TOS = sorted((ROOT / "docs" / "how-to").glob("*.md"))
NEEDED = (
    *("src", "schemas", "templates", "locale", "docs", "news", "scripts", "benchmarks"),
    *("tests/*.py", "tests/model", "tests/render", "tests/rules", "tests/schemas"),
    *("pyproject.toml", "wirctl.toml", ".gitignore", ".gitattributes"),
)
LABEL = re.compile(r"(?:File|Datei): `([^`]+)`")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a how-to needs of this checkout, in a repository with the rounds of the real plan."""
    folder = tmp_path_factory.mktemp("original")
    replay(folder)
    for name in checkout.names(*NEEDED):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=x", "-c", "user.email=", "commit", "-q", "-m", "Before")
    return folder


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "copy")


def git(folder: Path, *arguments: str, given: str = "") -> str:
    ran = subprocess.run(
        ["git", *arguments], cwd=folder, input=given.encode(), capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


@pytest.mark.slow
@pytest.mark.parametrize("path", HOW_TOS, ids=lambda path: path.stem)
def test_how_to_does_what_it_says(path: Path, copy: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for label, fence in steps(text):
        follow(label, fence, copy)
    shown = git(copy, "status", "--porcelain", "-z", "--untracked-files=all")
    assert {entry[3:] for entry in shown.split("\0") if entry} == touched(text)
    assert_python_is_in_form(copy, touched(text))


def follow(label: str, fence: Token, copy: Path) -> None:
    """One step: write a file, change one, or run commands."""
    language = fence.info
    if label:
        assert not git(copy, "ls-files", "--", label), "there already: change it by a diff"
        (copy / label).parent.mkdir(parents=True, exist_ok=True)
        (copy / label).write_text(fence.content, encoding="utf-8")
    elif language == "diff":
        git(copy, "apply", "-", given=fence.content)
    elif language == "shell-session":
        for command in documents.commands(fence.content):
            assert_prints(command, copy)
    else:
        assert language in {"sh", "yaml"}, f"{language} block without a file"


def assert_prints(command: documents.Command, copy: Path) -> None:
    inherited = {name: os.environ[name] for name in ("LC_ALL", "HOME") if name in os.environ}
    ran = subprocess.run(
        ["sh", "-c", command.line],
        cwd=copy,
        env=inherited
        | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(copy / "src"),
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, f"$ {command.line}\n{ran.stdout}"
    matches = doctest.OutputChecker().check_output(command.output, ran.stdout, doctest.ELLIPSIS)
    assert matches, f"$ {command.line}\n{ran.stdout}"


def assert_python_is_in_form(copy: Path, names: set[str]) -> None:
    files = sorted(name for name in names if name.endswith(".py"))
    for command in (["check", "--no-cache"], ["format", "--no-cache", "--diff"]) if files else ():
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *files],
            cwd=copy,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, ran.stdout


def steps(text: str) -> Iterator[tuple[str, Token]]:
    """Each block of code, with the path that stands above it, if one does."""
    label = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            found = LABEL.fullmatch(token.content)
            label = found[1] if found else ""
        elif token.type == "fence":
            yield label, token
            label = ""


def touched(text: str) -> set[str]:
    """The files that the lists before the first section name."""
    head = text.partition("\n## ")[0]
    return set(re.findall(r"(?m)^- `([^`]+)`", head))


def test_steps_come_with_their_paths() -> None:
    text = "File: `a.py`\n\n```py\nx\n```\n\nText\n\n```diff\ny\n```\n"
    assert [(label, fence.info) for label, fence in steps(text)] == [("a.py", "py"), ("", "diff")]


def test_only_lists_before_the_first_section_name_files() -> None:
    assert touched("# A\n\n- `a`\n- `b/c`: why\n\n## B\n\n- `d`\n") == {"a", "b/c"}
