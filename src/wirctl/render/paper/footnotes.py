"""Footnotes of a file for Word: a part of their own, with links of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirctl.render.paper.wordml import WordMl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordDocument

    from wirctl.press.parts import Line

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LINES = "".join(
    f'<w:footnote w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
    for number, name in ((-1, "separator"), (0, "continuationSeparator"))
)
_SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'


class Footnotes:
    """Collects footnotes; the part is in the file once it is closed."""

    def __init__(self, file: WordDocument, language: str, marks: Mapping[str, int]) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package: Any = file.part.package
        self._part = Part(PackURI("/word/footnotes.xml"), _TYPE, b"", package)
        self._file = file
        self._found: list[str] = []

        def linked(url: str) -> str:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            return str(self._part.relate_to(url, kind, is_external=True))

        self._writer = WordMl(language, linked, dict(marks))

    def sign(self, line: Line) -> str:
        """Keep a footnote; the run that leads to it."""
        number = len(self._found) + 1
        words = "".join(map(self._writer.span, line))
        begin = _SIGN.format("<w:footnoteRef/>")
        space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        self._found.append(
            f'<w:footnote w:id="{number}"><w:p>{style}{begin}{space}{words}</w:p></w:footnote>'
        )
        return _SIGN.format(f'<w:footnoteReference w:id="{number}"/>')

    def close(self) -> None:
        """Put the part into the file, if there is a footnote."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if not self._found:
            return
        whole = f"<w:footnotes {_NAMESPACES}>{_LINES}{''.join(self._found)}</w:footnotes>"
        self._part._blob = f"{_HEAD}{whole}".encode()  # noqa: SLF001 - its only door
        self._file.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        _styles(self._file)


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _styles(file: WordDocument) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles: Any = file.styles
    text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    sign = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    text.element.styleId, sign.element.styleId = "FootnoteText", "FootnoteReference"
    text.base_style, text.font.size = styles["Normal"], Pt(8)
    text.paragraph_format.space_after = Pt(0)
    sign.font.superscript = True
