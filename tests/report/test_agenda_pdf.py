"""The agenda as a PDF: accessible, whole, with a list to vote with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessible import check_both
from hostile_texts import TEXTS
from printed import active_in, printed
from wirctl.report import agenda as words_of_agendas
from wirctl.report.agenda import AgendaRow, AgendaSection, AgendaText
from wirctl.report.agenda_pdf import pdf
from wirctl.report.registry import Look, Origin, agenda_files, agenda_formats

if TYPE_CHECKING:
    from pathlib import Path

LOOK = Look("de", origin=lambda: Origin("", "b" * 40, "2021-12-06"))
WORDS = words_of_agendas._WORDS["de"]


def agenda(*titles: str, outcome: str = "") -> AgendaText:
    """An agenda with these items in one field of action."""
    rows = tuple(
        AgendaRow(at, f"M-BIL-{at:02}", title, at == 1, (f"Über {title}", "neu"), outcome)
        for at, title in enumerate(titles, 1)
    )
    return AgendaText(
        title="Tagesordnung: Runde",
        subtitle="LG-1 · Lenkungsgruppe",
        statements=("Beirat: fehlt, fällig 1. Mai",) if titles else (),
        sections=(AgendaSection("HF-BIL Bildung", rows),) if titles else (),
        ballot=rows,
        words=WORDS,
        said="de",
    )


@pytest.mark.slow
@pytest.mark.parametrize("titles", [(), ("A-Teams", "Schule")], ids=["empty", "two items"])
def test_agenda_passes_both_checkers(titles: tuple[str, ...], tmp_path: Path) -> None:
    check_both(pdf(agenda(*titles), LOOK), tmp_path)


def test_items_facts_and_votes_are_told() -> None:
    found = printed(pdf(agenda("A-Teams", "Schule", outcome="angenommen"), LOOK))
    for words in (
        "Tagesordnung: Runde",
        "Beirat: fehlt, fällig 1. Mai",
        "1 A-Teams M-BIL-01 zu beraten • Über A-Teams • neu • entschieden: angenommen",
        "Nr. Punkt Ja Nein Enthaltung Ergebnis",
        "2 Schule M-BIL-02 angenommen",
        "bbbbbbbbbb",
        "Seite 2 von 2",
    ):
        assert words in found.text, words
    assert found.outline == (
        (1, "Tagesordnung: Runde"),
        (2, "Stellungnahmen"),
        (2, "HF-BIL Bildung"),
        (2, "Abstimmungsliste"),
    )
    assert found.pages == 2


def test_round_without_items_is_said() -> None:
    assert "Es liegt nichts vor." in printed(pdf(agenda(), LOOK)).text


def test_same_agenda_gives_the_same_bytes() -> None:
    assert pdf(agenda("A"), LOOK) == pdf(agenda("A"), LOOK)


@pytest.mark.slow
def test_hostile_texts_stay_text() -> None:
    data = pdf(agenda(*TEXTS), LOOK)
    assert (list(active_in(data)), printed(data).links) == ([], frozenset())


def test_it_is_a_format_like_the_others() -> None:
    assert list(agenda_files()) == ["docx", "pdf"]
    assert "pdf" not in agenda_formats()
