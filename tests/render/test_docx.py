"""The plan for Word: real styles and headings, contents, head rows, languages, same bytes."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from printed import word_parts
from site_parts import site_of
from wirctl.press.parts import Box, Dot, Figure, Stroke, Words, headings
from wirctl.render.labels import labels
from wirctl.render.paper.document import document
from wirctl.render.writing import More
from wirctl.render.writing import document as written
from word_standard import faults

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site


def one_file(site: Site, only: str = "", language: str = "de") -> bytes:
    """The only file that is written."""
    (data,) = written(site, "docx", language, more=More(only=only)).files.values()
    return data


def test_headings_are_those_of_the_document(example: Site) -> None:
    file = docx.Document(BytesIO(one_file(example)))
    found = [
        (str(part.style.name), " ".join(part.text.split()))
        for part in file.paragraphs
        if part.style is not None and str(part.style.name).startswith("Heading")
    ]
    made = document(example, labels("de"))
    wanted = [("Heading 1", made.words["contents"])]
    wanted += [
        (f"Heading {one.level}", " ".join(one.words.split())) for one in headings(made.blocks)
    ]
    assert found == wanted


@pytest.mark.parametrize("language", ["de", "ar"])
def test_whole_plan_and_each_element_keep_to_the_standard(example: Site, language: str) -> None:
    assert faults(one_file(example, language=language)) == []
    for only in ("Z-HOF-1", "M-HOF-01"):
        assert faults(one_file(example, only, language)) == []


def test_text_with_headings_notes_table_and_quote_is_whole(tmp_path: Path) -> None:
    text = "a[^1] § 5\n\n# Warum\n\n| b |\n|---|\n| c |\n\n> d\n\n[^1]: *Note*"
    example = f"# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: {json.dumps(text)}\n"
    file = docx.Document(BytesIO(one_file(site_of(example, tmp_path), "Z-HOF-1")))
    styles = {part.text: str(part.style.name) for part in file.paragraphs if part.style is not None}
    assert "a §\u00a05" in styles
    assert (styles["Z-HOF-1 Höfe"], styles["Warum"]) == ("Heading 1", "Heading 2")
    assert "d" in styles
    assert faults(one_file(site_of(example, tmp_path), "Z-HOF-1")) == []
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert cells[:2] == ["b", "c"]


def test_full_stop_stays_with_a_german_sentence_among_arabic_ones(tmp_path: Path) -> None:
    example = (
        "# plan.yaml\nid: P-1\ntitle: Plan\nlanguages: [de, ar]\n"
        "# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: Kurz.\nnote: Alle lernen.\n"
    )
    site = site_of(example, tmp_path)
    marked = "Alle lernen.\u200e"
    assert marked in "\n".join(word_parts(one_file(site, "Z-HOF-1", "ar")))
    assert "\u200e" not in "\n".join(word_parts(one_file(site, "Z-HOF-1")))


LISTS = """\
1. eins
2. zwei

   noch zwei

Dann:

5. fünf

- Punkt
  1. tief
- Punkt
"""


@pytest.mark.parametrize("field", ["text", "note"])
def test_lists_keep_their_marks_and_each_begins_where_it_says(tmp_path: Path, field: str) -> None:
    goal = {"id": "Z-HOF-1", "title": "Höfe", "text": "Alle.", field: LISTS}
    example = f"# goals/Z-HOF-1.yaml\n{json.dumps(goal, ensure_ascii=False)}\n"
    data = one_file(site_of(example, tmp_path), "Z-HOF-1")
    assert faults(data) == []
    file = docx.Document(BytesIO(data))
    numbering = file.part.numbering_part.element
    starts = {
        num.numId: [int(one.get(qn("w:val"))) for one in num.iter(qn("w:startOverride"))]
        for num in numbering.num_lst
    }
    assert [
        (part.text, mark.ilvl.val, starts[mark.numId.val])
        for part in file.element.body.iter(qn("w:p"))
        if (mark := part.pPr.numPr if part.pPr is not None else None) is not None
    ] == [
        ("eins", 0, [1]),
        ("zwei", 0, [1]),
        ("fünf", 0, [5]),
        ("Punkt", 0, []),
        ("tief", 1, [1]),
        ("Punkt", 0, []),
    ]
    [more] = (part for part in file.element.body.iter(qn("w:p")) if part.text == "noch zwei")
    assert more.pPr.ind.left.twips == 360


def test_contents_hold_their_entries_before_word_renews_them(example: Site) -> None:
    file = docx.Document(BytesIO(one_file(example)))
    entries = [
        part.text
        for part in file.paragraphs
        if part.style is not None and str(part.style.name).lower().startswith("toc")
    ]
    made = document(example, labels("de"))
    assert entries == [one.words for one in headings(made.blocks) if not one.minor]


def test_head_row_of_every_table_is_repeated(example: Site) -> None:
    file = docx.Document(BytesIO(one_file(example)))
    assert len(file.tables) > 10
    assert all(
        table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None for table in file.tables
    )


def test_links_inside_lead_to_bookmarks(example: Site) -> None:
    body = docx.Document(BytesIO(one_file(example))).element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    targets = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert len(set(marks)) == len(marks)
    assert targets
    assert targets <= set(marks)


def test_words_of_another_language_are_marked_and_turned(example: Site) -> None:
    body = docx.Document(BytesIO(one_file(example, language="en"))).element.body
    spoken = {part.get(qn("w:val")) for part in body.iter(qn("w:lang"))}
    turned = {part.get(qn("w:bidi")) for part in body.iter(qn("w:lang"))}
    assert spoken - {None} == {"de", "en"}
    assert "ar" in turned
    assert next(body.iter(qn("w:rtl")), None) is not None


def part_of(data: bytes, name: str) -> etree._Element:
    """A part of the file."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return etree.fromstring(parts.read(name))


def test_notes_are_footnotes_with_links_of_their_own(tmp_path: Path) -> None:
    text = "a[^1][^2] b\n\n[^1]: *Eins* [x](https://example.org/)\n[^2]: Zwei"
    example = f"# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: {json.dumps(text)}\n"
    data = one_file(site_of(example, tmp_path), "Z-HOF-1")
    notes = part_of(data, "word/footnotes.xml")
    said = {
        str(note.get(qn("w:id"))): "".join(part.text or "" for part in note.iter(qn("w:t"))).strip()
        for note in notes
    }
    assert said == {"-1": "", "0": "", "1": "Eins x", "2": "Zwei"}
    body = docx.Document(BytesIO(data)).element.body
    asked = [mark.get(qn("w:id")) for mark in body.iter(qn("w:footnoteReference"))]
    assert asked == ["1", "2"]
    links = {link.get(qn("r:id")) for link in notes.iter(qn("w:hyperlink"))}
    relations = part_of(data, "word/_rels/footnotes.xml.rels")
    assert {part.get("Id"): part.get("Target") for part in relations} == {
        links.pop(): "https://example.org/"
    }
    types = part_of(data, "[Content_Types].xml")
    assert "/word/footnotes.xml" in {part.get("PartName") for part in types}


def test_file_without_notes_has_no_part_for_them(tmp_path: Path) -> None:
    example = "# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: a\n"
    with zipfile.ZipFile(BytesIO(one_file(site_of(example, tmp_path), "Z-HOF-1"))) as parts:
        assert "word/footnotes.xml" not in parts.namelist()


WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_drawings_are_shapes_that_say_the_same_in_words(example: Site) -> None:
    made = [part for part in document(example, labels("de")).blocks if isinstance(part, Figure)]
    body = part_of(one_file(example), "word/document.xml")
    told = [(part.get("name"), part.get("descr")) for part in body.iter(f"{WP}docPr")]
    assert told == [(figure.caption, figure.alternative) for figure in made] != []
    forms = [part.get("prst") for part in body.iter(f"{A}prstGeom")]
    shapes = [shape for figure in made for shape in figure.shapes]
    names = {Box: "rect", Words: "rect", Dot: "ellipse", Stroke: "line"}
    assert forms == [names[type(shape)] for shape in shapes]
    assert {Box, Words, Dot, Stroke} == {type(shape) for shape in shapes}
    numbers = [part.get("id") for part in body.iter() if str(part.tag).endswith("}cNvPr")]
    assert len(set(numbers)) == len(numbers) == len(shapes)


def test_no_shape_leaves_its_drawing(example: Site) -> None:
    body = part_of(one_file(example), "word/document.xml")
    for drawn in body.iter(f"{WP}inline"):
        extent = drawn.find(f"{WP}extent")
        assert extent is not None
        for frame in drawn.iter(f"{A}xfrm"):
            off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
            assert off is not None
            assert ext is not None
            assert int(str(off.get("x"))) >= 0
            right = int(str(off.get("x"))) + int(str(ext.get("cx")))
            assert right <= int(str(extent.get("cx")))


def test_element_alone_says_where_it_comes_from(example: Site) -> None:
    said = "\n".join(word_parts(one_file(example, "M-HOF-01")))
    assert example.version.commit[:10] in said
    assert example.items["M-HOF-02"].title not in said


def test_file_bears_no_time_of_today_and_its_members_are_sorted(example: Site) -> None:
    with zipfile.ZipFile(BytesIO(one_file(example))) as parts:
        infos = parts.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    first, *rest = [info.filename for info in infos]
    assert first == "[Content_Types].xml"
    assert rest == sorted(rest)


def test_headings_contents_and_foot_of_an_arabic_file_run_to_the_left(example: Site) -> None:
    data = one_file(example, language="ar")
    body = part_of(data, "word/document.xml")
    lines = [part for part in body.iter(qn("w:p")) if part.find(qn("w:pPr")) is not None]
    styles = {
        str(style.get(qn("w:val")))
        for part in lines
        if part.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is None
        for style in part.iter(qn("w:pStyle"))
    }
    assert {name for name in styles if name.startswith(("TOC", "Heading", "Title"))} == set()
    foot = next(name for name in zipfile.ZipFile(BytesIO(data)).namelist() if "footer" in name)
    assert next(part_of(data, foot).iter(qn("w:bidi")), None) is not None
