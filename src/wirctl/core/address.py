"""Addresses on the web that a document may link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wirctl.core.regex import regex

_WEB = regex(r"https?://[^/?#]", re.IGNORECASE)
_STRAY = regex(r"%(?![0-9A-Fa-f]{2})|[\x00-\x20\x7f\"<>\\^`{|}\[\]\u200e\u200f\u2028\u2029]")


def web_address(text: str) -> str:
    """The address if it is one of http or https, with stray characters escaped; else empty.

    >>> web_address("https://example.org/a b?c=100%")
    'https://example.org/a%20b?c=100%25'
    >>> web_address("javascript:alert(1)")
    ''
    """
    text = text.strip()
    if not _WEB.match(text) or not _has_host(text):
        return ""
    address, mark, anchor = text.partition("#")
    return _escaped(address) + mark + _escaped(anchor).replace("#", "%23")


def _has_host(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc and not _STRAY.search(parts.netloc)


def _escaped(text: str) -> str:
    return _STRAY.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


def folder_address(text: str) -> str:
    """The address of a folder on the web, with a slash at its end; empty if it is none.

    >>> folder_address("https://example.org/plan"), folder_address("example.org")
    ('https://example.org/plan/', '')
    """
    address = web_address(text)
    if "?" in address or "#" in address:
        return ""
    return f"{address.rstrip('/')}/" if address else ""
