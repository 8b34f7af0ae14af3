"""Help in both languages for every command, out of what the commands take."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import wirctl
from commands import run
from wirctl.cli.app import COMMANDS, GROUPS, command
from wirctl.cli.help import GLOBAL_OPTIONS, MOST_CHOICES, help_lines
from wirctl.cli.option import Option, check_choices, parameters
from wirctl.cli.plain import parse
from wirctl.cli.words import LANGUAGES, Speech
from wirctl.core.problem import Problem
from wirctl.core.value import is_record, record_of
from wirctl.render.registry import every_writer
from wirctl.resources import folder
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wirctl.core.value import Value

PAGES = ["", *GROUPS, *COMMANDS]
LOCALES = sorted(folder("locale").glob("*.yaml"))
SOURCES = sorted((folder("schemas").parent / "src/wirctl/cli").glob("*.py"))


@cache
def words(language: str) -> dict[str, str]:
    """Every sentence of a language by its dotted name."""
    path = folder("locale") / f"cli.{language}.yaml"
    return dict(_flat(record_of(read(path.name, path.read_bytes()).value), ""))


def _flat(value: Value, at: str) -> Iterator[tuple[str, str]]:
    for key, part in record_of(value).items():
        name = f"{at}{key}"
        if is_record(part):
            yield from _flat(part, f"{name}.")
        else:
            yield name, str(part)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_shown_and_keeps_to_its_width(name: str, language: str) -> None:
    lines = list(help_lines(name, Speech(language), 80))
    example = words(language).get(f"help.{name.replace(' ', '_')}.example", "\0")
    assert all(len(line) <= 80 for line in lines if example not in line)
    assert not any("{" in line or line != line.rstrip() for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_page_of_a_command_tells_every_option_and_what_it_takes(name: str, language: str) -> None:
    page = "\n".join(help_lines(name, Speech(language), 100))
    for item in parameters(command(name)):
        if isinstance(item.spec, Option):
            assert f"  {item.shown}" in page
        choices = item.spec.choices() if item.spec.choices else ()
        for word in choices if len(choices) <= MOST_CHOICES else ():
            assert word in page
    for option in GLOBAL_OPTIONS:
        assert f"--{option}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_lists_are_not_in_the_help_but_who_tells_them(language: str) -> None:
    page = list(help_lines("lint", Speech(language), 100))
    assert len(page) < 40
    assert "wirctl explain" in "\n".join(page)
    assert not any("measure-without-goal" in line for line in page if "--select" not in line)


def spoken(line: str) -> list[str]:
    """The words of a line that are no names of formats, which are the same in each language."""
    return [word for word in line.split() if word.strip("(),") not in every_writer()]


@pytest.mark.parametrize("name", COMMANDS)
def test_pages_of_the_two_languages_have_no_text_in_common(name: str) -> None:
    german, english = (
        {
            line.partition("  ")[2].strip() or line
            for line in help_lines(name, Speech(language), 100)
        }
        for language in LANGUAGES
    )
    same = {line for line in german & english if len(spoken(line)) > 3}
    assert not {line for line in same if not line.startswith(("-", "wirctl"))}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_example_is_a_command_line_that_is_understood(name: str, language: str) -> None:
    import shlex

    program, *given = shlex.split(words(language)[f"help.{name.replace(' ', '_')}.example"])
    assert program == "wirctl"
    assert " ".join(given).startswith(name)
    values = parse(command(name), given[len(name.split()) :])
    assert values is not None
    check_choices(command(name), values)


@pytest.mark.parametrize(
    "words_", [["--help"], ["-h"], ["diff", "--help"], ["--help", "diff"], ["round", "-h"]]
)
def test_help_is_output_and_no_error(capsys: pytest.CaptureFixture[str], words_: list[str]) -> None:
    ran = run(capsys, *words_)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Verwendung: wirctl")


def test_help_of_no_command_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "dif", "--help")
    assert (ran.code, ran.out) == (2, "")
    assert "„diff“" in ran.err


def test_both_languages_have_the_same_words() -> None:
    german, english = words("de"), words("en")
    assert german.keys() == english.keys()
    assert all(german.values())
    assert all(english.values())


def test_words_of_both_languages_have_the_same_placeholders() -> None:
    german, english = words("de"), words("en")
    differing = {
        name for name in german if placeholders(german[name]) != placeholders(english[name])
    }
    assert differing == set()


def test_every_parameter_of_every_command_is_explained_and_nothing_else() -> None:
    shared: set[str] = set()
    for name in COMMANDS:
        key = name.replace(" ", "_")
        taken = {item.name for item in parameters(command(name))}
        said = {item.rpartition(".")[2] for item in words("de") if item.startswith(f"help.{key}.")}
        assert said - taken == {"short", "text", "example"}
        shared |= taken - said
    known = {item.rpartition(".")[2] for item in words("de") if item.startswith("help.shared.")}
    assert known == shared


def test_every_metavar_has_a_word_and_every_word_a_metavar() -> None:
    used = {
        item.spec.metavar or item.name.upper()
        for name in COMMANDS
        for item in parameters(command(name))
        if item.type is not bool
    }
    known = {name.rpartition(".")[2] for name in words("de") if name.startswith("usage.metavars.")}
    assert used <= known
    assert known - used == {"OPTIONS", "COMMAND"}


def test_no_word_is_left_that_nobody_says() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    said = set(re.findall(r"[\w-]+", source))
    groups = tuple(f"{name}." for name in re.findall(r"([\w.-]+)\.\{", source))
    silent = {
        name
        for name in words("de")
        if not name.startswith(groups) and name.rpartition(".")[2] not in said
    }
    assert silent == set()


def test_every_problem_has_words() -> None:
    for module in walk_packages(wirctl.__path__, "wirctl."):
        import_module(module.name)
    asked = {problem.__name__ for problem in _below(Problem)} - {"HistoryError"}
    said = {name.split(".")[1] for name in words("de") if name.startswith("problems.")}
    assert asked - said == set()


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    for other in kind.__subclasses__():
        yield other
        yield from _below(other)


@pytest.mark.parametrize("path", LOCALES, ids=lambda path: path.name)
def test_words_are_written_once_and_without_a_fault(path: Path) -> None:
    assert read(path.name, path.read_bytes()).faults == ()


def test_key_that_stands_twice_in_the_words_would_be_seen() -> None:
    assert [fault.rule for fault in read("cli.de.yaml", b"a: x\na: y\n").faults] == [
        "duplicate-key"
    ]


def test_every_problem_that_has_words_is_raised() -> None:
    root = folder("schemas").parent / "src/wirctl"
    source = "\n".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    said = set(re.findall(r"\w+", source))
    assert {
        name
        for name in words("de")
        if name.startswith("problems.") and name.split(".")[1] not in said
    } == set()
