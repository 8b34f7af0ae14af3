"""Sets a document for Word: real styles, contents, languages; the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from wirctl.render.paper.parts import Heading, Run, headings
from wirctl.render.paper.wordml import WordMl, page_field

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from wirctl.render.paper.parts import Document

_LETTERS = "Arial"
_INK, _QUIET, _ACCENT = (0, 0, 0), (0x4D, 0x5B, 0x66), (0x07, 0x56, 0x6B)
# Name, the style it is based on, size in points, colour, bold.
_STYLES: tuple[tuple[str, str, float, tuple[int, int, int], bool], ...] = (
    ("Wirctl Lead", "Normal", 11, _INK, False),
    ("Wirctl Label", "Normal", 9, _QUIET, False),
    ("Wirctl Group", "Normal", 10, _ACCENT, True),
    ("Wirctl Notice", "Normal", 10, _INK, False),
    ("Wirctl Quiet", "Normal", 8.5, _QUIET, False),
    ("Wirctl Cell", "Normal", 9, _INK, False),
    ("Wirctl Head", "Wirctl Cell", 9, _INK, True),
    ("TOC 1", "Normal", 10, _INK, True),
    ("TOC 2", "Normal", 10, _INK, False),
    ("TOC 3", "Normal", 9, _INK, False),
)
_SIZES = {"Title": 28.0, "Heading 1": 18.0, "Heading 2": 14.0, "Heading 3": 12.0}
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DAY = (1980, 1, 1, 0, 0, 0)


def set_for_word(document: Document) -> bytes:
    """The document as a file for Word."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    file = docx.Document()
    _prepare(file, document)

    def linked(url: str) -> str:
        return str(file.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    named = [one.id for one in headings(document.blocks) if one.id]
    marks = {id: number for number, id in enumerate(dict.fromkeys(named), 1)}
    writer = WordMl(document.language, linked, marks)
    _fill(file, _opening(document, writer) + writer.blocks(document.blocks))
    _foot(file, document, writer)
    out = io.BytesIO()
    file.save(out)
    return _repacked(out.getvalue())


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
    place: Any = file.sections[0].footer.paragraphs[0]._p  # noqa: SLF001 - its only door to XML
    for part in (writer.span(Run(f"{said} · ")), page_field()):
        for inner in list(parse_xml(f"<w:p {_NAMESPACES}>{part}</w:p>")):
            place.append(inner)


def _prepare(file: WordDocument, document: Document) -> None:
    """Styles, language, page and properties."""
    from docx.shared import Cm, Pt, RGBColor

    _speak(file, document.language)
    for name in ("Normal", *_SIZES):
        style: Any = file.styles[name]
        _letters(style)
        style.font.size = Pt(_SIZES.get(name, 10))
        if name != "Normal":
            style.font.color.rgb = RGBColor(*_ACCENT)
    for name, above, size, colour, bold in _STYLES:
        _style(file, name, above, size, colour, bold=bold)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.2)
    try:
        moment = datetime.fromisoformat(document.moment).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        moment = datetime(1980, 1, 1)  # noqa: DTZ001 - Word's own beginning of time
    about = file.core_properties
    about.title, about.author = _short(document.title), _short(document.author)
    about.language, about.revision = document.language, 1
    about.created = about.modified = moment
    about.last_modified_by = about.comments = ""


def _style(
    file: WordDocument,
    name: str,
    above: str,
    size: float,
    colour: tuple[int, int, int],
    *,
    bold: bool,
) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    style: Any = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles[above]
    style.font.size, style.font.bold = Pt(size), bold
    style.font.color.rgb = RGBColor(*colour)
    style.paragraph_format.space_after = Pt(3)
    style.paragraph_format.keep_with_next = name == "Wirctl Group"


def _letters(style: Any) -> None:  # noqa: ANN401 - a style of python-docx
    """One font for every script; Word takes it from several places."""
    from docx.oxml.ns import qn

    style.font.name = _LETTERS
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), _LETTERS)


def _speak(file: WordDocument, language: str) -> None:
    """The language of all that names no other."""
    from docx.oxml.ns import qn

    styles: Any = file.styles.element
    for found in styles.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
        found.set(qn("w:bidi"), language)


def _short(text: str) -> str:
    """A text for the properties of a file, which hold 255 characters."""
    return "".join(mark for mark in text if mark.isprintable())[:255]


def _repacked(data: bytes) -> bytes:
    """The same file with its members in order and without the time of today."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
