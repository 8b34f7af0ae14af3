"""What a reader finds in the files of any format: its words, its outline, its links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# How a hyphen at the end of a line comes out of a PDF.
_HYPHEN = re.compile("(?:\u00ad|\ufffe|\x02)\\s*")

_ACTIVE = ("/JS", "/AA", "/Launch")
_ACTIONS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Movie")


@dataclass(frozen=True)
class Printed:
    """A PDF taken apart."""

    text: str
    outline: tuple[tuple[int, str], ...]
    links: frozenset[str]
    pages: int


def words_of(files: Mapping[str, bytes]) -> str:
    """The words of all files of a document, whatever its format."""
    return "\n".join(_words(path, data) for path, data in files.items())


def _words(path: str, data: bytes) -> str:
    if path.endswith(".pdf"):
        found = printed(data)
        return f"{found.text}\n{' '.join(sorted(found.links))}"
    return data.decode()


@cache
def printed(data: bytes) -> Printed:
    """The words, the bookmarks with their level, and the addresses that it leads to."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    outline = tuple(
        (mark.level + 1, " ".join(mark.get_title().split())) for mark in document.get_toc()
    )
    return Printed(_plain("\n".join(pages)), outline, frozenset(_links(data)), len(pages))


def _plain(text: str) -> str:
    """The words in one line, with hyphens at the ends of lines taken out."""
    return " ".join(_HYPHEN.sub("", text).replace("\u00a0", " ").split())


def _links(data: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", ()):
                if "/A" in note and "/URI" in note.A:
                    yield unquote(str(note.A.URI))


def attachments(data: bytes) -> dict[str, bytes]:
    """The files that a PDF carries, by name."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return {name: part.get_file().read_bytes() for name, part in pdf.attachments.items()}


def active_in(data: bytes) -> Iterator[str]:
    """What could act when a PDF is opened or clicked, besides links into it and to the web."""
    found = set[str]()
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                found |= {name for name in _ACTIVE if name in thing}
                if thing.get("/S") in _ACTIONS:
                    found.add(str(thing.S))
                if "/URI" in thing and not str(thing.URI).startswith(("http://", "https://")):
                    found.add(str(thing.URI))
        catalogue = pdf.Root
        found |= {name for name in ("/OpenAction", "/AcroForm") if name in catalogue}
    yield from sorted(found)
