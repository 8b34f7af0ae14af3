"""What a document says of its origin, whatever its format: commits, languages, rounds.

It tells where to look for what it was made from, and vouches for nothing.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEXADECIMAL = re.compile(rb"[0-9a-f]{40,}")
_LENGTHS = frozenset({40, 64})
_STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)endstream", re.DOTALL)
_LARGEST = 16 << 20
_MOST = 100
_LANGUAGE = re.compile(
    rb"""(?:\b(?:href)?lang|w:val|/Lang|"(?:inLanguage|language)")\s*[=:]?\s*"""
    rb"""["(]([a-z]{2,3})(?:-[A-Za-z0-9-]{1,30})?[")]"""
)
_CHOICE = re.compile(rb'<ul class="tongues".{0,4000}?</ul>', re.DOTALL)
_CHOSEN = re.compile(rb'aria-current="true"|hreflang="([a-z]{2,3})"')
_EDITION = re.compile(rb'href="(?:\.\./)*versions/([A-Z0-9-]{1,80})/')
_DOWNLOAD = re.compile(rb'href="(?:\.\./)*downloads/([a-z0-9.-]{1,80})')
_FEED = re.compile(rb'type="([a-z+/]{1,40})" href="(?:\.\./)*downloads/([a-z0-9.-]{1,80})"')
_OFFER = re.compile(rb'href="(?:\.\./)*downloads\.html"')
_DAMAGED = (EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
"""What reading an archive raises that is cut, damaged, locked or packed in another way."""


def commits_in(data: bytes) -> tuple[str, ...]:
    """Every full commit id in the text of a document, each once, in order; at most 100.

    Looks into the parts of a ZIP file (Word) and the packed streams of a PDF, until it has
    unpacked 16 MiB. What cannot be unpacked says nothing.
    """
    found: dict[str, None] = {}
    left = _LARGEST
    for text in _texts(data):
        left -= len(text)
        if left < 0:
            break
        for match in _HEXADECIMAL.finditer(text):
            if len(match[0]) in _LENGTHS:
                found.setdefault(match[0].decode("ascii"))
            if len(found) == _MOST:
                return tuple(found)
    return tuple(found)


def languages_in(data: bytes) -> tuple[str, ...]:
    """Every language that a document marks itself or words with, each once, in order.

    The codes are without region. A page that can be had in several languages comes first with
    these, in the order in which it offers them.
    """
    found: dict[str, None] = {}
    for text in _texts(data):
        found |= dict.fromkeys(_offered(text))
        found |= dict.fromkeys(match[1].decode("ascii") for match in _LANGUAGE.finditer(text))
    return tuple(found)


def offered_languages(data: bytes) -> tuple[str, ...]:
    """The languages between which a page lets one choose, its own among them, in order."""
    return () if _is_packed(data) else tuple(dict.fromkeys(_offered(data[:_LARGEST])))


def _offered(text: bytes) -> Iterator[str]:
    choice = _CHOICE.search(text)
    own = _LANGUAGE.search(text)
    if choice is not None and own is not None:
        for match in _CHOSEN.finditer(choice[0]):
            yield (match[1] or own[1]).decode("ascii")


def editions_in(data: bytes) -> tuple[str, ...]:
    """The rounds that a page leads to as earlier versions of itself, in its order."""
    return tuple(dict.fromkeys(_named(_EDITION, data)))


def downloads_in(data: bytes) -> tuple[str, ...]:
    """The folders and files that a page offers to take away, in its order.

    Some are named at its head as well, before those that come first.
    """
    return tuple(dict.fromkeys(reversed(_named(_DOWNLOAD, data))))[::-1]


def feeds_in(data: bytes) -> dict[str, str]:
    """What a page offers to subscribe to: each of those files, with its media type."""
    if _is_packed(data):
        return {}
    found = _FEED.finditer(data[:_LARGEST])
    return {match[2].decode("ascii"): match[1].decode("ascii") for match in found}


def leads_to_downloads(data: bytes) -> bool:
    """Whether a page leads to one with files to take away, be it that one itself."""
    return not _is_packed(data) and _OFFER.search(data[:_LARGEST]) is not None


def _named(pattern: re.Pattern[bytes], data: bytes) -> tuple[str, ...]:
    if _is_packed(data):
        return ()
    return tuple(match[1].decode("ascii") for match in pattern.finditer(data[:_LARGEST]))


def kind_of(data: bytes) -> str:
    """`pdf`, `zip` or `text`, by how a file begins."""
    return "zip" if data.startswith(b"PK") else "pdf" if data.startswith(b"%PDF-") else "text"


def _is_packed(data: bytes) -> bool:
    return kind_of(data) != "text"


def _texts(data: bytes) -> Iterator[bytes]:
    if kind_of(data) == "zip":
        yield from _parts(data)
    elif kind_of(data) == "pdf":
        for stream in _STREAM.finditer(data):
            yield _unpacked(stream[1])
    else:
        yield data[:_LARGEST]


def _parts(data: bytes) -> Iterator[bytes]:
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

    damaged = (*_DAMAGED, BadZipFile)

    try:
        with ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.compress_type != ZIP_DEFLATED:  # what Word files are packed by
                    continue
                with archive.open(member) as part:
                    yield part.read(_LARGEST)
    except damaged:
        return


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LARGEST)
    except zlib.error:
        return b""
