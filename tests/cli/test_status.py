"""The board at a glance: where everything stands, what is owed and by whom, overdue first."""

from __future__ import annotations

import json
from contextlib import chdir
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from jsonschema import Draft202012Validator

import commands
from commands import run
from wirctl.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

    from builder import Builder

Capture: TypeAlias = pytest.CaptureFixture[str]
FIRST, SECOND = "WERKSTATT-2027-03-15", "WERKSTATT-2027-05-10"
DAY = "2027-04-20"


def done(capsys: Capture, *words: str) -> str:
    ran = run(capsys, *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def checked(capsys: Capture, schema: str, *words: str) -> dict[str, Any]:
    """The JSON of a command, as its published schema has it."""
    said: dict[str, Any] = json.loads(done(capsys, *words, "--format", "json"))
    text = (folder("schemas") / f"output/{schema}.schema.json").read_text(encoding="utf-8")
    Draft202012Validator(json.loads(text)).validate(said)
    return said


@pytest.fixture(scope="module")
def pattern(drafted_city: Builder, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """One round closed, with a mandate; the next open, with a statement that is not there."""
    made = drafted_city.copy(tmp_path_factory.mktemp("second") / "city")
    with chdir(made.path):
        commands.done("round", "open", "WERKSTATT", "2027-03-15")
        commands.done("round", "submit", "M-EN-01", "M-EN-02")
        commands.done("statement", "new", "BEIRAT", FIRST)
        mandate = ("--mandate", "Kosten nennen.", "--due", "2027-04-01")
        commands.done("round", "decide", FIRST, "M-EN-01", "gebilligt")
        commands.done("round", "decide", FIRST, "M-EN-02", "zurueck", *mandate)
        commands.done("round", "close", FIRST)
        made.commit()
        commands.done("round", "open", "WERKSTATT", "2027-05-10")
    return made


@pytest.fixture
def city(pattern: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """The same for one test, as the folder one stands in."""
    made = pattern.copy(tmp_path / "city")
    monkeypatch.chdir(made.path)
    monkeypatch.setenv("WIRCTL_LANG", "de")
    return made


def edit(made: Builder, name: str, old: str, new: str) -> None:
    file = made.path / f"plan/measures/en/{name}.yaml"
    file.write_text(file.read_text().replace(old, new))


def test_board_tells_what_is_owed_by_whom_overdue_first(capsys: Capture, city: Builder) -> None:
    assert city.head
    out = done(capsys, "status", "--today", DAY)
    assert out.partition("Überfällig:\n")[2].splitlines() == [
        (
            "  M-EN-02 Dächer mit Solarzellen "
            f"(Auftrag, Klimawerkstatt, {FIRST}, fällig 1. April 2027) – Kosten nennen."
        ),
        "Offen:",
        (
            f"  {SECOND} Klimawerkstatt, 10. Mai 2027 "
            "(Stellungnahme, Klimabeirat, fällig 26. April 2027) – Einschätzung"
        ),
        "",
        "Stellungnahmen:",
        f"  S-BEIRAT-{FIRST} Klimabeirat: 2 unverändert gültig",
    ]


def test_mandate_that_was_worked_in_is_to_be_submitted_again(
    capsys: Capture, city: Builder
) -> None:
    edit(city, "M-EN-02", "Alle Dächer", "30 Dächer")
    out = done(capsys, "status", "--today", DAY)
    assert f"(Auftrag bearbeitet, wieder vorzulegen, Klimawerkstatt, {FIRST}" in out
    done(capsys, "round", "submit", "M-EN-02")
    said = checked(capsys, "status", "status", "--today", DAY)
    assert said["fields"][0]["states"] == {"submitted": 1, "accepted": 1, "drafted": 1}
    assert [(row["what"], row["item"], row["by"]) for row in said["points"]] == [
        ("statement", SECOND, "G-BEIRAT"),
        ("decision", SECOND, "G-WERKSTATT"),
        ("answer", "M-EN-02", "G-WERKSTATT"),
    ]
    assert said["statements"][0]["holds"] == {"current": 1, "outdated": 1}


def test_open_round_owes_its_decisions_until_each_is_taken(capsys: Capture, city: Builder) -> None:
    assert city.head
    done(capsys, "round", "submit", "M-EN-02", "M-EN-01")
    assert _decisions(capsys, "2027-05-10") == [("M-EN-02, M-EN-01", "2027-05-10", False)]
    assert _decisions(capsys, "2027-05-11") == [("M-EN-02, M-EN-01", "2027-05-10", True)]
    out = done(capsys, "status", "--today", "2027-05-11")
    line = f"  {SECOND} Klimawerkstatt, 10. Mai 2027 (Entscheidung, Klimawerkstatt, fällig 10. Mai"
    assert f"{line} 2027) – M-EN-02, M-EN-01\n" in out
    done(capsys, "round", "decide", SECOND, "M-EN-02", "gebilligt")
    assert _decisions(capsys, "2027-05-10") == [("M-EN-01", "2027-05-10", False)]
    done(capsys, "round", "decide", SECOND, "M-EN-01", "gebilligt")
    assert _decisions(capsys, "2027-05-10") == []


def _decisions(capsys: Capture, day: str) -> list[tuple[str, str, bool]]:
    said = checked(capsys, "status", "status", "--today", day)
    rows = (row for row in said["points"] if row["what"] == "decision")
    return [(row["text"], row["due"], row["is_overdue"]) for row in rows]


def test_statement_that_does_not_come_in_time_is_overdue(capsys: Capture, city: Builder) -> None:
    assert city.head
    for day, late in (("2027-04-26", False), ("2027-04-27", True)):
        said = checked(capsys, "status", "status", "--today", day)
        (row,) = [row for row in said["points"] if row["what"] == "statement"]
        assert row["is_overdue"] is late


def test_condition_is_owed_until_a_change_follows(capsys: Capture, city: Builder) -> None:
    process = city.path / "plan/process.yaml"
    process.write_text(process.read_text().replace("to: accepted", "to: accepted_with_conditions"))
    done(capsys, "round", "submit", "M-EN-01")
    condition = ("--condition", "Auch Kitas.")
    done(capsys, "round", "decide", SECOND, "M-EN-01", "gebilligt", *condition)
    done(capsys, "statement", "new", "BEIRAT", SECOND)
    done(capsys, "round", "close", SECOND)
    city.commit()
    assert "(Maßgabe, Klimawerkstatt" in done(capsys, "status", "--today", DAY)
    edit(city, "M-EN-01", "20 Schulen", "20 Schulen und 30 Kitas")
    assert "(Maßgabe" not in done(capsys, "status", "--today", DAY)


def test_plain_where_nobody_looks(capsys: Capture, city: Builder) -> None:
    assert city.head
    assert "\x1b" not in done(capsys, "status", "--today", DAY)


def test_rounds_have_their_schemas(capsys: Capture, city: Builder) -> None:
    listed = checked(capsys, "round-list", "round", "list")["rounds"]
    assert [(row["id"], row["closed"], row["commit"]) for row in listed] == [
        (FIRST, True, city.head),
        (SECOND, False, None),
    ]
    shown = checked(capsys, "round-show", "round", "show", SECOND)
    assert shown["round"]["body"] == "G-WERKSTATT"


@pytest.mark.usefixtures("here")
def test_real_plan_keeps_to_the_schemas(capsys: Capture) -> None:
    said = checked(capsys, "status", "status", "--today", "2026-11-22")
    assert {row["what"] for row in said["points"]} == {"mandate", "deferred", "milestone"}
    assert len(checked(capsys, "round-list", "round", "list")["rounds"]) == 12


@pytest.mark.usefixtures("here")
def test_states_are_called_as_the_plan_calls_them(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")
    out = done(capsys, "status", "--today", "2026-11-22")
    assert "4 beschlossen, 1 zurückgegeben" in out
    assert "(zurückgestellt, LG-2021-11-08)" in out


@pytest.mark.parametrize("words", [["status"], ["round", "list"]])
def test_folder_without_a_plan_has_no_state(
    tmp_path: Path, capsys: Capture, words: list[str]
) -> None:
    (tmp_path / "empty").mkdir()
    ran = run(capsys, *words, "--plan", str(tmp_path / "empty"))
    assert (ran.code, ran.out) == (2, "")
    assert "plan.yaml" in ran.err


def test_translations_are_counted_and_what_is_open_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    plan = tmp_path / "plan"
    for name, text in {
        "plan.yaml": "id: PLAN\ntitle: Ein Plan\nformat: 1\nlanguages: [de, en]\n",
        "guidelines/L-1.yaml": "id: L-1\nnumber: 1\ntitle: Vielfalt\ntext: Für alle.\n",
        "guidelines/L-2.yaml": "id: L-2\nnumber: 2\ntitle: Mut\ntext: Für alle.\n",
        "translations/TR-EN-L1.yaml": "id: TR-EN-L1\nelement: L-1\nlanguage: en\nstatus: official\n"
        f"texts: [{{field: title, text: Diversity, source_digest: 'w1:{'0' * 64}'}}]\n",
    }.items():
        (plan / name).parent.mkdir(parents=True, exist_ok=True)
        (plan / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIRCTL_LANG", "de")
    lines = done(capsys, "status", "--translations").splitlines()
    assert lines[2].split() == ["Englisch", "0", "0", "1", "4"]
    assert lines[4:] == [
        "Englisch:",
        "  veraltet: L-1 Vielfalt (title)",
        "  fehlt: L-1 Vielfalt (text)",
        "  nichts übersetzt: Plan PLAN",
        "  nichts übersetzt: Leitlinie L-2",
    ]
    said = checked(capsys, "translations", "status", "--translations")
    assert said["languages"] == [{"language": "en", "texts": {"stale": 1, "missing": 4}}]
    assert [(item["element"], item["field"], item["currency"]) for item in said["open"]] == [
        ("PLAN", "title", "missing"),
        ("L-1", "title", "stale"),
        ("L-1", "text", "missing"),
        ("L-2", "title", "missing"),
        ("L-2", "text", "missing"),
    ]


def test_plan_of_one_language_has_no_translations(city: Builder, capsys: Capture) -> None:
    assert city.path.is_dir()
    said = done(capsys, "status", "--translations").splitlines()
    assert said == ["Der Plan nennt unter „languages“ in plan.yaml nur eine Sprache."]
