"""Packed documents are small, say the same, and no checker misreads where a stream ends."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from accessible import check_standards
from wirctl.press.packing import UnknownStructureError, objects_of, packed
from wirctl.press.parts import Document, Footing, Par, Run
from wirctl.press.typesetting import set_document
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 400
_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\n")


def document(title: str, parts: int = 0) -> bytes:
    """A document of one page with this title, and so many parts that no page shows."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(Title=title)
        pdf.pages[0].obj["/Parts"] = pikepdf.Array(
            [pdf.make_indirect(pikepdf.Dictionary(Number=part)) for part in range(parts)]
        )
        pdf.pages[0].Contents = pdf.make_stream(b"q Q\r")
        out = BytesIO()
        pdf.save(out, compress_streams=False, deterministic_id=True)
        return out.getvalue()


def repacked(data: bytes) -> bytes:
    """The same document in less room."""
    return packed(objects_of(data))


def ends(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The last byte of each stream, and what stands between it and the word that ends it."""
    for found in _STREAM.finditer(data):
        end = found.end() + int(found[1])
        yield data[end - 1 : end], data[end : data.index(b"endstream", end)]


@pytest.mark.slow
def test_stream_that_ends_with_a_carriage_return_has_both_signs_after_it() -> None:
    """Among so many documents there are some whose packed objects, or whose index, end so."""
    found = [pair for number in range(COUNT) for pair in ends(repacked(document("x", number)))]
    assert len(found) > 3 * COUNT
    returns = [between for last, between in found if last == b"\r"]
    assert len(returns) > COUNT  # the contents of each page, and more
    assert set(returns) == {b"\r\n"}
    assert {between for last, between in found if last != b"\r"} == {b"\n"}


@pytest.mark.slow
def test_such_a_document_is_right_for_a_checker() -> None:
    for number in range(COUNT):
        made = set_document(paper(f"Plan {'Wort ' * number}{number}"), b"", (folder("templates"),))
        if any(last == b"\r" for last, _ in ends(made)):
            check_standards(made)
            return
    pytest.fail("no stream ended with a carriage return")


def paper(title: str) -> Document:
    """A document of one line."""
    return Document(
        name="plan",
        title=title,
        author="",
        language="de",
        direction="ltr",
        moment="",
        cover=None,
        footing=Footing(title, "wirctl", ""),
        words={"page_of": "Seite {page} von {total}"},
        blocks=(Par((Run(title),)),),
    )


@pytest.mark.parametrize("parts", [0, 1, 199, 200, 1000])
def test_packed_document_has_the_same_objects(parts: int) -> None:
    data = document("Plan", parts)
    made = repacked(data)
    with pikepdf.open(BytesIO(data)) as before, pikepdf.open(BytesIO(made)) as after:
        assert after.check_pdf_syntax() == []
        numbers = range(1, len(before.objects) + 1)
        assert [_said(after, number) for number in numbers] == [
            _said(before, number) for number in numbers
        ]
        assert after.pages[0].Contents.read_bytes() == b"q Q\r"
        assert after.trailer.ID == before.trailer.ID


def _said(pdf: pikepdf.Pdf, number: int) -> bytes:
    return pdf.get_object(number, 0).unparse()


def test_packed_document_is_small() -> None:
    data = document("Plan", 1000)
    assert len(repacked(data)) < len(data) / 6


def test_same_document_gives_the_same_bytes() -> None:
    assert repacked(document("Plan")) == repacked(document("Plan"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda: repacked(document("Plan")), id="packed already"),
        pytest.param(lambda: document("Plan").replace(b"xref\n0 ", b"xref\n1 "), id="other table"),
        pytest.param(lambda: document("Plan").replace(b"endobj", b"endobx"), id="other marks"),
        pytest.param(lambda: document("Plan").replace(b"%%EOF", b"%%E"), id="cut"),
        pytest.param(lambda: b"", id="nothing"),
    ],
)
def test_document_that_is_laid_out_otherwise_is_refused(data: object) -> None:
    assert callable(data)
    with pytest.raises(UnknownStructureError):
        objects_of(data())
