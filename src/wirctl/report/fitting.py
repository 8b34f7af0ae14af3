"""Changes in Markdown, no longer than a forge takes: whole, or shorter and saying so.

A step that does not fit gives way to the next as a whole: everything, without the wording of
texts, one table, the totals. So nothing is ever cut in the middle, and the totals are always there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.changes_markdown import page
from wirctl.report.headline import total
from wirctl.report.markdown_text import escaped
from wirctl.report.summary import markdown as table_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.diff.compare import Comparison
    from wirctl.report.registry import Look

SMALLEST = 1000
"""Bytes into which the totals always go."""
_LONGEST_NAME = 100

_SAYS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "texts": "Der Wortlaut der Texte fehlt hier",
        "changes": "Die einzelnen Änderungen fehlen hier",
        "why": "{what}, damit die Ausgabe nicht länger wird als {size} Bytes.",
        "title": "Synopse",
    },
    "en": {
        "texts": "The wording of the texts is left out here",
        "changes": "The single changes are left out here",
        "why": "{what}, so that the output is no longer than {size} bytes.",
        "title": "Synopsis",
    },
}


def fitted(comparison: Comparison, look: Look, most: int) -> str:
    """The longest page that is at most so many bytes of UTF-8 long, its line end included.

    `most` is at least `SMALLEST`.
    """
    pages = _pages(comparison, look, most)
    return next((text for text in pages if len(text.encode("utf-8", "replace")) <= most), "")


def _pages(comparison: Comparison, look: Look, most: int) -> Iterator[str]:
    says = _SAYS[look.language]

    def note(what: str) -> str:
        return says["why"].format(what=says[what], size=most)

    yield _joined(page(comparison, look))
    yield _joined(page(comparison, look, note("texts")))
    table = list(table_page(comparison, look))
    yield _joined([*table[:3], "", note("changes"), *table[3:]])
    yield _joined([*_heading(comparison, says), *table[2:3], "", note("changes")])
    yield _joined([f"{escaped(total(comparison, look.language))}.", "", note("changes")])


def _heading(comparison: Comparison, says: Mapping[str, str]) -> Iterator[str]:
    labels = (comparison.old.label[:_LONGEST_NAME], comparison.new.label[:_LONGEST_NAME])
    yield f"# {says['title']} {escaped(' → '.join(labels))}"
    yield ""


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
