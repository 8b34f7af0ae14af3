"""The way in: a view of a plan, written in a format and a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.render.address import folder_address
from wirctl.render.labels import labels
from wirctl.render.provenance import provenance_of
from wirctl.render.registry import Options, every_writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wirctl.render.model.site import Site
    from wirctl.render.provenance import Provenance
    from wirctl.render.registry import Files


class NoSuchFormatError(Problem):
    """There is no writer for this format; `near` is the name that was probably meant."""

    def __init__(self, name: str, near: str) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class NoWebAddressError(Problem):
    """What is set as the address of the output on the web is none."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


@dataclass(frozen=True, slots=True)
class Document:
    """The files of a document, path to bytes, sorted by path; and where it comes from."""

    files: Files
    provenance: Provenance


def document(
    site: Site, name: str, language: str = "de", templates: Sequence[Path] = (), url: str = ""
) -> Document:
    """A document in this format.

    `templates` are folders that win over those that come with wirctl, first one first. `url`
    is the address of the web folder in which the document will lie, if that is known.

    Raises:
        NoSuchFormatError: no writer has this name.
        NoSuchLanguageError: there are no words in this language.
        NoWebAddressError: the address is none of http or https.
    """
    writers = every_writer()
    if name not in writers:
        raise NoSuchFormatError(name, nearest(name, writers))
    address = folder_address(url)
    if url and not address:
        raise NoWebAddressError(url)
    words = labels(language)
    provenance = provenance_of(site, name, words, templates)
    files = writers[name].write(site, Options(words, tuple(templates), provenance, address))
    return Document(dict(sorted(files.items())), provenance)


def render(
    site: Site, name: str, language: str = "de", templates: Sequence[Path] = (), url: str = ""
) -> Files:
    """The files of a document in this format: path to bytes, sorted by path.

    Raises:
        Problem: as with `document`.
    """
    return document(site, name, language, templates, url).files
