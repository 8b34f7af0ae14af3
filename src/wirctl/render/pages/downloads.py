"""Other formats of the plan, to take away: the files, and what their page says of them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.registry import Files
    from wirctl.schema.field import Words

FOLDER = "downloads/"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: its path from the top, its size in bytes, its SHA-256."""

    path: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """The files of one format, and what the format is."""

    format: str
    description: Words
    files: tuple[Download, ...]


def files_of(formats: Mapping[str, Files]) -> dict[str, bytes]:
    """The files of all formats by their path on the site; each format of several has a folder."""
    return {
        f"{_folder(name, files)}{path}": data
        for name, files in formats.items()
        for path, data in files.items()
    }


def _folder(name: str, files: Files) -> str:
    return FOLDER if len(files) == 1 else f"{FOLDER}{name}/"


def offered(formats: Mapping[str, Files]) -> tuple[Downloads, ...]:
    """What there is to take away, by format."""
    from wirctl.render.registry import every_writer

    writers = every_writer()
    return tuple(
        Downloads(
            name, writers[name].description, tuple(_download(name, files, path) for path in files)
        )
        for name, files in formats.items()
        if files
    )


def _download(name: str, files: Files, path: str) -> Download:
    data = files[path]
    place = f"{_folder(name, files)}{path}"
    return Download(place, path, len(data), sha256(data).hexdigest())
