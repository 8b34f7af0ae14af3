"""The Synopse as a Word file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import EVIL, spoilt
from office import laid_out
from office import texts as page_texts
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.press.extras import MissingExtraError
from wirctl.report.changes_docx import docx
from wirctl.report.registry import Look, Origin
from word_files import W, paragraphs, part, rows, style_of, text_of
from word_standard import faults

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.diff.compare import Comparison

GERMAN = Look("de", origin=lambda: Origin("a" * 40, "b" * 40, "2021-12-06"))
PAIR = ("LG-2021-11-29", "LG-2021-12-06")
A4_LANDSCAPE = (842, 595)


def test_old_new_and_decision_stand_in_one_row() -> None:
    found = list(rows(docx(between(*PAIR), GERMAN)))
    assert ["Was sich ändert", "Bisher", "Neu", "Begründung und Beschluss"] in found
    assert [
        "Finanzierungsweg gewechselt: eigener Haushalt → Förderfonds",
        "[gestrichen: eigener Haushalt]",
        "[eingefügt: Förderfonds]",
    ] in [row[:3] for row in found]
    assert (
        "geändert angenommenLenkungsgruppe, 6. Dezember 2021, LG-2021-12-06Änderung: Aus dem "
        "Fonds statt aus eigenen Mitteln der Fachbereiche; Initiativen können sich um Förderung "
        "bewerben."
    ) in [row[-1] for row in found]
    assert ["Stadtleben und Kultur", "6", "–", "11"] in found


@pytest.mark.parametrize("pair", [PAIR, ("EG-2021", "VW-2025-05")])
def test_file_keeps_to_the_standard(pair: tuple[str, str]) -> None:
    assert faults(docx(between(*pair), GERMAN)) == []


def test_fields_and_elements_are_headings() -> None:
    found = [row for row in paragraphs(docx(between(*PAIR), GERMAN)) if row[0].startswith("Head")]
    assert found[:3] == [
        ("Heading1", "Stadtleben und Kultur"),
        ("Heading3", "Diverse Autor*innenszene  Maßnahme M-STK-04"),
        ("Heading3", "Projekt der Stadtbibliothek  Maßnahme M-STK-05"),
    ]


def test_changed_words_have_a_style_of_their_own() -> None:
    document = part(docx(compared(measure("lead_unit: A"), measure("lead_unit: B")), GERMAN))
    marked = {
        (style_of(run), text_of(run))
        for cell in document.iter(f"{W}tc")
        for run in cell.iter(f"{W}r")
        if style_of(run) in {"WirGone", "WirCame"}
    }
    assert marked == {("WirGone", "A"), ("WirCame", "B")}


def test_styles_tell_apart_without_colour() -> None:
    styles = {
        style.get(f"{W}styleId"): style
        for style in part(docx(compared(OLD, NEW), GERMAN), "word/styles.xml").iter(f"{W}style")
    }
    assert styles["WirGone"].find(f"{W}rPr/{W}strike") is not None
    assert styles["WirCame"].find(f"{W}rPr/{W}u") is not None
    assert styles["WirMovedAway"].find(f"{W}rPr/{W}i") is not None


def test_document_is_german_a4_across_and_repeats_its_heads() -> None:
    data = docx(between(*PAIR), GERMAN)
    languages = {lang.get(f"{W}val") for lang in part(data, "word/styles.xml").iter(f"{W}lang")}
    size = next(part(data).iter(f"{W}pgSz"))
    assert languages == {"de-DE"}
    assert (size.get(f"{W}orient"), size.get(f"{W}w"), size.get(f"{W}h")) == (
        "landscape", "16838", "11906",
    )  # fmt: skip
    tables = list(part(data).iter(f"{W}tbl"))
    assert all(table[2].find(f"{W}trPr/{W}tblHeader") is not None for table in tables)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in part(data).iter(f"{W}tr"))


def test_rows_fill_their_table() -> None:
    for table in part(docx(compared(OLD, NEW), GERMAN)).iter(f"{W}tbl"):
        whole = sum(int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol"))
        for row in table.iter(f"{W}tr"):
            assert sum(int(cell.get(f"{W}w") or 0) for cell in row.iter(f"{W}tcW")) == whole


def test_likely_lineage_is_a_question_of_its_own() -> None:
    words = "Ehrenamtliche lesen mit Kindern aus der Nachbarschaft in Büchereien und Schulen."
    text = f"title: Lesepaten\nlead_unit: Amt\ndescription: {words}\nobjective: Lesen."
    comparison = compared(measure(text, "M-BIL-01"), measure(text, "M-BIL-02"))
    bullets = [
        text for style, text in paragraphs(docx(comparison, GERMAN)) if style == "ListBullet"
    ]
    assert len(bullets) == 1
    assert bullets[0].startswith("M-BIL-01 Lesepaten heißt jetzt vermutlich M-BIL-02 Lesepaten")


def test_same_comparison_gives_the_same_bytes() -> None:
    assert docx(between(*PAIR), GERMAN) == docx(between(*PAIR), GERMAN)


def test_file_is_as_old_as_its_version() -> None:
    core = part(docx(compared(OLD, NEW), GERMAN), "docProps/core.xml")
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert said["created"] == said["modified"] == "2021-12-06T00:00:00Z"
    assert said["title"] == "Synopse ALT → NEU"


def test_words_of_the_other_language() -> None:
    found = list(rows(docx(compared(measure("lead_unit: A"), measure("{}")), Look("en"))))
    assert ["What changes", "Old", "New", "Reason and decision"] in found
    assert ["Lead unit removed", "[deleted: A]", "–", ""] in found


@pytest.mark.parametrize("evil", EVIL)
def test_plan_text_is_text(evil: str) -> None:
    data = docx(spoilt(evil), GERMAN)
    assert not list(part(data).iter(f"{W}hyperlink", f"{W}instrText", f"{W}fldSimple"))
    assert {style for style, _ in paragraphs(data)} <= {
        "", "Title", "Heading1", "Heading2", "Heading3", "ListBullet",
    }  # fmt: skip


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 3)
@given(st.text(max_size=30))
def test_any_text_leaves_the_document_whole(text: str) -> None:
    made = docx(spoilt(text), GERMAN)
    assert list(rows(made))
    assert faults(made) == []


def test_signs_that_xml_forbids_are_shown() -> None:
    shown = "".join(text for _, text in paragraphs(docx(spoilt("a\x07b\ufffec\u202ed"), GERMAN)))
    assert "a\\x07b\\ufffec\\u202ed" in shown


def test_missing_library_is_a_problem_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError) as caught:
        docx(compared(OLD, NEW), GERMAN)
    assert caught.value.install == 'pip install "wirctl[office]"'


@pytest.mark.slow
@pytest.mark.parametrize("name", ["real", "ten"])
def test_office_opens_it(tmp_path: Path, name: str) -> None:
    comparison = between(ROUNDS[2], ROUNDS[3]) if name == "real" else compared(OLD, NEW)
    texts = opened(tmp_path, comparison)
    assert "Begründung und Beschluss" in texts[0]
    assert "eingefügt:" in "".join(texts)


def opened(folder: Path, comparison: Comparison) -> list[str]:
    """The text of each page, as an office program lays it out."""
    pages = laid_out(docx(comparison, GERMAN), folder)
    assert {tuple(map(round, page.get_size())) for page in pages} == {A4_LANDSCAPE}
    return page_texts(pages)
