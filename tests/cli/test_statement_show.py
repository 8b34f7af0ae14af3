"""`wirctl statement show`: what a body said, and whether it still speaks of the present text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

    from builder import Builder

Capture: TypeAlias = pytest.CaptureFixture[str]
ROUND = "WERKSTATT-2027-03-15"
STATEMENT = f"S-BEIRAT-{ROUND}"
SAME = "Art, Titel, Handlungsfeld, Beschreibung, Ziel der Maßnahme, Ziele, Zeitraum"
COSTS = "Kosten › 2027 einmalig › Betrag in Euro geändert"


def done(capsys: Capture, *words: str) -> list[str]:
    ran = run(capsys, *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


@pytest.fixture
def spoken(
    capsys: Capture, drafted_city: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Builder:
    """A statement on M-EN-01, with doubts, and on Z-EN-1 without any."""
    city = drafted_city.copy(tmp_path / "city")
    monkeypatch.chdir(city.path)
    monkeypatch.setenv("WIRCTL_LANG", "de")
    done(capsys, "round", "open", "WERKSTATT", "2027-03-15")
    done(capsys, "round", "submit", "Z-EN-1", "M-EN-01")
    done(capsys, "statement", "new", "BEIRAT", ROUND, "--today", "2027-03-10")
    edit(city, f"statements/{STATEMENT}", "\n    stance: no_comment", "\n    stance: support")
    edit(
        city,
        f"statements/{STATEMENT}",
        "item: M-EN-01\n    stance: no_comment",
        "item: M-EN-01\n    stance: concerns\n    text: Zu teuer.",
    )
    city.commit()
    return city


def edit(city: Builder, name: str, old: str, new: str) -> None:
    file = city.path / "plan" / f"{name}.yaml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_fields_tell_how_far_they_hold_and_what_changed(capsys: Capture, spoken: Builder) -> None:
    edit(spoken, "measures/en/M-EN-01", "500000", "900000")
    shown = done(capsys, "statement", "show", STATEMENT)
    assert [line.replace("\u00a0", " ") for line in shown] == [
        f"{STATEMENT} Stellungnahme: Klimabeirat",
        f"Gremium: Klimabeirat · {ROUND} · 10. März 2027",
        "",
        "p1 Z-EN-1 Weniger Wärmeverlust: Zustimmung",
        "  Titel, Handlungsfeld, Text: unverändert gültig",
        "  Antwort: noch keine",
        "",
        "p2 M-EN-01 Schulen dämmen: Bedenken – Zu teuer.",
        f"  {SAME}: unverändert gültig",
        "  Kosten: überholt",
        f"    ● {COSTS}: 500.000 EUR → 900.000 EUR (+400.000 EUR)",
        "  Antwort: noch keine",
    ]


def test_what_was_only_written_otherwise_still_holds(capsys: Capture, spoken: Builder) -> None:
    before = done(capsys, "statement", "show", STATEMENT)
    file = spoken.path / "plan/measures/en/M-EN-01.yaml"
    file.write_text(f"# So geschrieben.\n{file.read_text()}")
    spoken.move("plan/measures/en/M-EN-01.yaml", "plan/measures/neu/M-EN-01.yaml")
    assert done(capsys, "statement", "show", STATEMENT) == before


def test_what_was_withdrawn_is_void_and_an_answer_is_told(capsys: Capture, spoken: Builder) -> None:
    file = spoken.path / "plan/measures/en/M-EN-01.yaml"
    file.write_text(f"{file.read_text()}withdrawn: {{round: {ROUND}, reason: Zu teuer.}}\n")
    answers = (
        "responses:\n  - {point: p2, result: adopted, by: G-WERKSTATT, reason: Sie entfällt.}\n"
    )
    statement = spoken.path / f"plan/statements/{STATEMENT}.yaml"
    statement.write_text(f"{statement.read_text()}{answers}")
    shown = done(capsys, "statement", "show", STATEMENT)
    point = shown[shown.index("p2 M-EN-01 Schulen dämmen: Bedenken – Zu teuer.") :]
    assert point[1].endswith(": gegenstandslos")
    assert point[2:] == ["  Antwort: angenommen (Klimawerkstatt) – Sie entfällt."]


def test_who_waived_waits_for_no_answer_while_the_text_is_the_same(
    capsys: Capture, spoken: Builder
) -> None:
    edit(spoken, f"statements/{STATEMENT}", "\n    stance: support", "\n    stance: no_comment")
    shown = done(capsys, "statement", "show", STATEMENT)
    assert shown.count("  Antwort: noch keine") == 1
    edit(spoken, "goals/Z-EN-1", "Weniger Wärmeverlust", "Keine Wärme verlieren")
    shown = done(capsys, "statement", "show", STATEMENT)
    assert shown.count("  Antwort: noch keine") == 2


@pytest.mark.usefixtures("spoken")
def test_words_of_the_other_language(capsys: Capture) -> None:
    shown = done(capsys, "statement", "show", STATEMENT, "--lang", "en")
    assert "  Title, Field of action, Text: still valid" in shown
    assert "  Answer: none yet" in shown


def test_nothing_in_a_statement_steers_the_terminal(capsys: Capture, spoken: Builder) -> None:
    edit(spoken, f"statements/{STATEMENT}", f"round: {ROUND}", 'round: "\\e[31mX"')
    edit(spoken, f"statements/{STATEMENT}", "text: Zu teuer.", 'text: "\\e]0;Zu teuer."')
    shown = done(capsys, "statement", "show", STATEMENT)
    assert "\x1b" not in "".join(shown)
    assert shown[1] == "Gremium: Klimabeirat · \\x1b[31mX · 10. März 2027"


def test_statement_that_is_not_there_is_told_with_the_nearest(
    capsys: Capture, spoken: Builder
) -> None:
    assert spoken.head
    ran = run(capsys, "statement", "show", f"{STATEMENT}-9")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"Eine Stellungnahme „{STATEMENT}-9“ gibt es in diesem Plan nicht.",
        f"Gemeint ist vielleicht „{STATEMENT}“.",
    ]
