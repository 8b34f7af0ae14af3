"""The agenda as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hostile import EVIL
from wirctl.report import agenda as words_of_agendas
from wirctl.report.agenda import AgendaRow, AgendaSection, AgendaText
from wirctl.report.agenda_docx import docx
from wirctl.report.registry import Look, Origin
from word_files import W, paragraphs, part, rows, text_of
from word_standard import faults

if TYPE_CHECKING:
    from collections.abc import Mapping

GERMAN = Look("de", origin=lambda: Origin("", "b" * 40, "2021-12-06"))
WORDS: Mapping[str, str] = words_of_agendas._WORDS["de"]


def agenda(*titles: str, outcome: str = "") -> AgendaText:
    """An agenda with these items in one field of action, the first of them contested."""
    made = tuple(
        AgendaRow(at, f"M-BIL-{at:02}", title, at == 1, ("neu vorgelegt",), outcome)
        for at, title in enumerate(titles, 1)
    )
    return AgendaText(
        title="Tagesordnung: Runde",
        subtitle="LG-1 · Lenkungsgruppe",
        statements=("Beirat: fehlt, fällig 1. Mai",) if titles else (),
        sections=(AgendaSection("HF-BIL Bildung", made),) if titles else (),
        ballot=made,
        words=WORDS,
        said="de",
    )


def test_items_and_votes_are_tables() -> None:
    assert list(rows(docx(agenda("A-Teams", "Schule", outcome="angenommen"), GERMAN))) == [
        ["Nr.", "Punkt", "Was man wissen muss"],
        ["1", "A-Teams\nM-BIL-01zu beraten", "neu vorgelegtentschieden: angenommen"],
        ["2", "Schule\nM-BIL-02", "neu vorgelegtentschieden: angenommen"],
        ["Nr.", "Punkt", "Ja", "Nein", "Enthaltung", "Ergebnis"],
        ["1", "A-Teams\nM-BIL-01", "", "", "", "angenommen"],
        ["2", "Schule\nM-BIL-02", "", "", "", "angenommen"],
    ]


def test_file_keeps_to_the_standard() -> None:
    assert faults(docx(agenda("A-Teams", "Schule", outcome="angenommen"), GERMAN)) == []


def test_fields_and_voting_list_are_headings() -> None:
    found = [row for row in paragraphs(docx(agenda("A-Teams"), GERMAN)) if row[0]]
    assert [row for row in found if row[0] != "ListBullet"] == [
        ("Title", "Tagesordnung: Runde"),
        ("Heading1", "Stellungnahmen"),
        ("Heading1", "HF-BIL Bildung"),
        ("Heading1", "Abstimmungsliste"),
    ]


def test_voting_list_begins_a_page() -> None:
    body = part(docx(agenda("A-Teams"), GERMAN))
    breaks = [
        node for node in body.iter(f"{W}p") if node.find(f".//{W}pageBreakBefore") is not None
    ]
    assert [text_of(node) for node in breaks] == ["Abstimmungsliste"]


def test_agenda_without_items_says_so() -> None:
    made = docx(agenda(), GERMAN)
    assert (faults(made), list(rows(made))) == ([], [])
    assert "Es liegt nichts vor." in {text for _, text in paragraphs(made)}


def test_same_agenda_gives_the_same_bytes() -> None:
    assert docx(agenda("A-Teams"), GERMAN) == docx(agenda("A-Teams"), GERMAN)


@pytest.mark.parametrize("evil", EVIL)
def test_title_is_text_whatever_it_says(evil: str) -> None:
    plain, spoilt = (docx(agenda(title), GERMAN) for title in ("A-Teams", evil))
    tags = [[node.tag for node in part(data).iter()] for data in (plain, spoilt)]
    assert tags[0] == tags[1]
