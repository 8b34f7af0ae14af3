"""Sets a document for Word: cover, contents, parts and foot; the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirctl.press.parts import Heading, Run, headings
from wirctl.press.wordparts import put
from wirctl.render.paper.footnotes import Footnotes
from wirctl.render.paper.wordfile import describe, dress, packed, speak
from wirctl.render.paper.wordlists import lists_of
from wirctl.render.paper.wordml import WordMl, page_field

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from wirctl.press.parts import Document

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def set_for_word(document: Document) -> bytes:
    """The document as a file for Word."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    file = docx.Document()
    dress(file)
    speak(file, document.language)
    describe(file, document.title, document.author, document.language, document.moment)

    def linked(url: str) -> str:
        return str(file.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    named = [one.id for one in headings(document.blocks) if one.id]
    marks = {id: number for number, id in enumerate(dict.fromkeys(named), 1)}
    notes = Footnotes(file, document.language, marks)
    writer = WordMl(document.language, linked, marks, notes.sign, listed=lists_of(file))
    _fill(file, _opening(document, writer) + writer.blocks(document.blocks))
    _foot(file, document, writer)
    notes.close()
    return packed(file)


def _opening(document: Document, writer: WordMl) -> str:
    """Cover and contents; nothing for an element alone."""
    cover = document.cover
    if cover is None:
        return ""
    said = [
        writer.paragraph((Run(cover.over),), "WirctlLabel") if cover.over else "",
        writer.paragraph((Run(cover.draft, strong=True),), "WirctlNotice") if cover.draft else "",
        writer.paragraph((Run(cover.title),), "Title"),
        writer.paragraph((Run(cover.subtitle),), "Subtitle") if cover.subtitle else "",
        writer.paragraph((Run(cover.version, strong=True),)),
        writer.blocks(cover.notice, "WirctlNotice"),
        *(
            writer.paragraph((Run(f"{name}: ", strong=True), Run(words)), "WirctlQuiet")
            for name, words in cover.provenance
        ),
        writer.block(Heading(1, document.words["contents"], own_page=True, minor=True)),
        writer.contents(headings(document.blocks)),
    ]
    return "".join(said)


def _fill(file: WordDocument, body: str) -> None:
    """Put the parts before the properties of the section, which come last."""
    from docx.oxml.parser import parse_xml

    whole = parse_xml(f"<w:body {_NAMESPACES}>{body}</w:body>")
    last: Any = file.element.body.sectPr
    for part in list(whole):
        last.addprevious(part)


def _foot(file: WordDocument, document: Document, writer: WordMl) -> None:
    from docx.oxml.parser import parse_xml

    foot = document.footing
    said = " · ".join(filter(None, (document.title, foot.version, foot.origin, foot.warning)))
    line = file.sections[0].footer.paragraphs[0]
    line.style = file.styles["Wirctl Quiet"]
    if document.direction == "rtl":
        put(line._p.get_or_add_pPr(), "bidi")  # noqa: SLF001 - as below
    place: Any = line._p  # noqa: SLF001 - its only door to XML
    for part in (writer.span(Run(f"{said} · ")), page_field()):
        for inner in list(parse_xml(f"<w:p {_NAMESPACES}>{part}</w:p>")):
            place.append(inner)
