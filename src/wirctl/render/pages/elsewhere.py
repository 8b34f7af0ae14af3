"""The same page elsewhere: in other languages, in other versions of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.labels import Labels
    from wirctl.render.model.site import Site


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A page in a language, by the name that its speakers have for it."""

    code: str
    language: str
    direction: str
    name: str
    href: str
    is_here: bool
    is_same: bool


@dataclass(frozen=True, slots=True)
class EditionLink:
    """A page as it was in the version of a closed round."""

    title: str
    date: str
    href: str


@dataclass(frozen=True, slots=True)
class Copy:
    """The site of one version: its folder, its view, and the paths of its pages by language."""

    folder: str
    site: Site
    pages: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that one folder holds: the current site first, then those of closed rounds."""

    copies: tuple[Copy, ...]
    languages: tuple[Labels, ...]
    url: str = ""

    def folder_of(self, labels: Labels) -> str:
        """The folder of a language; the first one has none."""
        return "" if labels is self.languages[0] else f"{labels.code}/"

    def in_languages(
        self, copy: Copy, here: Labels, path: str, root: str
    ) -> tuple[LanguageLink, ...]:
        """A page in every language; nothing where there is only one."""
        if len(self.languages) == 1:
            return ()
        return tuple(
            LanguageLink(
                code=labels.code,
                language=labels.language,
                direction=labels.direction,
                name=labels.texts[f"own_{labels.code}"],
                href=f"{root}{copy.folder}{self.folder_of(labels)}{self._page(copy, labels, path)}",
                is_here=labels is here,
                is_same=path in copy.pages[labels.code],
            )
            for labels in self.languages
        )

    def _page(self, copy: Copy, labels: Labels, path: str) -> str:
        return path if path in copy.pages[labels.code] else "index.html"

    def in_editions(
        self, copy: Copy, labels: Labels, path: str, root: str
    ) -> tuple[EditionLink, ...]:
        """A page in the versions of closed rounds that have it, the latest first."""
        others = reversed(self.copies[1:])
        return tuple(
            EditionLink(
                title=self._title(other),
                date=other.site.version.date,
                href=f"{root}{other.folder}{self.folder_of(labels)}{path}",
            )
            for other in others
            if other is not copy and path in other.pages[labels.code]
        )

    def _title(self, copy: Copy) -> str:
        name = copy.site.version.round
        item = copy.site.items.get(name)
        return item.title if item is not None else name

    def current(self, copy: Copy, labels: Labels, path: str, root: str) -> str:
        """The address of a page in the current version, or of its start page."""
        if copy is self.copies[0]:
            return ""
        return f"{root}{self.folder_of(labels)}{self._page(self.copies[0], labels, path)}"

    def canonical(self, copy: Copy, labels: Labels, path: str) -> str:
        """The address on the web that a page stands for; empty where nobody has said.

        That of the current version, unless only this one has the page.
        """
        if not self.url:
            return ""
        now = self.copies[0]
        folder = now.folder if path in now.pages[labels.code] else copy.folder
        return f"{self.url}{folder}{self.folder_of(labels)}{path}"

    def addresses(self) -> Iterator[str]:
        """The path of every page of the current version, for the map of the site."""
        now = self.copies[0]
        for labels in self.languages:
            for path in sorted(now.pages[labels.code]):
                yield f"{self.folder_of(labels)}{path}"
