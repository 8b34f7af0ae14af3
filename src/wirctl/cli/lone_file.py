"""A document without the folder it was written to: make it again from what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from pathlib import PurePath
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Rendered, Request
    from wirctl.render.memory import Memory
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Wanted

LARGEST = 256 << 20
"""Bytes; a larger file is none of ours."""


class NoOriginError(Problem):
    """A file that does not name a commit of this repository."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of how a document was asked for; empty where they say nothing.

    Each has the meaning of the option of this name of `wirctl render`.
    """

    at: str = ""
    lang: str = ""
    rounds: str = ""
    downloads: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether a file is what its commit gives.

    `commit` is the one it names and `version` its round, else the commit. `provenance` is that
    of the document that it is, or of none where nothing that can be made of the commit is equal.
    `tried` are the requests that gave a file of this ending.
    """

    commit: str
    version: str
    provenance: Mapping[str, object] | None = None
    tried: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """The file, and what is known of how it was made; `later` are rounds after its version."""

    place: Place
    path: Path
    data: bytes
    said: Said
    commit: str
    version: str

    @property
    def ending(self) -> str:
        return PurePath(self.path).suffix.removeprefix(".")


def compared(place: Place, path: Path, said: Said) -> Compared:
    """The file against every document that it may be, by what it says of itself.

    Raises:
        NoOriginError: it names no commit that is here.
        Problem: the commit holds no plan that can be published, or the format of this ending
            cannot be written here, so that nobody can say whether the file is equal.
    """
    file = _file(place, path, said)
    tried: list[Request] = []
    for request, made in _documents(file):
        if any(PurePath(name).suffix == path.suffix for name in made.files):
            tried.append(request)
        if file.data in made.files.values():
            return Compared(file.commit, file.version, made.provenance)
    return Compared(file.commit, file.version, tried=tuple(tried))


def _file(place: Place, path: Path, said: Said) -> _File:
    """The file with the first commit here that it names, and the round of that.

    A document says where it comes from before it says anything else about the plan.

    Raises:
        NoOriginError: it names no commit that is here.
    """
    from wirctl.history.version import Versions
    from wirctl.render.origin import commits_in

    data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    with Versions(place.plan) as versions:
        repository = versions.repository
        if repository is not None:
            closed = {item.commit: item.round_id for item in versions.rounds}
            named = (versions.find(said.at).commit,) if said.at else commits_in(data)
            for commit in named:
                if repository.commit(commit) == commit:
                    version = said.at or closed.get(commit, commit)
                    return _File(place, path, data, said, commit, version)
    raise NoOriginError(str(path))


def _documents(file: _File) -> Iterator[tuple[Request, Rendered]]:
    """Every document that the file may be of, the likeliest first."""
    from wirctl.cli.rendering import view_at
    from wirctl.render.memory import Memory

    memory = Memory()
    versions = [file.version]
    for version in versions:
        site = view_at(file.place, version, memory).site
        if site is None:
            raise NoOriginError(str(file.path))
        if version == file.version and not file.said.at:
            versions += _later(file, site)
        foreign: set[str] = set()
        for request in _requests(file, version):
            is_known = not request.only or request.only in site.items
            made = (
                _made(file, site, request, memory)
                if is_known and request.format not in foreign
                else None
            )
            if made is None:
                continue
            if not _is_alike(file, made):
                foreign.add(request.format)
            yield request, made


def _later(file: _File, site: Site) -> tuple[str, ...]:
    """The newest round that a page of this version leads to, if it is younger than the page.

    Then the page was kept beside one of that round.
    """
    from wirctl.render.origin import editions_in

    known = {edition.round.id for edition in site.editions}
    return tuple(round for round in editions_in(file.data) if round not in known)[:1]


def _made(file: _File, site: Site, request: Request, memory: Memory) -> Rendered | None:
    """The document, without pages that the file cannot be; `None` where there is none in this form.

    Raises:
        Problem: it is of the format that the file has by its ending, and cannot be written here.
    """
    from wirctl.cli.rendering import NoSuchRoundError, rendered, rendered_in_part

    try:
        if request.format == "html" and _is_page(file):
            return rendered_in_part(file.place, site, request, _titled(file.data), memory)
        return rendered(file.place, site, request, memory=memory)
    except NoSuchRoundError:
        if file.said.rounds:
            raise
    except Problem:
        if request.format == file.ending:
            raise
    return None


def _is_page(file: _File) -> bool:
    """Whether the file begins as each page of ours, and as nothing else that is ever written.

    What templates of the project write may begin in any way.
    """
    own = map(file.place.config.folder, ("templates", "theme"))
    return file.ending == "html" and file.data.startswith(b"<!doctype html>") and not any(own)


def _titled(data: bytes) -> Wanted:
    """The pages whose title the page has; the start pages have that of the plan."""
    from wirctl.render.pages.page import title_mark
    from wirctl.render.pages.plan_pages import START

    def wanted(path: str, title: str | None) -> bool:
        is_start = PurePath(path).name == START
        return title is not None and (is_start or title_mark(title) in data)

    return wanted


def _is_alike(file: _File, made: Rendered) -> bool:
    """Whether a file of the document begins like this one: a PDF, an archive, or text."""
    from wirctl.render.origin import kind_of

    return any(kind_of(data) == kind_of(file.data) for data in made.files.values())


def _requests(file: _File, version: str) -> Iterator[Request]:
    """What may have been asked for, the likeliest first: the format that has this ending."""
    from wirctl.cli.rendering import Request
    from wirctl.render.registry import every_writer

    config, said = file.place.config, file.said
    writers = sorted(
        every_writer().values(), key=lambda item: (item.name != file.ending, item.together)
    )
    for writer in writers[:1] if _is_page(file) else writers:
        if writer.together:
            whole = Request.of(config, writer.name, "", version)
            yield from _sites(file, whole)
            continue
        for language in (said.lang,) if said.lang else _languages(file):
            whole = Request.of(config, writer.name, language, version)
            if writer.alone:
                yield replace(whole, only=said.only or file.path.stem)
            if not said.only:
                yield whole


def _languages(file: _File) -> tuple[str, ...]:
    """The languages that the document names; where it names none, those of the settings first."""
    from wirctl.render.labels import plain_languages
    from wirctl.render.origin import languages_in

    known = plain_languages()
    named = tuple(code for code in languages_in(file.data) if code in known)
    return named or tuple(dict.fromkeys((*_settled(file), *known)))


def _sites(file: _File, whole: Request) -> Iterator[Request]:
    """What several languages and rounds may have been asked for together.

    A page offers each language that it can be had in, and leads to each round kept beside it.
    """
    from wirctl.render.origin import editions_in, offered_languages

    said = file.said
    own = (file.version,) if whole.at != file.version else ()
    kept = ",".join((*own, *editions_in(file.data)))
    offered = offered_languages(file.data)
    langs = (",".join(offered),) if offered else (*_languages(file)[:1], ",".join(_settled(file)))
    for lang, downloads in product(
        (said.lang,) if said.lang else dict.fromkeys(langs),
        (said.downloads,) if said.downloads else _downloads(file),
    ):
        yield replace(whole, lang=lang, rounds=said.rounds or kept, downloads=downloads)


def _settled(file: _File) -> tuple[str, ...]:
    """The languages of the settings, without easy ones: nothing is written in those alone."""
    from wirctl.load.translated import EASY

    named = file.place.config.languages
    return tuple(code for code in named if not code.endswith(EASY)) or ("de",)


def _downloads(file: _File) -> tuple[str, ...]:
    """What a page may offer to take away: the formats that its links name, those of the settings.

    A link leads to a folder named after a format, to a file with its ending, or to a feed. A page
    that leads to files to take away and names none is the same for any of them.
    """
    from wirctl.render.origin import downloads_in, feeds_in, leads_to_downloads
    from wirctl.render.pages.abroad import FEEDS
    from wirctl.render.registry import every_writer

    apart = [name for name, writer in every_writer().items() if not writer.together]
    feeds = {media: name for name, media in FEEDS.items()}
    fed = {name: feeds.get(media, "") for name, media in feeds_in(file.data).items()}
    named = [fed.get(name) or name.rpartition(".")[2] for name in downloads_in(file.data)]
    if not named:
        plain = (name for name in apart if name not in FEEDS)
        return (next(plain, ""),) if leads_to_downloads(file.data) else ("",)
    lists = ([name for name in one if name in apart] for one in (named, file.place.config.formats))
    return tuple(dict.fromkeys(",".join(dict.fromkeys(one)) for one in lists))
