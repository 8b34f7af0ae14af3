"""What a reader finds in the files of any format: its words, its outline, its links."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pikepdf
import pypdfium2
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
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
    if path.endswith(".docx"):
        return "\n".join(word_parts(data))
    return data.decode()


def word_parts(data: bytes) -> Iterator[str]:
    """The words of each paragraph of a file for Word, and the addresses that it leads to."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            root = etree.fromstring(parts.read(name)) if name.endswith((".xml", ".rels")) else None
            if root is None:
                continue
            for paragraph in root.iter(f"{_WORD}p"):
                yield "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t"))
            for relation in root.iter(f"{_RELATION}Relationship"):
                if relation.get("TargetMode") == "External":
                    yield unquote(str(relation.get("Target")))


def word_acts(data: bytes) -> Iterator[str]:
    """What could act in a file for Word: macros, objects, other fields and addresses than ours."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels", ".jpeg")):
                yield name
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(parts.read(name))
            for field in root.iter(f"{_WORD}instrText"):
                if not re.fullmatch(r" (TOC [^\n]*|PAGEREF e[0-9]+ \\h|PAGE) ", field.text or ""):
                    yield field.text or ""
            for relation in root.iter(f"{_RELATION}Relationship"):
                target = str(relation.get("Target"))
                is_out = relation.get("TargetMode") == "External"
                if is_out and not target.startswith(("http://", "https://")):
                    yield target


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
