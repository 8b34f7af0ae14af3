"""The plan for Word: real styles and headings, contents, head rows, languages, same bytes."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from printed import word_parts
from site_parts import site_of
from wirctl.press.parts import headings
from wirctl.render.labels import labels
from wirctl.render.paper.document import document
from wirctl.render.writing import More
from wirctl.render.writing import document as written

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


def test_text_with_headings_notes_table_and_quote_is_whole(tmp_path: Path) -> None:
    text = "a[^1] § 5\n\n# Warum\n\n| b |\n|---|\n| c |\n\n> d\n\n[^1]: *Note*"
    example = f"# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: {json.dumps(text)}\n"
    file = docx.Document(BytesIO(one_file(site_of(example, tmp_path), "Z-HOF-1")))
    styles = {part.text: str(part.style.name) for part in file.paragraphs if part.style is not None}
    assert "a [Note] §\u00a05" in styles
    assert (styles["Z-HOF-1 Höfe"], styles["Warum"]) == ("Heading 1", "Heading 2")
    assert "d" in styles
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert cells[:2] == ["b", "c"]


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


def test_drawings_are_told_in_words(example: Site) -> None:
    from wirctl.press.parts import Figure

    said = "\n".join(word_parts(one_file(example)))
    made = [part for part in document(example, labels("de")).blocks if isinstance(part, Figure)]
    assert made
    assert all(figure.alternative in said for figure in made)


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
