"""Addresses of ours become links to places of the document, and nothing else changes."""

from __future__ import annotations

import pytest

from wirctl.press.inner_links import NoSuchPlaceError, with_inner_links

LINK = b"<</Type/Annot/Subtype/Link/A<</Type/Action/S/URI/URI(%s)>>/F 4/Contents(%s)>>"
PLACES = {"M-1": "M-1 Büro"}


def link(address: bytes) -> bytes:
    """An annotation as Typst writes it."""
    return LINK % (address, address)


def test_address_of_ours_becomes_a_link_with_the_words_of_its_heading() -> None:
    words = "M-1 Büro".encode("utf-16-be").hex().upper().encode()
    assert with_inner_links({7: link(b"urn:wirctl:M-1")}, PLACES) == {
        7: b"<</Type/Annot/Subtype/Link/Dest(e-M-1)/F 4/Contents<FEFF" + words + b">>>"
    }


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(link(b"https://example.org/M-1"), id="address of the web"),
        pytest.param(link(b"https://example.org/urn:wirctl:M-1"), id="ours inside another"),
        pytest.param(b"<</Title(urn:wirctl:M-1)>>", id="words"),
        pytest.param(b"<</Length 15>>\nstream\n(urn:wirctl:M-1\nendstream", id="stream"),
    ],
)
def test_other_objects_stay_as_they_are(body: bytes) -> None:
    assert with_inner_links({1: body}, PLACES) == {1: body}


def test_link_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(NoSuchPlaceError, match="M-2"):
        with_inner_links({1: link(b"urn:wirctl:M-2")}, PLACES)
