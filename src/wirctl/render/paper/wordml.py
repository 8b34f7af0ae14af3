"""The parts of a document as WordprocessingML (ECMA-376): every text escaped, every tag ours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from wirctl.press.parts import (
    Bullets,
    Facts,
    Grid,
    Heading,
    LineBreak,
    Note,
    PageOf,
    Par,
    Quoted,
    Run,
)
from wirctl.render.labels import direction_of
from wirctl.render.paper.drawingml import drawing
from wirctl.render.paper.wordlists import DEEPEST, STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wirctl.press.parts import Block, Blocks, Figure, Line, Span, Words

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COMMA = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r>'
_WIDTH, _NAMES = 9350, 2400
_LEFT_TO_RIGHT = "\u200e"
"""Keeps the full stop of a German sentence beside it where lines run from right to left."""
LOOKS = {
    "lead": "WirctlLead",
    "label": "WirctlLabel",
    "caption": "WirctlGroup",
    "group": "WirctlGroup",
    "notice": "WirctlNotice",
    "quiet": "WirctlQuiet",
}


def text_of(text: str) -> str:
    """A text as the content of a tag."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


@dataclass(frozen=True, slots=True)
class WordMl:
    """Writes parts. `linked` gives the id of a relation to an address on the web.

    `language` is that of the document; `marks` are the elements that have a bookmark. `noted`
    keeps a footnote and gives the run that leads to it; without it notes stand in brackets.
    `listed` gives the number of a list from where it starts and its level; without it lists are
    those of the styles of the file. `depth` counts the lists around.
    """

    language: str
    linked: Callable[[str], str]
    marks: dict[str, int] = field(default_factory=dict)
    noted: Callable[[Line], str] | None = None
    drawn: list[Figure] = field(default_factory=list)
    listed: Callable[[int | None, int], int] | None = None
    depth: int = 0

    def blocks(self, blocks: Iterable[Block], style: str = "") -> str:
        """Blocks below each other."""
        return "".join(self.block(block, style) for block in blocks)

    def block(self, block: Block, style: str = "") -> str:
        """A block; `style` is that of paragraphs that have no look of their own."""
        match block:
            case Heading():
                return self._heading(block)
            case Par(line, look, language):
                return self.paragraph(line, LOOKS.get(look, style), language)
            case Bullets():
                return self._list(block)
            case Quoted(blocks):
                return self.blocks(blocks, "Quote")
            case Grid() | Facts():
                return self._grid(block) if isinstance(block, Grid) else self._facts(block)
            case _:
                return self._figure(block)

    def _facts(self, facts: Facts) -> str:
        rows = [((Par((Run(name, strong=True),)),), content) for name, content in facts.pairs]
        names = [(Run(words),) for words in facts.head]
        return self._table(names, rows, [_NAMES, _WIDTH - _NAMES])

    def _figure(self, figure: Figure) -> str:
        """A drawing that is told in words to who does not see it, and its caption."""
        self.drawn.append(figure)
        shown = drawing(figure, len(self.drawn), self._inscription)
        caption = self.paragraph((Run(figure.caption),), "WirctlQuiet")
        return f"<w:p><w:pPr><w:keepNext/></w:pPr><w:r>{shown}</w:r></w:p>{caption}"

    def _inscription(self, words: Words, side: str) -> str:
        """Words in a drawing, which runs from left to right in every language."""
        run = self.span(Run(words.text, language=words.language))
        style = f'<w:pStyle w:val="WirctlDrawn"/><w:jc w:val="{side}"/>'
        return f"<w:p><w:pPr>{style}</w:pPr>{run}</w:p>"

    def _list(self, part: Bullets) -> str:
        name = "ListBullet" if part.start is None else "ListNumber"
        style = LOOKS.get(part.look, name)
        level = min(self.depth, DEEPEST)
        number = self.listed(part.start, level) if self.listed is not None else 0
        inside = replace(self, depth=self.depth + 1)
        return "".join(inside.item(item, style, number) for item in part.items)

    def item(self, blocks: Blocks, style: str, number: int) -> str:
        """An item of the list of this number; only its first paragraph has the mark."""
        first, rest = blocks[:1], blocks[1:]
        if not number:
            return self.blocks(first, style) + self.blocks(rest, "ListContinue")
        level = min(self.depth - 1, DEEPEST)
        mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        indent = f'<w:ind w:left="{STEP * (level + 1)}"/>'
        marked = "".join(self._in_item(block, style, mark, "") for block in first)
        return marked + "".join(self._in_item(one, "ListContinue", "", indent) for one in rest)

    def _in_item(self, block: Block, style: str, mark: str, indent: str) -> str:
        """A block of an item; what is no paragraph stands for itself."""
        if not isinstance(block, Par):
            return self.block(block)
        named = f'<w:pStyle w:val="{LOOKS.get(block.look, style)}"/>{mark}'
        properties = self._properties(named, block.language, indent)
        return f"<w:p>{properties}{self.line(block.line)}</w:p>"

    def _heading(self, heading: Heading) -> str:
        number = self.marks.get(heading.id, 0)
        begin = f'<w:bookmarkStart w:id="{number}" w:name="e{number}"/>' if number else ""
        end = f'<w:bookmarkEnd w:id="{number}"/>' if number else ""
        page = "<w:pageBreakBefore/>" if heading.own_page else ""
        label = self.span(Run(f"{heading.label} ")) if heading.label else ""
        words = self.span(Run(heading.text, language=heading.language))
        style = f'<w:pStyle w:val="Heading{heading.level}"/>{page}'
        return f"<w:p>{self._properties(style, '')}{begin}{label}{words}{end}</w:p>"

    def paragraph(self, line: Line, style: str = "", language: str = "") -> str:
        """A paragraph."""
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:p>{self._properties(named, language)}{self.line(line)}</w:p>"

    def line(self, line: Line) -> str:
        """The spans of a line, with a comma between notes that follow each other."""
        pairs = zip(line, (None, *line), strict=False)
        return "".join(
            f"{_COMMA if self._is_again(span, before) else ''}{self.span(span)}"
            for span, before in pairs
        )

    def _is_again(self, span: Span, before: Span | None) -> bool:
        return self.noted is not None and isinstance(span, Note) and isinstance(before, Note)

    def _properties(self, inner: str, language: str, behind: str = "") -> str:
        turned = direction_of(language or self.language) == "rtl"
        inner += ("<w:bidi/>" if turned else "") + behind
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def span(self, span: Span) -> str:
        """A part of a line."""
        match span:
            case Run():
                return self._run(span)
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case Note(line) if self.noted is not None:
                return self.noted(line)
            case Note(line):
                inner = "".join(map(self.span, line))
                return f"{self._run(Run(' ['))}{inner}{self._run(Run(']'))}"
            case PageOf(target):
                number = self.marks.get(target)
                return _field(f"PAGEREF e{number} \\h", "…", before=" ") if number else ""

    def _run(self, run: Run) -> str:
        text = f"{run.text}{_LEFT_TO_RIGHT}" if self._is_turned_back(run) else run.text
        shown = f'<w:r>{self._look(run)}<w:t xml:space="preserve">{text_of(text)}</w:t></w:r>'
        if run.url:
            return f"<w:hyperlink r:id={quoteattr(self.linked(run.url))}>{shown}</w:hyperlink>"
        number = self.marks.get(run.target, 0)
        return f'<w:hyperlink w:anchor="e{number}">{shown}</w:hyperlink>' if number else shown

    def _is_turned_back(self, run: Run) -> bool:
        """Whether words run against their document, so that their full stop would leave them."""
        is_turned = direction_of(self.language) != direction_of(run.language or self.language)
        return is_turned and direction_of(self.language) == "rtl" and not run.text[-1:].isalnum()

    def _look(self, run: Run) -> str:
        language = run.language or self.language
        turned = direction_of(language) == "rtl"
        name = re.sub("[^A-Za-z-]", "", language)
        parts = [
            "<w:b/><w:bCs/>" if run.strong else "",
            "<w:i/><w:iCs/>" if run.stressed or run.is_mark else "",
            '<w:color w:val="5B3A8C"/>' if run.is_mark else "",
            '<w:color w:val="07566B"/>' if run.url or run.target in self.marks else "",
            "<w:rtl/>" if turned else "",
            f'<w:lang w:bidi="{name}"/>' if turned else f'<w:lang w:val="{name}"/>',
        ]
        return f"<w:rPr>{''.join(parts)}</w:rPr>"

    def _grid(self, grid: Grid) -> str:
        total = sum(grid.widths) or 1
        widths = [_WIDTH * share // total for share in grid.widths]
        head = self.paragraph((Run(grid.caption),), "WirctlGroup") if grid.caption else ""
        return head + self._table(grid.head, grid.rows, widths)

    def _table(
        self, head: Sequence[Line], rows: Sequence[Sequence[Blocks]], widths: Sequence[int]
    ) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        names = [(Par(line),) for line in head]
        top = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        inner = self._row(names, widths, top, "WirctlHead") + "".join(
            self._row(row, widths, "", "WirctlCell") for row in rows
        )
        turned = "<w:bidiVisual/>" if direction_of(self.language) == "rtl" else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{turned}'
            f'<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{inner}</w:tbl>"
            '<w:p><w:pPr><w:pStyle w:val="WirctlCell"/></w:pPr></w:p>'
        )

    def _row(
        self, cells: Sequence[Blocks], widths: Sequence[int], properties: str, style: str
    ) -> str:
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self.blocks(cell, style) or '<w:p/>'}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr>{properties}{inner}</w:tr>"

    def contents(self, headings: Sequence[Heading]) -> str:
        """A table of contents: a field that Word renews, with its entries in it."""
        shown = [one for one in headings if not one.minor]
        begin = _mark("begin", dirty=True) + _instruction('TOC \\o "1-3" \\h \\z')
        lines = [
            f"<w:p>{self._properties(_toc(one.level), '')}"
            f"{(begin + _mark('separate')) if place == 0 else ''}"
            f"{self.span(Run(one.words, language=one.language, target=one.id))}"
            f"{_mark('end') if place == len(shown) - 1 else ''}</w:p>"
            for place, one in enumerate(shown)
        ]
        return "".join(lines)


def _toc(level: int) -> str:
    return f'<w:pStyle w:val="TOC{level}"/>'


def _field(instruction: str, shown: str, before: str = "") -> str:
    text = f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>' if before else ""
    inner = f"<w:r><w:t>{shown}</w:t></w:r>"
    start = _mark("begin", dirty=True) + _instruction(instruction)
    return text + start + _mark("separate") + inner + _mark("end")


def page_field() -> str:
    """The number of the page."""
    return _field("PAGE", "1")


def _mark(kind: str, *, dirty: bool = False) -> str:
    extra = ' w:dirty="true"' if dirty else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{extra}/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(text)} </w:instrText></w:r>'
