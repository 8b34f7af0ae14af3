"""The agenda of a round: contested items first, with what one has to know of them."""

from __future__ import annotations

from contextlib import chdir
from typing import TYPE_CHECKING, TypeAlias

import pytest

import commands
from commands import run
from printed import printed

if TYPE_CHECKING:
    from pathlib import Path

    from builder import Builder

Capture: TypeAlias = pytest.CaptureFixture[str]
FIRST, SECOND = "WERKSTATT-2027-03-15", "WERKSTATT-2027-05-10"
HOSTILE = "Dächer [neu] <script>alert(1)</script> | *innen*"


def done(capsys: Capture, *words: str) -> str:
    ran = run(capsys, *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.fixture(scope="module")
def pattern(drafted_city: Builder, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A second round, after one that sent M-EN-02 back; a board has doubts about M-EN-01."""
    made = drafted_city.copy(tmp_path_factory.mktemp("second") / "city")
    with chdir(made.path):
        commands.done("round", "open", "WERKSTATT", "2027-03-15")
        commands.done("round", "submit", "--field", "HF-EN")
        commands.done("statement", "new", "BEIRAT", FIRST, "--item", "Z-EN-1")
        commands.done("round", "decide", FIRST, "Z-EN-1", "gebilligt")
        commands.done("round", "decide", FIRST, "M-EN-01", "gebilligt")
        sent_back = ("M-EN-02", "zurueck", "--mandate", "Kosten nennen.")
        commands.done("round", "decide", FIRST, *sent_back)
        commands.done("round", "close", FIRST)
        made.commit()
        commands.done("round", "open", "WERKSTATT", "2027-05-10")
        commands.done("round", "submit", "M-EN-01", "M-EN-02", "HF-EN")
    return made


@pytest.fixture
def second(pattern: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """The same for one test, as the folder one stands in."""
    made = pattern.copy(tmp_path / "city")
    monkeypatch.chdir(made.path)
    monkeypatch.setenv("WIRCTL_LANG", "de")
    return made


def test_one_line_a_fact_and_contested_items_first(capsys: Capture, second: Builder) -> None:
    out = done(capsys, "round", "agenda")
    assert (
        out
        == f"""\
Tagesordnung: Klimawerkstatt, 10. Mai 2027
{SECOND} · Klimawerkstatt · 10. Mai 2027

Stellungnahmen:
  Klimabeirat: fehlt, fällig 26. April 2027

HF-EN Energie
   3  M-EN-02 Dächer mit Solarzellen [zu beraten]
      zuletzt zurück in die Werkstatt ({FIRST})
      Auftrag: Kosten nennen.
      seither unverändert
      Auftrag noch offen
   1  HF-EN Energie
      neu vorgelegt
   2  M-EN-01 Schulen dämmen
      zuletzt gebilligt ({FIRST})
      seither unverändert

Abstimmungsliste
   1  HF-EN Energie
   2  M-EN-01 Schulen dämmen
   3  M-EN-02 Dächer mit Solarzellen
"""
    )
    file = second.path / "plan/measures/en/M-EN-02.yaml"
    file.write_text(file.read_text() + "costs:\n  - {year: 2027, kind: yearly, amount_eur: 9}\n")
    out = done(capsys, "round", "agenda", SECOND)
    said = "      seither geändert: Kosten\n{}      Auftrag bearbeitet\n"
    assert said.format("      nach der Vorlage noch geändert\n") in out
    done(capsys, "round", "submit", "M-EN-02")
    assert said.format("") in done(capsys, "round", "agenda")


def test_open_point_of_a_statement_makes_an_item_contested(
    capsys: Capture, second: Builder
) -> None:
    done(capsys, "statement", "new", "BEIRAT", SECOND, "--item", "M-EN-01")
    second.commit()
    file = second.path / f"plan/statements/S-BEIRAT-{SECOND}.yaml"
    point = "stance: concerns\n    text: Zu wenig\n      Geld."
    file.write_text(file.read_text().replace("stance: no_comment", point))
    said = "   2  M-EN-01 Schulen dämmen [zu beraten]\n"
    assert said in done(capsys, "round", "agenda")
    measure = second.path / "plan/measures/en/M-EN-01.yaml"
    measure.write_text(measure.read_text().replace("500000", "900000"))
    out = done(capsys, "round", "agenda")
    assert "      Klimabeirat: Bedenken, zu einem älteren Text – Zu wenig Geld.\n" in out
    file.write_text(f"{file.read_text()}responses:\n  - {{point: p1, result: adopted}}\n")
    assert said in done(capsys, "round", "agenda")  # changed after it was submitted
    done(capsys, "round", "submit", "M-EN-01")
    assert said not in done(capsys, "round", "agenda")


def test_closed_round_tells_its_outcomes(capsys: Capture, second: Builder) -> None:
    assert second.head
    out = done(capsys, "round", "agenda", FIRST)
    assert "   3  M-EN-02 Dächer mit Solarzellen: zurück in die Werkstatt\n" in out
    assert "      neu vorgelegt\n      entschieden: gebilligt\n" in out


def test_without_the_history_nobody_knows_what_changed(capsys: Capture, second: Builder) -> None:
    (second.path / ".git").rename(second.path / "git")
    assert "was sich seither geändert hat, ist nicht bekannt" in done(capsys, "round", "agenda")


def test_round_before_which_nothing_lies_says_so(capsys: Capture, second: Builder) -> None:
    assert second.head
    done(capsys, "round", "open", "RAT", "2027-09")
    assert "Es liegt nichts vor.\n" in done(capsys, "round", "agenda", "RAT-2027-09")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_plan_text_stays_text_in_every_format(
    capsys: Capture,
    second: Builder,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
    language: str,
) -> None:
    monkeypatch.setenv("WIRCTL_LANG", language)
    file = second.path / "plan/measures/en/M-EN-02.yaml"
    file.write_text(file.read_text().replace("Dächer mit Solarzellen", f"'{HOSTILE}'"))
    out = done(capsys, "round", "agenda", SECOND, "--format", format)
    shown = {
        "terminal": HOSTILE,
        "markdown": r"Dächer \[neu\] \<script\>alert(1)\</script\> \| \*innen\*",
        "html": "Dächer [neu] &lt;script&gt;alert(1)&lt;/script&gt; | *innen*",
    }[format]
    assert out.count(shown) == 2
    assert ("<script>" in out) == (format == "terminal")


def test_agenda_goes_whole_into_a_file(capsys: Capture, second: Builder) -> None:
    done(capsys, "round", "agenda", "--format", "html", "--output", "a.html")
    page = (second.path / "a.html").read_text()
    assert page.startswith('<!doctype html>\n<html lang="de">')
    assert page.endswith("</html>\n")
    assert "http" not in page


def test_agenda_as_pdf_is_the_same_each_time_and_tells_all(
    capsys: Capture, second: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    made = []
    for name in ("a.pdf", "b.pdf"):
        target = tmp_path / name
        assert done(capsys, "round", "agenda", "--format", "pdf", "--output", str(target)) == ""
        made.append(target.read_bytes())
    assert made[0] == made[1]
    text = printed(made[0]).text
    assert "3 Dächer mit Solarzellen M-EN-02 zu beraten" in text
    assert "Auftrag: Kosten nennen." in text
    assert second.path.is_dir()
