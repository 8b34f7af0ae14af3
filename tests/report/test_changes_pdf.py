"""The Synopse as a PDF: accessible, whole, the same each time, and only text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from accessible import check_both, check_standards
from hostile import EVIL, spoilt
from printed import active_in, attachments, printed
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.press.parts import Grid
from wirctl.press.typesetting import TypesettingError
from wirctl.report.changes_json import json_lines
from wirctl.report.changes_pdf import pdf
from wirctl.report.registry import Look, Origin
from wirctl.report.synopse_parts import SynopseParts
from wirctl.report.synopse_words import words_in

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = Look("de", origin=lambda: Origin("a" * 40, "b" * 40, "2021-12-06"))
PAIR = ("LG-2021-11-29", "LG-2021-12-06")


@pytest.mark.slow
def test_synopse_of_a_round_passes_both_checkers(tmp_path: Path) -> None:
    check_both(pdf(between(*PAIR), GERMAN), tmp_path)


@pytest.mark.slow
def test_every_event_and_a_question_pass_both_checkers(tmp_path: Path) -> None:
    check_both(pdf(compared(OLD, NEW), GERMAN), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("at", range(1, len(ROUNDS)))
def test_every_round_of_the_real_plan_is_printed_whole(at: int) -> None:
    comparison = between(ROUNDS[at - 1], ROUNDS[at])
    text = re.sub(r"\s", "", printed(pdf(comparison, GERMAN)).text)
    ids = {change.subject.id for change in comparison.changes if change.weight != "form"}
    assert {id for id in ids if id not in text} == set()


def test_old_new_and_decision_are_told() -> None:
    text = printed(pdf(between(*PAIR), GERMAN)).text
    for words in (
        "Finanzierungsweg gewechselt: eigener Haushalt → Förderfonds",
        "[gestrichen: eigener Haushalt]",
        "[eingefügt: Förderfonds]",
        "Beschluss: geändert angenommen Lenkungsgruppe, 6. Dezember 2021, LG-2021-12-06",
        "Stadtleben und Kultur 6 – 11",
        "aaaaaaaaaa → bbbbbbbbbb",
    ):
        assert words in text, words


def test_bookmarks_are_fields_and_elements() -> None:
    assert printed(pdf(between(*PAIR), GERMAN)).outline[:4] == (
        (1, "Synopse"),
        (2, "Stadtleben und Kultur"),
        (3, "Maßnahme M-STK-04: Diverse Autor*innenszene"),
        (3, "Maßnahme M-STK-05: Projekt der Stadtbibliothek"),
    )


def test_changes_are_attached_as_data() -> None:
    comparison = between(*PAIR)
    (data,) = attachments(pdf(comparison, GERMAN)).values()
    assert json.loads(data) == json.loads("\n".join(json_lines(comparison, GERMAN)))


def test_no_change_is_said() -> None:
    data = pdf(compared(OLD, OLD), GERMAN)
    check_standards(data)
    assert "hat sich inhaltlich nichts geändert" in printed(data).text


def test_words_of_the_other_language() -> None:
    data = pdf(compared(measure("lead_unit: A"), measure("{}")), Look("en"))
    for words in ("What changes Old New", "Lead unit removed [deleted: A] –", "Page 1 of 1"):
        assert words in printed(data).text


def test_same_comparison_gives_the_same_bytes() -> None:
    assert pdf(between(*PAIR), GERMAN) == pdf(between(*PAIR), GERMAN)


@pytest.mark.parametrize("evil", EVIL)
def test_plan_text_is_text(evil: str) -> None:
    data = pdf(spoilt(evil), GERMAN)
    assert (list(active_in(data)), printed(data).links) == ([], frozenset())
    check_standards(data)


def test_template_of_the_project_is_used_and_named(tmp_path: Path) -> None:
    (tmp_path / "pdf").mkdir()
    (tmp_path / "pdf" / "look.typ").write_text("#let x = (", encoding="utf-8")
    with pytest.raises(TypesettingError, match="unclosed delimiter") as caught:
        pdf(compared(OLD, NEW), Look("de", templates=(tmp_path,)))
    assert caught.value.template.endswith("look.typ")


def grids(old: str, new: str) -> list[Grid]:
    """The tables of elements in a Synopse, from a description to another."""
    texts = (measure(f"title: A\ndescription: {text}") for text in (old, new))
    parts = SynopseParts(compared(*texts), "de", words_in("de")).blocks()
    return [part for part in parts if isinstance(part, Grid) and part.kept]


@pytest.mark.parametrize(
    ("words", "kept"),
    [pytest.param(60, (True,), id="some lines"), pytest.param(400, (False,), id="most of a page")],
)
def test_row_of_some_lines_stays_on_one_page(words: int, kept: tuple[bool]) -> None:
    (grid,) = grids("Vorher.", "Nachher " * words)
    assert grid.kept == kept


def test_outcome_is_called_what_the_process_of_the_plan_calls_it() -> None:
    text = printed(pdf(between("LG-2021-11-08", "LG-2021-11-22"), GERMAN)).text
    assert "Beschluss: nicht angenommen Lenkungsgruppe, 22. November 2021" in text
    assert "Runde abgeschlossen: 3 angenommen, 1 zurückgegeben, 1 nicht angenommen" in text
    english = Look("en", origin=GERMAN.origin)
    assert (
        "Decision: rejected"
        in printed(pdf(between("LG-2021-11-08", "LG-2021-11-22"), english)).text
    )
