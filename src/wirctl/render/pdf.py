"""The plan as a PDF for the public: PDF/A-3a and PDF/UA-1 in one file, its data attached."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from wirctl.press.extras import needs
from wirctl.render.json import as_plain_record, whole
from wirctl.render.registry import writer
from wirctl.resources import folder

if TYPE_CHECKING:
    from wirctl.press.parts import Document
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options


@writer(
    "pdf",
    de="Barrierefreies PDF, die Daten liegen bei",
    en="an accessible PDF with its data",
    alone=True,
)
def pdf(site: Site, options: Options) -> Files:
    """The whole plan in one file, or one element alone; none if an element cannot be printed.

    Raises:
        MissingExtraError: what sets PDFs is not installed.
        NoSuchElementError: the plan has no element of that id.
        TypesettingError: Typst refuses a template.
    """
    needs("pdf", "typst")
    from wirctl.press.glyphs import glyphs_in
    from wirctl.press.typesetting import TypesettingError, fonts_of, set_document
    from wirctl.render.localize import in_language
    from wirctl.render.paper.document import document
    from wirctl.render.paper.faults import unprintable, unseen

    site = in_language(site, options.labels.language)
    made = replace(document(site, options.labels, options.only), keywords=_origin(options))
    places = (*options.templates, folder("templates"))
    options.faults.extend(unseen(site, glyphs_in(fonts_of(places))))

    def is_printable(part: Document) -> bool:
        try:
            set_document(part, b"{}", places)
        except TypesettingError:
            return False
        return True

    try:
        return {f"{made.name}.pdf": set_document(made, _data(site, options), places)}
    except TypesettingError as error:
        culprit = unprintable(made, site, error.why, is_printable)
        if culprit is None:
            raise
        options.faults.append(culprit)
        return {}


def _origin(options: Options) -> tuple[str, ...]:
    """What the file says in its properties of how it was made."""
    said = options.provenance.record()
    names = ("plan", "round", "commit", "wirctl", "model", "templates")
    return tuple(f"{name}:{said[name]}" for name in names if said[name])


def _data(site: Site, options: Options) -> bytes:
    """What is attached: the data of what the document shows, without space between it."""
    record = as_plain_record(site.items[options.only]) if options.only else whole(site, options)
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
