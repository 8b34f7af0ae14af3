"""Packed documents are small, and no stream of them ends in a way that checkers misread."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from wirctl.press.packing import repacked

COUNT = 400


def document(title: str, parts: int = 0) -> bytes:
    """A document of one page with this title, and so many parts that no page shows."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(Title=title)
        pdf.pages[0].obj["/Parts"] = pikepdf.Array(
            [pdf.make_indirect(pikepdf.Dictionary(Number=part)) for part in range(parts)]
        )
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


@pytest.mark.slow
def test_no_stream_ends_with_a_carriage_return_and_objects_stay_packed() -> None:
    """Among so many documents there are some whose packed objects, or whose index, end so."""
    made = [
        repacked(document(f"{number} {'Plan ' * (number % 97)}", number)) for number in range(COUNT)
    ]
    assert [number for number, data in enumerate(made) if b"\r\nendstream" in data] == []
    assert [number for number, data in enumerate(made) if b"/ObjStm" not in data] == []


def test_stream_that_ends_with_a_carriage_return_is_ended_otherwise() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"q Q\r")
        out = BytesIO()
        pdf.save(out, compress_streams=False, deterministic_id=True)
    data = repacked(out.getvalue())
    assert b"\r\nendstream" not in data
    with pikepdf.open(BytesIO(data)) as again:
        assert again.pages[0].Contents.read_bytes() == b"q Q\r\n"


def test_same_document_gives_the_same_bytes() -> None:
    assert repacked(document("Plan")) == repacked(document("Plan"))
