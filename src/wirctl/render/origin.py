"""Which commits a document names, whatever its format: where to look for what it was made from."""

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


def _texts(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK"):
        yield from _parts(data)
    elif data.startswith(b"%PDF-"):
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
