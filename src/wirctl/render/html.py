"""The plan as a web site of plain files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirctl.render.pages.failing import TemplateFailedError, failed
from wirctl.render.registry import writer
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wirctl.render.model.site import Site
    from wirctl.render.pages.book import Book
    from wirctl.render.pages.elsewhere import Shelf
    from wirctl.render.pages.ledger import Compiled
    from wirctl.render.pages.sandbox import Sandbox
    from wirctl.render.registry import Files, Options

__all__ = ["TemplateFailedError", "html"]

_ASSETS = ("site.css", "site.js")


@writer(
    "html",
    de="Internetseiten, die ohne Server gehen",
    en="a web site that needs no server",
    together=True,
)
def html(site: Site, options: Options) -> Files:
    """A page for each guideline, field, goal and measure, and what leads to them.

    The first language has the top of the folder, others have a folder each, and so have the
    views of closed rounds, below `versions/`.
    """
    from wirctl.render.pages.downloads import FOLDER, files_of
    from wirctl.render.pages.theme import theme_of

    compiled = options.ledger.compiled if options.ledger is not None else None
    environment = _environment((*options.templates, folder("templates")), compiled)
    books = _books(site, options)
    shelf = _shelf(books, options)
    files = dict(_assets(environment, options))
    files |= files_of(options.downloads) if options.wants(FOLDER[:-1]) else {}
    theme = theme_of(options.templates, files["assets/site.css"].decode())
    files["assets/site.css"] += theme.style.encode()
    files |= theme.files
    for copy in shelf.copies:
        for book in books[copy.folder]:
            below = f"{copy.folder}{shelf.folder_of(book.labels)}"
            for path, data in book.files(copy, shelf, environment, options, theme.logo):
                files[f"{below}{path}"] = data
    if shelf.url:
        files["sitemap.xml"] = _sitemap(shelf)
    return files


def _books(site: Site, options: Options) -> dict[str, tuple[Book, ...]]:
    """A book for each version and language, by the folder of the version."""
    from dataclasses import replace

    from wirctl.render.pages.book import Book
    from wirctl.render.pages.paths import file_name

    languages = options.languages or (options.labels,)
    views = {"": site}
    views |= {f"versions/{file_name(view.version.round)}/": view for view in options.frozen}
    return {
        below: tuple(
            Book.of(view, labels, options if view is site else replace(options, digests={}))
            for labels in languages
        )
        for below, view in views.items()
    }


def _shelf(books: dict[str, tuple[Book, ...]], options: Options) -> Shelf:
    from wirctl.render.pages.elsewhere import Copy, Shelf

    copies = (
        Copy(
            folder=below,
            site=found[0].site,
            pages={book.labels.code: frozenset(page.path for page in book.pages) for book in found},
        )
        for below, found in books.items()
    )
    return Shelf(tuple(copies), options.languages or (options.labels,), options.url)


def _sitemap(shelf: Shelf) -> bytes:
    """The addresses of all pages of the current version, for search engines."""
    from html import escape

    lines = "".join(
        f"<url><loc>{escape(f'{shelf.url}{path}', quote=False)}</loc></url>\n"
        for path in shelf.addresses()
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<urlset xmlns="{space}">\n{lines}</urlset>\n'.encode()


@cache
def _environment(places: tuple[Path, ...], compiled: Compiled | None) -> Sandbox:
    """The templates in these folders, compiled once; a file that changes is read again."""
    from wirctl.render.pages.sandbox import sandbox

    return sandbox(places, compiled)


def _assets(environment: Sandbox, options: Options) -> Iterator[tuple[str, bytes]]:
    """The style sheet and the script, from the first folder that has them; never as templates."""
    from jinja2 import TemplateSyntaxError

    loader = environment.loader
    if loader is None:
        return
    for name in _ASSETS:
        try:
            text, _, _ = loader.get_source(environment, f"assets/{name}")
        except TemplateSyntaxError as error:
            raise failed(error, tuple(map(str, options.templates))) from error
        yield f"assets/{name}", text.encode()
