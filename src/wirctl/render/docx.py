"""The plan for Word, as a file to work with: real styles, contents, headings, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.extras import needs
from wirctl.render.registry import writer

if TYPE_CHECKING:
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options


@writer("docx", de="Ein Dokument für Word", en="a document for Word", alone=True)
def docx(site: Site, options: Options) -> Files:
    """The whole plan in one file, or one element alone.

    Raises:
        MissingExtraError: what writes for Word is not installed.
        NoSuchElementError: the plan has no element of that id.
    """
    needs("office", "docx")
    from wirctl.render.localize import in_language
    from wirctl.render.paper.document import document
    from wirctl.render.paper.word import set_for_word

    site = in_language(site, options.labels.language)
    made = document(site, options.labels, options.only)
    return {f"{made.name}.docx": set_for_word(made)}
