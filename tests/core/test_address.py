"""Only addresses on the web are linked to."""

from __future__ import annotations

import pytest

from wirctl.core.address import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("https://example.org", "https://example.org", id="host only"),
        pytest.param("HTTP://example.org/A", "HTTP://example.org/A", id="capitals"),
        pytest.param(" https://example.org/ ", "https://example.org/", id="white space around"),
        pytest.param(
            "https://example.org/Expert*innen", "https://example.org/Expert*innen", id="star"
        ),
        pytest.param("https://example.org/ü", "https://example.org/ü", id="umlaut"),
        pytest.param("https://example.org/a%20b", "https://example.org/a%20b", id="escaped"),
        pytest.param("https://example.org/100%", "https://example.org/100%25", id="lone percent"),
        pytest.param('https://example.org/"<>', "https://example.org/%22%3C%3E", id="quotes"),
        pytest.param("https://example.org/#a#b", "https://example.org/#a%23b", id="two anchors"),
        pytest.param("https://[::1]/", "", id="address in brackets"),
        pytest.param("https://", "", id="no host"),
        pytest.param("https://a b/", "", id="space in host"),
        pytest.param("https://name:word@example.org/", "", id="password"),
        pytest.param("ftp://example.org", "", id="other scheme"),
        pytest.param("javascript:alert(1)//https://a", "", id="script"),
        pytest.param("example.org", "", id="no scheme"),
        pytest.param("https://[", "", id="broken"),
        pytest.param("", "", id="empty"),
    ],
)
def test_web_address(text: str, address: str) -> None:
    assert web_address(text) == address
