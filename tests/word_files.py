"""What stands in a Word document, read as XML: texts, styles, and what its changes come to."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def text_of(element: etree._Element) -> str:
    """All text below, also what was deleted; a broken line is a line end."""
    return "".join(map(_letters, element.iter(f"{W}t", f"{W}delText", f"{W}br")))


def _letters(element: etree._Element) -> str:
    return "\n" if element.tag == f"{W}br" else element.text or ""


def style_of(element: etree._Element) -> str:
    """The style of a paragraph or a run, or the empty text."""
    found = element.find(f"{W}pPr/{W}pStyle")
    if found is None:
        found = element.find(f"{W}rPr/{W}rStyle")
    return str(found.get(f"{W}val")) if found is not None else ""


def paragraphs(data: bytes) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph of the body, those in tables too."""
    for element in part(data).iter(f"{W}p"):
        yield style_of(element), text_of(element)


def rows(data: bytes) -> Iterator[list[str]]:
    """The cells of each row of each table."""
    for row in part(data).iter(f"{W}tr"):
        yield [text_of(cell) for cell in row.findall(f"{W}tc")]


def resolved(data: bytes, *, accept: bool) -> list[str]:
    """The paragraphs once all changes are accepted, or once all are rejected.

    A paragraph whose end is not there flows into the next one.
    """
    gone, came = (f"{W}del", f"{W}ins") if accept else (f"{W}ins", f"{W}del")
    found: list[str] = []
    open_text = ""
    for element in part(data).iter(f"{W}p"):
        open_text += "".join(
            _letters(letter)
            for letter in element.iter(f"{W}t", f"{W}delText", f"{W}br")
            if not any(parent.tag == gone for parent in letter.iterancestors())
        )
        marks = element.find(f"{W}pPr/{W}rPr")
        if marks is None or marks.find(gone) is None:
            found.append(open_text)
            open_text = ""
        else:
            assert marks.find(came) is None
    assert not open_text
    return found
