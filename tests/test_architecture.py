"""Laws that hold for the whole tree."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

import checkout

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "wirctl"
MODULES = sorted(SOURCE.rglob("*.py"))
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "manager", "common", "base"}

# Written in parts, so that this file does not find itself.
MACHINE_PATH = re.compile(
    r"(?:(?<![\w.:~/}-])|(?<=file://))/(?:home|Users|root|tmp|work|opt)" + r"/\w"
)
REGISTRY = re.compile(
    r"(?:pypi|npmjs|pythonhosted|crates|yarnpkg)" + r"\.(?:org|io|com)" + r"|deb\.debian" + r"\.org"
)
MAIL = re.compile(
    r"[\w.+-]+@(?!example\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?!example|invalid|test)[a-z]{2,}\b"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def texts() -> list[tuple[str, str]]:
    """Name and text of every file that is, or is about to be, under version control."""
    found = []
    for name in checkout.names():
        path = ROOT / name
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        if data and b"\0" not in data:
            found.append((name, data.decode("utf-8", "replace")))
    return found


def lines_with(pattern: re.Pattern[str], *, but: tuple[str, ...] = ()) -> list[str]:
    """Each line that the pattern finds, outside the folders and files named."""
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        if not name.startswith(but)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_imports_go_downwards() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_contract_of_imports_has_no_exceptions() -> None:
    configuration = read_configuration(str(ROOT / "pyproject.toml"))
    contracts = {contract["id"]: contract for contract in configuration["contracts_options"]}
    assert contracts["layers"]["exhaustive"] in {True, "True", "true"}
    assert not [name for name, item in contracts.items() if "ignore_imports" in item]
    assert not [name for name, item in contracts.items() if "exhaustive_ignores" in item]


def test_every_package_says_what_it_is_for() -> None:
    packages = [path for path in MODULES if path.name == "__init__.py"]
    assert [name_of(path) for path in packages if not ast.get_docstring(tree_of(path))] == []


def test_modules_are_short() -> None:
    lengths = {name_of(path): len(path.read_bytes().splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length >= 350} == {}


def test_names_of_modules_say_something() -> None:
    files = [Path(name) for name, _ in texts() if name.endswith(".py")]
    assert [
        str(path)
        for path in files
        if EMPTY_NAMES
        & {word for part in (*path.parts[:-1], path.stem) for word in part.split("_")}
    ] == []


def test_names_of_classes_say_something() -> None:
    classes = [
        (name_of(path), node.name)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
    ]
    words = re.compile("[A-Z][a-z]+")
    assert [
        item for item in classes if EMPTY_NAMES & {word.lower() for word in words.findall(item[1])}
    ] == []


def test_patterns_of_modules_are_compiled_when_they_are_used() -> None:
    """`core.regex` says why. What writes documents pays for itself; it is imported for nothing."""
    assert [
        (name_of(path), node.lineno)
        for path in MODULES
        if path.relative_to(SOURCE).parts[0] not in {"render", "press"}
        for statement in tree_of(path).body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ] == []


def test_only_the_command_line_prints_and_exits() -> None:
    speaking = {"print", "input", "exit", "quit", "breakpoint"}
    found = []
    for path in MODULES:
        if path.is_relative_to(SOURCE / "cli"):
            continue
        for node in ast.walk(tree_of(path)):
            match node:
                case ast.Call(func=ast.Name(id=name)) if name in speaking:
                    found.append((name_of(path), node.lineno, name))
                case ast.Attribute(value=ast.Name(id="sys"), attr="exit" | "stdout" | "stderr"):
                    found.append((name_of(path), node.lineno, f"sys.{node.attr}"))
                case _:
                    pass
    assert found == []


def test_no_path_of_a_machine_is_in_the_tree() -> None:
    assert lines_with(MACHINE_PATH, but=("LICENSES/",)) == []


def test_no_registry_is_in_the_tree() -> None:
    assert lines_with(REGISTRY) == []


def test_no_mail_address_is_in_the_tree() -> None:
    assert lines_with(MAIL, but=("LICENSES/",)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cd /" + "home/someone/plan", id="home"),
        pytest.param("'/" + "tmp/x.yaml'", id="temporary"),
        pytest.param("file:///" + "root/site/index.html", id="address of a file"),
    ],
)
def test_path_of_a_machine_is_seen(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://example.org/" + "work/plan", id="address"),
        pytest.param("plan/" + "tmp/x", id="below a folder"),
        pytest.param("#!/usr/bin/env bash", id="program"),
    ],
)
def test_other_path_is_none_of_a_machine(text: str) -> None:
    assert not MACHINE_PATH.search(text)


def test_locks_name_hashes_for_every_package() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8"))
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {_package(line) for line in project["dependencies"]}
    assert wanted <= _locked("run")
    extras = {
        _package(line) for lines in project["optional-dependencies"].values() for line in lines
    }
    assert (wanted | extras) - {"wirctl"} <= _locked("test")


def _locked(name: str) -> set[str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {_package(line) for line in text.splitlines() if line[:1].isalnum()}


def _package(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()
