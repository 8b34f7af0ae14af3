"""Bytes become text, or a finding says in which encoding they probably are."""

from __future__ import annotations

import pytest

from wirctl.source import limits
from wirctl.source.document import read
from wirctl.source.encoding import decode

TEXT = "id: L-1\ntitle: Öffnung für „alle“\n"

ENCODINGS = [
    pytest.param("utf-16", "not-utf-8-but-wide", "UTF-16", (1, 1), id="UTF-16"),
    pytest.param("utf-16-le", "not-utf-8-but-wide", "UTF-16", (1, 1), id="UTF-16 without a mark"),
    pytest.param("utf-16-be", "not-utf-8-but-wide", "UTF-16", (1, 1), id="big endian"),
    pytest.param("utf-32", "not-utf-8-but-wide", "UTF-32", (1, 1), id="UTF-32"),
    pytest.param("utf-32-be", "not-utf-8-but-wide", "UTF-32", (1, 1), id="UTF-32 without a mark"),
    pytest.param("cp1252", "not-utf-8", "Windows-1252", (2, 8), id="Windows"),
]


@pytest.mark.parametrize(("encoding", "rule", "name", "place"), ENCODINGS)
def test_other_encoding_is_named(
    encoding: str, rule: str, name: str, place: tuple[int, int]
) -> None:
    document = read("x.yaml", TEXT.encode(encoding))
    (fault,) = document.faults
    assert fault.rule == rule
    assert dict(fault.arguments)["encoding"] == name
    assert (fault.span.line, fault.span.column) == place
    assert document.value is None


@pytest.mark.parametrize(
    ("encoding", "name", "byte", "sign"),
    [
        pytest.param("latin-1", "ISO 8859-1 (Latin-1)", "FC", "ü", id="Latin-1"),
        pytest.param(
            "cp1252", "ISO 8859-1 (Latin-1)", "FC", "ü", id="umlauts alone look like Latin-1"
        ),
        pytest.param("cp850", "DOS (CP 850)", "81", "ü", id="DOS"),
    ],
)
def test_byte_and_its_sign_are_shown(encoding: str, name: str, byte: str, sign: str) -> None:
    (fault,) = read("x.yaml", "title: Prüfung für alle\n".encode(encoding)).faults
    arguments = dict(fault.arguments)
    assert (arguments["encoding"], arguments["byte"], arguments["text"]) == (name, byte, sign)
    assert (fault.span.line, fault.span.column) == (1, 10)


def test_place_counts_characters_and_every_kind_of_line() -> None:
    data = "a: 1\r\nb: 2\rü: \U0001f600 ".encode() + b"\xff\n"
    (fault,) = read("x.yaml", data).faults
    assert (fault.span.line, fault.span.column) == (3, 6)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: \xc3", id="cut off"),
        pytest.param(b"a: \xc0\xaf", id="overlong"),
        pytest.param(b"a: \xed\xa0\x80", id="half a pair"),
        pytest.param(b"a: \xf5\x80\x80\x80", id="beyond Unicode"),
        pytest.param(b"\x80", id="first byte"),
    ],
)
def test_broken_utf_8_is_refused(data: bytes) -> None:
    document = read("x.yaml", data)
    assert [fault.rule for fault in document.faults] == ["not-utf-8"]
    assert document.unreadable == ((),)


def test_byte_of_another_encoding_in_the_middle_is_told_apart() -> None:
    data = "title: Öffnung\nnote: ".encode() + "für".encode("cp1252") + b"\n"
    (fault,) = read("x.yaml", data).faults
    assert (fault.rule, fault.span.line, fault.span.column) == ("stray-byte", 2, 8)
    assert dict(fault.arguments)["byte"] == "FC"


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    document = read("x.yaml", b"\xef\xbb\xbfid: A\nb: *x\n")
    assert document.text.startswith("id")
    assert document.span(("id",), key=True).column == 1
    assert [(fault.span.line, fault.span.column) for fault in document.faults] == [(2, 4)]


def test_windows_line_ends_give_the_same_value_and_places() -> None:
    text = "id: A\ntext: |\n  eins\n  zwei\nnext:\n  - a\n"
    unix, windows = (read("x.yaml", data.encode()) for data in (text, text.replace("\n", "\r\n")))
    assert unix.value == windows.value == {"id": "A", "text": "eins\nzwei\n", "next": ["a"]}
    assert unix.span(("next", "a")).line == windows.span(("next", "a")).line == 6
    assert windows.text == text.replace("\n", "\r\n")


def test_file_at_the_limit_is_read_and_one_byte_more_is_not() -> None:
    start = b"a: "
    fits = start + b"x" * (limits.MAX_BYTES - len(start))
    assert read("x.yaml", fits).faults == ()
    document = read("x.yaml", fits + b"x")
    assert [fault.rule for fault in document.faults] == ["file-too-large"]
    assert document.text == ""


def test_text_for_the_parser_is_as_long_as_the_text() -> None:
    text = "a: \x00b\x85c\u2028d\x1b\nb: 1\rc: 2\r\n"
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.readable is not None
    assert len(decoded.readable) == len(text)
