"""Properties come to the place that the standard gives them; the checker of the standard bites."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import permutations
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import OxmlElement
from lxml import etree

from ten_events import NEW, OLD
from versions import compared
from wirctl.press.wordparts import _ORDERS, put, shed
from wirctl.report.changes_docx import docx as synopse
from wirctl.report.changes_docx_tracked import docx_tracked
from wirctl.report.registry import Look, Origin
from word_standard import SEQUENCES, faults

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK = Look("de", origin=lambda: Origin("a" * 40, "b" * 40, "2021-12-06"))


@pytest.fixture(scope="module")
def tracked() -> bytes:
    return docx_tracked(compared(OLD, NEW), LOOK)


@pytest.fixture(scope="module")
def beside() -> bytes:
    return synopse(compared(OLD, NEW), LOOK)


@pytest.mark.parametrize("name", sorted(_ORDERS))
def test_orders_are_those_of_the_standard(name: str) -> None:
    marks = {"ins", "del", "moveFrom", "moveTo"} if name == "rPr" else set()
    assert [one for one in SEQUENCES[name] if one not in marks] == _ORDERS[name].split()


@pytest.mark.parametrize("names", list(permutations(("pStyle", "bidi", "spacing", "jc"))))
def test_property_comes_to_its_place_whatever_is_there(names: tuple[str, ...]) -> None:
    made: Any = OxmlElement("w:pPr")
    for name in names:
        put(made, name)
    assert [etree.QName(child).localname for child in made] == ["pStyle", "bidi", "spacing", "jc"]


def test_property_that_is_there_gives_way() -> None:
    made: Any = OxmlElement("w:rPr")
    put(made, "lang", val="de")
    put(made, "lang", bidi="ar")
    [child] = made
    assert list(child.attrib.values()) == ["ar"]


def test_nothing_of_the_template_of_the_library_is_left() -> None:
    file, stream = docx.Document(), BytesIO()
    file.add_paragraph()
    shed(file)
    file.save(stream)
    assert faults(stream.getvalue()) == []
    with ZipFile(stream) as archive:
        assert not [name for name in archive.namelist() if "thumb" in name or "Effects" in name]
        settings = archive.read("word/settings.xml")
    assert b'<w:zoom w:val="bestFit" w:percent="100"/>' in settings
    assert re.findall(rb'"compatibilityMode"[^>]*w:val="([0-9]+)"', settings) == [b"15"]


def test_checker_finds_nothing_in_what_is_right(tracked: bytes, beside: bytes) -> None:
    assert (faults(tracked), faults(beside)) == ([], [])


def spoilt(data: bytes, name: str, act: Callable[[bytes], bytes]) -> list[str]:
    """What is found once a part of the file is another."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part == name:
                text, before = act(text), text
                assert text != before
            new.writestr(part, text)
    return sorted(set(faults(out.getvalue())))


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda text: re.sub(old, new, text, count=1, flags=re.DOTALL)


DOCUMENT = "word/document.xml"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            rb"(<w:spacing[^>]*/>)(<w:jc[^>]*/>)", rb"\2\1", "order of pPr: jc spacing", id="order"
        ),
        pytest.param(
            rb"(<w:tblLayout[^>]*/>)(<w:tblLook)", rb"<w:bidiVisual/>\1\2",
            "order of tblPr: tblStyle tblW bidiVisual tblLayout tblLook tblCaption", id="table",
        ),
        pytest.param(rb"<w:pStyle", b"<w:wStyle", "wStyle in pPr", id="unknown property"),
        pytest.param(rb"(<w:shd[^>]*/>)", rb"\1\1", "shd twice in tcPr", id="property twice"),
        pytest.param(
            rb"<w:p>((?!</w:p>).)*</w:p></w:tc>", b"</w:tc>",
            "a cell that does not end with a paragraph", id="empty cell",
        ),
        pytest.param(
            rb"<w:tc>((?!</w:tc>).)*</w:tc>", b"", "a row that does not fill the grid", id="grid"
        ),
        pytest.param(rb'w:val="WirLabel"', b'w:val="Wir"', "no character style Wir", id="style"),
        pytest.param(
            rb"<w:sectPr", b"<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:sectPr",
            "a body that does not end with a paragraph and its section", id="end",
        ),
    ],
)  # fmt: skip
def test_checker_finds_what_is_wrong_in_a_table(
    beside: bytes, old: bytes, new: bytes, found: str
) -> None:
    assert spoilt(beside, DOCUMENT, replaced(old, new)) == [f"{DOCUMENT}: {found}"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(rb"<w:delText(.*?)</w:delText>", rb"<w:t\1</w:t>",
                     f"{DOCUMENT}: del with the letters of the other", id="letters"),
        pytest.param(rb'w:id="2"', b'w:id="1"', "change 1 twice", id="number"),
        pytest.param(rb' w:author="[^"]*"', b"", f"{DOCUMENT}: del without number or author",
                     id="author"),
        pytest.param(rb"<w:sectPr", b'<w:p><w:hyperlink w:anchor="e9"/></w:p><w:sectPr',
                     f"{DOCUMENT}: no bookmark e9", id="bookmark"),
        pytest.param(rb"<w:sectPr", b'<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p><w:sectPr',
                     "a bookmark that does not end", id="end of a bookmark"),
        pytest.param(rb"</w:p><w:sectPr",
                     b'<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr',
                     "no footnote 1", id="footnote"),
        pytest.param(rb"<w:sectPr",
                     b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:sectPr',
                     f"{DOCUMENT}: a field without end", id="field"),
        pytest.param(rb"<w:sectPr", b"<w:p><w:r><w:p/></w:r></w:p><w:sectPr",
                     f"{DOCUMENT}: a paragraph that holds another block", id="nested"),
    ],
)  # fmt: skip
def test_checker_finds_what_is_wrong_in_a_text(
    tracked: bytes, old: bytes, new: bytes, found: str
) -> None:
    assert spoilt(tracked, DOCUMENT, replaced(old, new)) == [found]


@pytest.mark.parametrize(
    ("part", "old", "new", "found"),
    [
        pytest.param(
            "word/_rels/document.xml.rels", rb'Target="footer1.xml"', b'Target="footer2.xml"',
            ["word/footer1.xml: nothing leads to it", "word/footer2.xml: not there"], id="target",
        ),
        pytest.param(
            "word/_rels/document.xml.rels", rb'<Relationship [^>]*footer1.xml"/>', b"",
            ["word/document.xml: no relation ", "word/footer1.xml: nothing leads to it"],
            id="relation",
        ),
        pytest.param(
            "[Content_Types].xml", rb'<Default Extension="xml"[^>]*/>', b"",
            ["customXml/item1.xml: no content type"], id="content type",
        ),
        pytest.param(
            "word/settings.xml", rb"(<w:zoom[^>]*/>)(.*)</w:settings>", rb"\2\1</w:settings>",
            ["word/settings.xml: order of settings"], id="settings",
        ),
    ],
)  # fmt: skip
def test_checker_finds_what_is_wrong_in_the_package(
    beside: bytes, part: str, old: bytes, new: bytes, found: list[str]
) -> None:
    said = spoilt(beside, part, replaced(old, new))
    assert len(said) == len(found)
    assert all(one.startswith(begin) for one, begin in zip(said, found, strict=True))
