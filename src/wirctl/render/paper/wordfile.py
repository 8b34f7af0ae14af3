"""A file for Word as such: its styles, language and properties; the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from wirctl.press.wordparts import put, shed

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

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
    ("Wirctl Drawn", "Normal", 7.5, _INK, False),
    ("TOC 1", "Normal", 10, _INK, True),
    ("TOC 2", "Normal", 10, _INK, False),
    ("TOC 3", "Normal", 9, _INK, False),
)
_SIZES = {"Title": 28.0, "Heading 1": 18.0, "Heading 2": 14.0, "Heading 3": 12.0}
_INDENTS = {"TOC 2": 0.5, "TOC 3": 1.0}
_DAY = (1980, 1, 1, 0, 0, 0)


def dress(file: WordDocument) -> None:
    """Give an empty file our styles, on A4."""
    from docx.shared import Cm, Pt, RGBColor

    for name in ("Normal", *_SIZES):
        style: Any = file.styles[name]
        _letters(style)
        style.font.size = Pt(_SIZES.get(name, 10))
        if name != "Normal":
            style.font.color.rgb = RGBColor(*_ACCENT)
    for name, above, size, colour, bold in _STYLES:
        _style(file, name, above, size, colour, bold=bold)
    for name, indent in _INDENTS.items():
        file.styles[name].paragraph_format.left_indent = Cm(indent)
    _calm(file)
    _hyphenate(file)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _calm(file: WordDocument) -> None:
    """Titles without ornament, and without gaps between letters: those tear Arabic apart."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for gap in list(file.styles["Title"].element.iter(qn("w:spacing"))):
        if gap.get(qn("w:val")) is not None:
            gap.getparent().remove(gap)

    style: Any = file.styles["Subtitle"]
    style.base_style = file.styles["Normal"]
    style.element.remove(style.element.rPr)
    style.font.size, style.font.color.rgb = Pt(14), RGBColor(*_QUIET)


def _hyphenate(file: WordDocument) -> None:
    """Let words be parted at the ends of lines, but in headings."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    settings: Any = file.settings.element
    settings.find(qn("w:defaultTabStop")).addnext(OxmlElement("w:autoHyphenation"))
    for name in _SIZES:
        style: Any = file.styles[name]
        put(style.element.get_or_add_pPr(), "suppressAutoHyphens")


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
    style.paragraph_format.space_after = Pt(0 if name == "Wirctl Drawn" else 3)
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


def speak(file: WordDocument, language: str) -> None:
    """The language of all that names no other."""
    from docx.oxml.ns import qn

    styles: Any = file.styles.element
    for found in styles.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
        found.set(qn("w:bidi"), language)


def describe(file: WordDocument, title: str, author: str, language: str, moment: str) -> None:
    """Say in the properties of the file what it is; `moment` is that of the version in UTC."""
    try:
        made = datetime.fromisoformat(moment).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        made = datetime(1980, 1, 1)  # noqa: DTZ001 - Word's own beginning of time
    about = file.core_properties
    about.title, about.author = _short(title), _short(author)
    about.language, about.revision = language, 1
    about.created = about.modified = made
    about.last_modified_by = about.comments = ""


def _short(text: str) -> str:
    """A text for the properties of a file, which hold 255 characters."""
    return "".join(mark for mark in text if mark.isprintable())[:255]


def packed(file: WordDocument) -> bytes:
    """The file with its members in order and without the time of today."""
    shed(file)
    made, out = io.BytesIO(), io.BytesIO()
    file.save(made)
    with (
        zipfile.ZipFile(made) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
