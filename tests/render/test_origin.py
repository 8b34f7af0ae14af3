"""A document names the commit that it comes from, whatever it is packed in."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.render.origin import (
    commits_in,
    downloads_in,
    editions_in,
    feeds_in,
    languages_in,
    leads_to_downloads,
    offered_languages,
)

A, B = "a1" * 20, "b2" * 20


def zipped(*parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for number, part in enumerate(parts):
            archive.writestr(ZipInfo(f"{number}.xml"), part, ZIP_DEFLATED)
    return made.getvalue()


def pdf(*streams: bytes) -> bytes:
    packed = (b"1 0 obj\nstream\n" + zlib.compress(part) + b"\nendstream\n" for part in streams)
    return b"%PDF-1.7\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (f"commit: {A}\n{B}\n{A}".encode(), (A, B)),
        (f"x{A} {A}0 {A.upper()}".encode(), (A,)),
        (b"0" * 64, ("0" * 64,)),
        (zipped(b"<x/>", f"<t>{A}</t>".encode(), B.encode()), (A, B)),
        (pdf(b"BT", f'"commit": "{B}"'.encode()), (B,)),
        (f"%PDF-1.7\nstream\n{A}\nendstream".encode(), ()),
        (zipped(A.encode())[:-30], ()),
        (b"PK\x03\x04" + A.encode(), ()),
        (b"", ()),
    ],
    ids=["twice", "no commit", "long", "archive", "pdf", "bare pdf", "cut", "no archive", "empty"],
)
def test_commits_are_found_in_their_order(data: bytes, expected: tuple[str, ...]) -> None:
    assert commits_in(data) == expected


@pytest.mark.slow
def test_no_more_is_unpacked_than_16_mib() -> None:
    bomb = bytes(10 << 20)
    assert commits_in(zipped(A.encode(), bomb, B.encode())) == (A, B)
    assert commits_in(zipped(A.encode(), bomb, bomb, B.encode())) == (A,)
    assert commits_in(pdf(A.encode(), bomb, bomb, B.encode())) == (A,)


def test_at_most_a_hundred_are_named() -> None:
    assert len(commits_in(b" ".join(b"%040x" % number for number in range(200)))) == 100


@given(st.binary(), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\nstream\n"]))
def test_no_bytes_are_an_obstacle(data: bytes, head: bytes) -> None:
    assert all(len(commit) in {40, 64} for commit in commits_in(head + data))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4))
def test_no_damage_to_an_archive_is_an_obstacle(damage: list[tuple[int, int]]) -> None:
    data = bytearray(zipped(A.encode() * 9, B.encode()))
    for place, value in damage:
        data[place % len(data)] = value
    assert all(len(commit) in {40, 64} for commit in commits_in(bytes(data)))


PAGE = """<html lang="{own}"><ul class="tongues" aria-label="Sprachen">{choice}</ul>
<i lang="tr">x</i><a href="../versions/R-2/x.html"><a href="../../versions/R-1/x.html">
<a href="downloads/plan.json"><a href="downloads/csv/a.csv"><a href="downloads/csv/b.csv">"""
HERE, DE, AR = '<b aria-current="true"/>', '<a hreflang="de">', '<a lang="ar" hreflang="ar">'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            PAGE.format(own="en", choice=DE + HERE + AR), ("de", "en", "ar", "tr"), id="page"
        ),
        pytest.param('<html lang="ar" dir="rtl"><p lang="de-DE">', ("ar", "de"), id="one language"),
        pytest.param('{"language": "en", "lang": 1, "inLanguage":"de"}', ("en", "de"), id="data"),
        pytest.param("lang=de, Sprache: deutsch", (), id="prose"),
    ],
)
def test_languages_are_found_in_their_order(data: str, expected: tuple[str, ...]) -> None:
    assert languages_in(data.encode()) == expected


def test_languages_are_found_in_packed_documents() -> None:
    assert languages_in(zipped(b'<w:lang w:val="en-GB" w:bidi="ar"/>')) == ("en",)
    assert languages_in(pdf(b"<</Lang(de)>>", b"<</Lang(ar)>>")) == ("de", "ar")


def test_page_tells_what_was_written_with_it() -> None:
    page = PAGE.format(own="en", choice=DE + HERE + AR).encode()
    assert offered_languages(page) == ("de", "en", "ar")
    assert editions_in(page) == ("R-2", "R-1")
    assert downloads_in(page) == ("plan.json", "csv")


def test_page_tells_what_may_be_subscribed_to() -> None:
    feed = b'<link rel="alternate" type="text/calendar" href="../downloads/plan.ics">'
    assert feeds_in(feed) == {"plan.ics": "text/calendar"}
    assert leads_to_downloads(b'<a href="../downloads.html">')
    assert not leads_to_downloads(feed)
    rows = b'<a href="../downloads/plan.json"><a href="../downloads/plan.ics">'
    assert downloads_in(feed + rows) == ("plan.json", "plan.ics")
    assert (feeds_in(zipped(feed)), leads_to_downloads(zipped(feed))) == ({}, False)


def test_packed_document_offers_nothing() -> None:
    data = zipped(PAGE.format(own="en", choice=DE + HERE).encode())
    assert (offered_languages(data), editions_in(data), downloads_in(data)) == ((), (), ())
