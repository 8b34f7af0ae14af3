"""Word documents in the making: real styles, no sign that XML forbids, the same bytes each time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from wirctl.core.archive import repacked
from wirctl.press.extras import needs
from wirctl.press.wordparts import shed
from wirctl.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle, ParagraphStyle

Node: TypeAlias = "BaseOxmlElement"

_FONT = "Arial"
_INK = "16202A"
_REGIONS = {"de": "de-DE", "en": "en-GB"}
_NO_DAY = date(1980, 1, 1)
"""What archives begin with; stands for a day that nobody knows."""


class WordFile:
    """A document that grows at its end."""

    def __init__(self, title: str, language: str, *, landscape: bool = False) -> None:
        """An empty A4 document in this language.

        Raises:
            MissingExtraError: the library for it is not installed.
        """
        self.document = _document()
        self._body: Any = self.document.element.body
        self._title = visible(title)
        _set_page(self.document, landscape=landscape)
        _set_styles(self.document, _REGIONS.get(language, language))

    def add(self, node: Node) -> None:
        """Put a paragraph or a table at the end."""
        self._body.insert(len(self._body) - 1, node)

    def add_style(self, name: str, *, of_characters: bool = False) -> CharacterStyle:
        """A new style, to be set; a paragraph's style is one of characters too."""
        from docx.enum.style import WD_STYLE_TYPE

        kind = WD_STYLE_TYPE.CHARACTER if of_characters else WD_STYLE_TYPE.PARAGRAPH
        made: CharacterStyle = self.document.styles.add_style(name, kind)
        return made

    def style(self, name: str) -> ParagraphStyle:
        """A style that is there."""
        found: ParagraphStyle = self.document.styles[name]
        return found

    def data(self, day: str) -> bytes:
        """The document as a file that was made on this day (YYYY-MM-DD)."""
        when = day_of(day)
        moment = datetime.combine(when, time(), UTC).replace(tzinfo=None)
        core = self.document.core_properties
        core.title, core.author, core.last_modified_by = self._title, "wirctl", "wirctl"
        core.comments, core.revision = "", 1
        core.created = core.modified = moment
        shed(self.document)
        stream = BytesIO()
        self.document.save(stream)
        return repacked(stream.getvalue(), when)


def day_of(text: str) -> date:
    """The day, or the first that archives know where the text is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return _NO_DAY


def node(tag: str, *children: Node, **attributes: str) -> Node:
    """An element of WordprocessingML with attributes and children."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), visible(value))
    made.extend(children)
    bare: Node = made
    return bare


def run(text: str, style: str = "", tag: str = "t") -> Node:
    """A stretch of text in one style of characters; line ends break the line."""
    found = node("r")
    parts: Any = found
    if style:
        parts.append(node("rPr", node("rStyle", val=style)))
    for place, line in enumerate(visible(text).split("\n")):
        if place:
            parts.append(node("br"))
        if line:
            parts.append(_letters(line, tag))
    return found


def _letters(line: str, tag: str) -> Node:
    made: Any = node(tag)
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = line
    bare: Node = made
    return bare


def paragraph(runs: Iterable[Node], style: str = "", *more: Node) -> Node:
    """A paragraph in a style; `more` are further properties, in the order of the standard."""
    made: Any = node("p")
    properties = ([node("pStyle", val=style)] if style else []) + list(more)
    if properties:
        made.append(node("pPr", *properties))
    made.extend(runs)
    bare: Node = made
    return bare


def _document() -> Document:
    needs("office", "docx")
    import docx

    return docx.Document()


def _set_page(document: Document, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    sides = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = sides
    section.left_margin = section.right_margin = Mm(15 if landscape else 22)
    section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(9)


def _set_styles(document: Document, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    styles: Any = document.styles
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    sizes = {"Normal": 9.5, "Title": 20, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 10.5}
    for name, size in sizes.items():
        style = styles[name]
        style.font.size, style.font.name = Pt(size), _FONT
        style.font.color.rgb = RGBColor.from_string(_INK)
        fonts = style.element.rPr.rFonts
        for part in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{part}"), None)
        fonts.set(qn("w:cs"), _FONT)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    element = styles["Heading 3"].paragraph_format
    element.space_before = element.space_after = Pt(3)
    _bare_title(styles["Title"])


def _bare_title(style: Any) -> None:  # noqa: ANN401 - the library's own type has no such part
    """Titles without the line below them that the library's own template draws."""
    from docx.oxml.ns import qn

    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def page_numbers(file: WordFile, text: str, page: str, of: str) -> None:
    """Let each page say at its foot what it belongs to, and which page of how many it is."""
    foot = file.document.sections[0].footer.paragraphs[0]
    foot.style = file.style("Footer")
    parts: Any = foot._p  # noqa: SLF001 - the library gives no other way to add fields
    parts.append(run(f"{text} · {page} "))
    parts.append(_field("PAGE"))
    parts.append(run(f" {of} "))
    parts.append(_field("NUMPAGES"))


def _field(name: str) -> Node:
    return node("fldSimple", run("1"), instr=f" {name} ")
