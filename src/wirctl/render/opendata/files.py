"""The files of other formats that the site offers, and what kind of file each is."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from wirctl.render.pages.downloads import offered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.registry import Options
    from wirctl.schema.field import Words


class FileKind(NamedTuple):
    """A kind of file: its name in the European list, and its media type; empty: has none."""

    eu: str = ""
    media: str = ""


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS: Mapping[str, FileKind] = {
    ".csv": FileKind("CSV", "text/csv"),
    ".docx": FileKind("DOCX", _DOCX),
    ".html": FileKind("HTML", "text/html"),
    ".ics": FileKind("ICS", "text/calendar"),
    ".json": FileKind("JSON", "application/json"),
    ".jsonld": FileKind("JSON_LD", "application/ld+json"),
    ".md": FileKind("", "text/markdown"),
    ".pdf": FileKind("PDF", "application/pdf"),
    ".xml": FileKind("ATOM", "application/atom+xml"),
}
_DOORS: Mapping[str, str] = {"oparl": "system.json"}
"""Formats of many files that lead from one to all others."""


class Taken(NamedTuple):
    """A file to take away: its address below that of the site, and what is known about it."""

    path: str
    name: str
    description: Words
    kind: FileKind
    size: int
    sha256: str


def files_to_take(options: Options) -> Iterator[Taken]:
    """Every file that the site offers; of formats with a door only that."""
    for one in offered(options.downloads):
        door = _DOORS.get(one.format)
        for file in one.files:
            if door in (None, file.name):
                kind = _KINDS.get(PurePosixPath(file.name).suffix, FileKind())
                path = quote(file.path)
                yield Taken(path, file.name, one.description, kind, file.size, file.sha256)
