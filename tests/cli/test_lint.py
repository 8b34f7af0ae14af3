"""`wirctl lint`: which findings people are shown, and which programs."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
DAY = ("--today", "2026-11-22")


def shown(capsys: Capture, *words: str) -> tuple[Counter[str], list[str]]:
    """How many findings of each level are shown, and the lines that sum up."""
    ran = run(capsys, "lint", *DAY, *words)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    levels = [
        word
        for line in lines
        for word in ("Fehler", "Warnung", "Hinweis")
        if line.startswith("plan/") and f": {word} [" in line
    ]
    return Counter(levels), [line for line in lines[-2:] if not line.startswith(" ")]


@pytest.mark.usefixtures("here")
def test_text_shows_warnings_and_counts_the_notes(capsys: Capture) -> None:
    every, total = shown(capsys, "--level", "note")
    assert set(every) == {"Warnung", "Hinweis"}
    assert total == [f"{every['Warnung']} Warnungen, {every['Hinweis']} Hinweise."]
    found, total = shown(capsys)
    assert found == {"Warnung": every["Warnung"]}
    assert total == [
        f"{every['Warnung']} Warnungen.",
        f"Nicht gezeigt: {every['Hinweis']} Hinweise. Alles zeigt: --level note",
    ]
    assert shown(capsys, "--level", "warning") == (found, total)


@pytest.mark.usefixtures("here")
def test_text_may_be_held_to_errors(capsys: Capture) -> None:
    found, total = shown(capsys, "--level", "error")
    assert found == {}
    assert total[0] == "Keine Fehler, keine Warnungen."
    assert " Warnungen, " in total[1]


@pytest.mark.usefixtures("here")
def test_nothing_is_said_of_notes_where_there_are_none(capsys: Capture) -> None:
    assert shown(capsys, "--select", "parity-broken")[1] == ["2 Warnungen."]


@pytest.mark.usefixtures("here")
def test_programs_get_everything_unless_they_ask_for_less(capsys: Capture) -> None:
    def levels(*words: str) -> set[str]:
        said = json.loads(run(capsys, "lint", *DAY, "--format", "json", *words).out)
        assert said["summary"]["total"] == len(said["diagnostics"])
        return {item["severity"] for item in said["diagnostics"]}

    assert levels() == {"warning", "note"}
    assert levels("--level", "warning") == {"warning"}
    assert levels("--level", "error") == set()


def test_file_for_programs_holds_more_than_the_screen(
    capsys: Capture, here: Path, tmp_path: Path
) -> None:
    assert here.is_dir()
    file = tmp_path / "found.json"
    found, _ = shown(capsys, "--format", "text", "--format", f"json={file}")
    assert set(found) == {"Warnung"}
    assert json.loads(file.read_text(encoding="utf-8"))["summary"]["note"] > 0


@pytest.mark.usefixtures("here")
def test_hidden_notes_are_told_in_english_too(capsys: Capture) -> None:
    ran = run(capsys, "--lang", "en", "lint", *DAY)
    assert ran.out.splitlines()[-1].startswith("Not shown: ")
    assert ran.out.endswith(" notes. To see everything: --level note\n")


@pytest.mark.usefixtures("here")
def test_rules_may_be_named_with_a_comma(capsys: Capture) -> None:
    one, other = "parity-broken", "guideline-without-goal"
    assert shown(capsys, "--select", f"{one}, {other}") == shown(
        capsys, "--select", one, "--select", other
    )
    assert run(capsys, "lint", *DAY, "--select", f"{one},nothing").code == 2
