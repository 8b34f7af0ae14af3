"""A document without the folder it was written to: make it again from the commit that it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Request

LARGEST = 256 << 20
"""Bytes; a larger file is none of ours."""


class NoOriginError(Problem):
    """A file that does not name a commit of this repository."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether a file is what its commit gives.

    `commit` is the one it names and `version` its round, else the commit. `provenance` is that
    of the document that it is, or of none where nothing that can be made of the commit is equal.
    """

    commit: str
    version: str
    provenance: Mapping[str, object] | None = None


def compared(place: Place, path: Path) -> Compared:
    """The file against every document that the commit it names gives.

    Raises:
        NoOriginError: it names no commit that is here.
        Problem: the commit holds no plan that can be published, or the format of this ending
            cannot be written here, so that nobody can say whether the file is equal.
    """
    from wirctl.cli.rendering import rendered, view_at

    data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    commit, version = _origin(place, path, data)
    view = view_at(place, version)
    if view.site is None:
        raise NoOriginError(str(path))
    for request in _requests(place, path, version):
        if request.only and request.only not in view.site.items:
            continue
        try:
            made = rendered(place, view.site, request)
        except Problem:
            if request.format == _ending(path):
                raise
            continue
        if data in made.files.values():
            return Compared(commit, version, made.provenance)
    return Compared(commit, version)


def _origin(place: Place, path: Path, data: bytes) -> tuple[str, str]:
    """The first commit here that the document names, and its round, else the commit again.

    A document says where it comes from before it says anything else about the plan.
    """
    from wirctl.history.version import Versions
    from wirctl.render.origin import commits_in

    with Versions(place.plan) as versions:
        repository = versions.repository
        if repository is not None:
            for commit in commits_in(data):
                if repository.commit(commit) == commit:
                    closed = {item.commit: item.round_id for item in versions.rounds}
                    return commit, closed.get(commit, commit)
    raise NoOriginError(str(path))


def _requests(place: Place, path: Path, version: str) -> Iterator[Request]:
    """What may have been asked for, the likeliest first: the format that has this ending."""
    from wirctl.cli.rendering import Request
    from wirctl.render.registry import every_writer

    ending = _ending(path)
    writers = sorted(every_writer().values(), key=lambda item: (item.name != ending, item.together))
    for writer in writers:
        for language in place.config.languages or ("de",):
            whole = Request.of(place.config, writer.name, language, version)
            if writer.alone:
                yield replace(whole, only=path.stem)
            yield whole


def _ending(path: Path) -> str:
    return PurePath(path).suffix.removeprefix(".")
