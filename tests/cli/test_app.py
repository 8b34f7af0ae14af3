"""The command that is meant is found, and the exit code is that of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands import run
from wirctl import __version__
from wirctl.cli.app import COMMANDS, GROUPS, named

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("city")
def test_without_arguments_it_is_the_status(capsys: Capture) -> None:
    assert run(capsys) == run(capsys, "status")
    assert run(capsys).out.startswith("Stand des Plans: Klimaplan")


@pytest.mark.parametrize(
    "words", [["--version"], ["--lang", "en", "--version"], ["diff", "--version"]]
)
def test_version_is_said_wherever_it_is_asked_for(capsys: Capture, words: list[str]) -> None:
    assert run(capsys, *words) == type(run(capsys, *words))(0, f"wirctl {__version__}\n", "")


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--lang", "en", "status"], id="before the command"),
        pytest.param(["status", "--lang", "en"], id="behind it"),
        pytest.param(["status", "--lang=en"], id="with a sign"),
        pytest.param(["--lang", "en"], id="without a command"),
    ],
)
def test_language_may_stand_anywhere(capsys: Capture, words: list[str]) -> None:
    assert (
        run(capsys, *words).out.startswith("Where the plan stands")
        or "Field" in run(capsys, *words).out
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            ["--lang", "ed", "status"],
            "„ed“ ist für --lang nicht vorgesehen.\nMöglich sind: de, en\n",
            id="another language",
        ),
        pytest.param(["status", "--lang"], "Die Option --lang braucht einen Wert.\n", id="none"),
    ],
)
def test_wrong_language_is_refused(capsys: Capture, words: list[str], expected: str) -> None:
    ran = run(capsys, *words)
    assert (ran.code, ran.out, ran.err) == (2, "", expected)


@pytest.mark.parametrize(
    ("words", "german", "english"),
    [
        pytest.param(["vlidate"], "„vlidate“", "“vlidate”", id="a command"),
        pytest.param(["roung", "lst"], "„roung“", "“roung”", id="a group"),
        pytest.param(["round", "lst"], "„round lst“", "“round lst”", id="a command of a group"),
    ],
)
def test_unknown_command_offers_the_nearest(
    capsys: Capture, words: list[str], german: str, english: str
) -> None:
    near = "validate" if words == ["vlidate"] else "round list"
    ran = run(capsys, *words)
    assert (ran.code, ran.out) == (2, "")
    assert german in ran.err
    assert f"Gemeint ist vielleicht „{near}“." in ran.err
    other = run(capsys, "--lang", "en", *words)
    assert other.code == 2
    assert english in other.err
    assert f"Did you mean “{near}”?" in other.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            ["diff", "--fomat", "json"],
            "Die Option --fomat gibt es hier nicht.\nGemeint ist vielleicht „--format“.\n",
            id="option",
        ),
        pytest.param(["diff", "a", "b", "c"], "Das ist eine Angabe zu viel: c.\n", id="too much"),
        pytest.param(["round", "show"], "Es fehlt eine Angabe: RUNDE.\n", id="too little"),
        pytest.param(["status", "--at"], "Die Option --at braucht einen Wert.\n", id="no value"),
        pytest.param(["--foo", "diff"], "Die Option --foo gibt es hier nicht.\n", id="in front"),
    ],
)
def test_misuse_is_told_in_german_with_the_way_to_help(
    capsys: Capture, words: list[str], expected: str
) -> None:
    ran = run(capsys, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(expected)
    assert ran.err.rstrip().endswith("--help")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "near"),
    [
        pytest.param(["diff", "--format", "jsn"], "json", id="format"),
        pytest.param(["validate", "--format=txt"], "text", id="format of findings"),
        pytest.param(
            ["lint", "--select", "measure-without-gaol"], "measure-without-goal", id="rule"
        ),
        pytest.param(["render", "htm"], "html", id="argument"),
    ],
)
def test_unknown_choice_offers_the_nearest(capsys: Capture, words: list[str], near: str) -> None:
    ran = run(capsys, *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"Gemeint ist vielleicht „{near}“." in ran.err


@pytest.mark.usefixtures("here")
def test_empty_choice_is_no_choice(capsys: Capture) -> None:
    assert run(capsys, "diff", "--format", "").code == 2


@pytest.mark.parametrize("group", GROUPS)
def test_group_alone_shows_its_commands_and_is_no_command(capsys: Capture, group: str) -> None:
    ran = run(capsys, group)
    assert (ran.code, ran.out) == (2, "")
    for name in COMMANDS:
        assert not name.startswith(f"{group} ") or name.partition(" ")[2] in ran.err


def test_folder_without_a_plan_says_what_to_do(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(capsys)
    assert (ran.code, ran.out) == (2, "")
    assert "wirctl init" in ran.err


def test_words_name_the_longest_command() -> None:
    assert [named(words) for words in (["round", "list", "x"], ["diff"], ["round"], [])] == [
        "round list",
        "diff",
        "",
        "",
    ]
