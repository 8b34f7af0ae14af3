"""What the documentation says is so: its examples run, its links lead somewhere."""

from __future__ import annotations

import ast
import doctest
import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checkout
import documents
from replay import replay

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in checkout.names("*.md")}
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def modules_with_examples() -> Iterator[str]:
    for folder, pattern in ((ROOT / "src", "**/*.py"), (ROOT / "tests", "*.py")):
        for path in sorted(folder.glob(pattern)):
            if any(">>> " in text for text in _docstrings(path)):
                module = ".".join(path.relative_to(folder).with_suffix("").parts)
                yield module.removesuffix(".__init__")


def _docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


def documents_with(language: str) -> list[str]:
    return [
        name
        for name, text in TEXTS.items()
        if any(fence.language == language for fence in documents.fences(text))
    ]


@pytest.mark.parametrize("module", [*modules_with_examples()])
def test_examples_in_docstrings_are_true(module: str) -> None:
    result = doctest.testmod(importlib.import_module(module), optionflags=FLAGS)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("name", [*TEXTS])
def test_links_lead_somewhere(name: str) -> None:
    assert list(documents.broken(name, TEXTS)) == []


def test_link_that_leads_nowhere_is_seen() -> None:
    texts = {"README.md": "# A\n\n[a](missing.md) [b](#b) [c](#a) [d](pyproject.toml)"}
    assert list(documents.broken("README.md", texts)) == [
        "README.md:3: missing.md",
        "README.md:3: #b",
    ]


def test_python_in_documents_runs(tmp_path: Path) -> None:
    """The blocks of one document run one after the other, as a reader would type them."""
    for name in documents_with("python"):
        blocks = [fence for fence in documents.fences(TEXTS[name]) if fence.language == "python"]
        script = tmp_path / "examples.py"
        script.write_text("\n".join(_placed(block) for block in blocks), encoding="utf-8")
        ran = subprocess.run(
            [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stderr) == (0, ""), name


def _placed(block: documents.Fence) -> str:
    """The block as code, with its examples compared and its line kept for the traceback."""
    if ">>> " not in block.text:
        return f"exec(compile({chr(10) * block.line + block.text!r}, 'document', 'exec'))"
    return (
        "import doctest\n"
        f"test = doctest.DocTestParser().get_doctest({block.text!r}, globals(), 'document', "
        f"'document', {block.line})\n"
        f"result = doctest.DocTestRunner(optionflags={FLAGS}).run(test, clear_globs=False)\n"
        "assert result.attempted and not result.failed"
    )


@pytest.mark.parametrize("name", documents_with("console"))
def test_commands_in_documents_print_what_is_shown(name: str, tmp_path: Path) -> None:
    """The commands run one after the other in a repository with the real plan and its rounds.

    A line `...` stands for any lines, `...` inside a line for any text.
    """
    replay(tmp_path)
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    blocks = [fence for fence in documents.fences(TEXTS[name]) if fence.language == "console"]
    for command in (command for block in blocks for command in documents.commands(block.text)):
        ran = subprocess.run(
            ["sh", "-c", command.line],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        matches = doctest.OutputChecker().check_output(
            _trimmed(command.output), _trimmed(ran.stdout), doctest.ELLIPSIS
        )
        assert matches, f"$ {command.line}\n{ran.stdout}"


def _trimmed(output: str) -> str:
    return "\n".join(line.rstrip() for line in output.strip("\n").splitlines()) + "\n"
