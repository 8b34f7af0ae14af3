"""The pages of one version in one language, and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from wirctl.render.model.site import Site
from wirctl.render.model.values import Group, text_in
from wirctl.render.pages.failing import failed
from wirctl.render.pages.settling import settled
from wirctl.render.versions import round_name, version_line, version_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Template

    from wirctl.render.labels import Labels
    from wirctl.render.pages.elsewhere import Copy, Shelf
    from wirctl.render.pages.page import Page, Step
    from wirctl.render.pages.paths import Paths
    from wirctl.render.pages.sandbox import Sandbox
    from wirctl.render.pages.watching import WatchedSite
    from wirctl.render.registry import Options

_INDENT = re.compile(r"\n\s+")
_DEFAULTS = {"elements": "element.html.j2", "overviews": "overview.html.j2"}


@dataclass(frozen=True, slots=True)
class Book:
    """One version in one language: the view with its translations, and its pages."""

    site: WatchedSite
    labels: Labels
    paths: Paths
    pages: tuple[Page, ...]

    @classmethod
    def of(cls, site: Site, labels: Labels, options: Options) -> Book:
        """The book of a view in a language.

        Raises:
            LanguageNeedsBabelError: dates cannot be written in this language.
        """
        from wirctl.render.localize import in_language
        from wirctl.render.pages.easy import easy_pages
        from wirctl.render.pages.paths import Paths
        from wirctl.render.pages.plan_pages import pages_of
        from wirctl.render.pages.watching import WatchedSite
        from wirctl.render.wording import check_language

        check_language(labels.language)
        if labels.is_easy:
            view = WatchedSite(site, options.digests)
            paths = Paths(view)
            return cls(view, labels, paths, tuple(easy_pages(view, labels, paths)))
        translated = in_language(site, labels.language)
        view = WatchedSite(translated, options.digests if translated is site else {})
        paths = Paths(view)
        return cls(view, labels, paths, tuple(pages_of(view, labels, paths, options)))

    def files(
        self, copy: Copy, shelf: Shelf, environment: Sandbox, options: Options, logo: str
    ) -> Iterator[tuple[str, bytes]]:
        """Every page, and the index that they are searched by; path below the book's folder.

        What is not wanted is left out.
        """
        from wirctl.render.pages.seeking import INDEX, index

        below = f"{copy.folder}{shelf.folder_of(self.labels)}"
        root = "../" * below.count("/")
        own = tuple(str(place) for place in options.templates)
        press = Press(environment, own, self, _Seat(copy, shelf, root, logo), options)
        account = options.ledger.open(below, self.site.watch) if options.ledger else None
        for page in self.pages:
            if not options.wants(f"{below}{page.path}", page.title):
                continue
            write = partial(press.write, page)
            made = account.page(page.path, press.own(page), write) if account else write()
            yield page.path, made
        if not self.labels.is_easy and options.wants(f"{below}{INDEX}"):
            yield INDEX, index(self.site, self.labels, self.paths, account)


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a book stands on the shelf; `root` leads from its folder to the top of all."""

    copy: Copy
    shelf: Shelf
    root: str
    logo: str


class Press:
    """Writes the pages of a book."""

    def __init__(
        self,
        environment: Sandbox,
        own: tuple[str, ...],
        book: Book,
        seat: _Seat,
        options: Options,
    ) -> None:
        self._environment = environment
        self._options = options
        self._own = own
        self._book = book
        self._seat = seat
        self._templates: dict[str, Template] = {}
        self._words = {top: self._words_at(top) for top in ("", "../")}
        self._frames: dict[str, str] = {}

    def write(self, page: Page) -> bytes:
        """The page, without the indentation of templates.

        Raises:
            TemplateFailedError: a template of the project cannot be used.
        """
        top = "../" * page.path.count("/")
        words = self._words[top] | self._elsewhere(page, f"{top}{self._seat.root}")
        try:
            text = self._template(page.template).render(words, page=page, **page.data)
        except Exception as error:
            raise failed(error, self._own) from error
        return (settled(_INDENT.sub("\n", text).strip()) + "\n").encode("utf-8", "replace")

    def own(self, page: Page) -> str:
        """The digest of what the page shows besides what its template reads of the view."""
        from wirctl.render.digest import digest
        from wirctl.render.pages.watching import unwatched

        top = "../" * page.path.count("/")
        if top not in self._frames:
            words = {name: word for name, word in self._words[top].items() if _is_plain(word)}
            self._frames[top] = digest((words, unwatched(self._book.site)))
        return digest((self._frames[top], page, self._elsewhere(page, f"{top}{self._seat.root}")))

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            names = [name, _DEFAULTS.get(name.partition("/")[0], name)]
            self._templates[name] = self._environment.select_template(names)
        return self._templates[name]

    def _elsewhere(self, page: Page, root: str) -> dict[str, object]:
        copy, shelf = self._seat.copy, self._seat.shelf
        place = (copy, self._book.labels, page.path)
        return {
            "in_languages": shelf.in_languages(*place, root),
            "in_editions": shelf.in_editions(*place, root),
            "current": shelf.current(*place, root),
            "canonical": shelf.canonical(*place),
        }

    @cached_property
    def _same_everywhere(self) -> Mapping[str, object]:
        from wirctl.render.pages.abroad import feeds_of, linked_data, source_of
        from wirctl.render.pages.plan_pages import DOWNLOADS, about_site, further, navigation

        site, labels, paths = self._book.site, self._book.labels, self._book.paths
        has_downloads = any(page.path == DOWNLOADS for page in self._book.pages)
        always = () if labels.is_easy else about_site(labels, has_downloads=has_downloads)
        return {
            "site": site,
            "language": labels.language,
            "direction": labels.direction,
            "logo": self._seat.logo,
            "navigation": () if labels.is_easy else _pairs(navigation(site, labels, paths)),
            "more": () if labels.is_easy else _pairs(further(site, labels, paths, always)),
            "version_line": "" if labels.is_easy else version_line(site, labels),
            "version_name": "" if labels.is_easy else version_name(site, labels),
            "since_name": round_name(site, site.news.since) if site.news is not None else "",
            "licence": _licence(site),
            "feeds": feeds_of(self._options.downloads),
            "linked_data": lambda item: linked_data(item, site, self._options),
            "source_of": lambda item: source_of(item, site, self._options.source),
            "rendered": frozenset(labels.code for labels in self._seat.shelf.languages),
        }

    def _words_at(self, top: str) -> dict[str, object]:
        from wirctl.render.pages.language import Speech
        from wirctl.render.pages.sandbox import Offer

        book = self._book
        speech = Speech.at(top, book.site, book.labels, book.paths)
        own = {"top": top, "root": f"{top}{self._seat.root}", "disclaimer": speech.disclaimer()}
        words = {**speech.functions(), **self._same_everywhere, **own}
        return {name: Offer(word) if callable(word) else word for name, word in words.items()}


def _is_plain(word: object) -> bool:
    """Whether it is data: not a function, and not the view, which is watched."""
    return not callable(word) and not isinstance(word, Site)


def _pairs(steps: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    """Path and title of pages: what every page lists, in the form that is quickest to write."""
    return tuple((step.path, step.title) for step in steps)


def _licence(site: Site) -> str:
    plan = next(iter(site.of_kind("plan")), None)
    return text_in(Group(plan.fields), "licence") if plan is not None else ""
