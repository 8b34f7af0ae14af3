"""The way in: a view of a plan, written in a format and a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.render.labels import labels
from wirctl.render.registry import Options, every_writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files


class NoSuchFormatError(Problem):
    """There is no writer for this format; `near` is the name that was probably meant."""

    def __init__(self, name: str, near: str) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


def render(site: Site, name: str, language: str = "de", templates: Sequence[Path] = ()) -> Files:
    """The files of a document in this format: path to bytes, sorted by path.

    `templates` are folders that win over those that come with wirctl, first one first.

    Raises:
        NoSuchFormatError: no writer has this name.
        NoSuchLanguageError: there are no words in this language.
    """
    writers = every_writer()
    if name not in writers:
        raise NoSuchFormatError(name, nearest(name, writers))
    files = writers[name].write(site, Options(labels(language), tuple(templates)))
    return dict(sorted(files.items()))
