"""Trees of text as lines and blocks of a printed document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirctl.press.parts import Bullets, Heading, LineBreak, Note, Par, Quoted, Run
from wirctl.press.tables import grid
from wirctl.render.model.text import (
    Anchor,
    Break,
    Emphasis,
    Footnote,
    Listing,
    Paragraph,
    Plain,
    Quote,
    Strong,
    Subheading,
    Table,
    plain_inlines,
    without_notes,
)
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wirctl.press.parts import Block, Blocks, Line, Span
    from wirctl.render.model.text import Block as TextBlock
    from wirctl.render.model.text import Inlines, Prose


_DEEPEST = 6


def blocks_of(
    prose: Prose, known: Collection[str], language: str = "", look: str = "", level: int = 0
) -> Blocks:
    """The text as blocks; `known` are the elements to which a link can lead.

    `level` is that of the heading above, if the text stands at the top of the document. In a
    cell no heading can stand: there it is a stressed line.
    """
    writer = _Writer(known, language, look, level)
    return tuple(writer.block(block) for block in prose.blocks)


def line_of(prose: Prose, known: Collection[str], language: str = "") -> Line | None:
    """The text in one line, if it is a single paragraph."""
    if len(prose.blocks) != 1 or not isinstance(prose.blocks[0], Paragraph):
        return None
    return _Writer(known, language, "").line(prose.blocks[0].inlines)


@dataclass(frozen=True, slots=True)
class _Writer:
    known: Collection[str]
    language: str
    look: str
    level: int = 0

    def block(self, block: TextBlock) -> Block:
        match block:
            case Paragraph(inlines):
                return Par(self.line(inlines), self.look, self.language)
            case Subheading(level, inlines):
                return self._heading(level, inlines)
            case Listing(items, start):
                return Bullets(tuple(tuple(map(self.block, item)) for item in items), start)
            case Quote(blocks):
                return Quoted(tuple(map(self.block, blocks)))
            case Table(head, rows):
                cells = [[(Par(self.line(cell)),) for cell in row] for row in rows]
                return grid([self.line(without_notes(cell)) for cell in head], cells)

    def _heading(self, level: int, inlines: Inlines) -> Block:
        if not self.level:
            return Par(self.line((Strong(inlines),)), "group", self.language)
        words = bound(plain_inlines(inlines))
        depth = min(self.level + level, _DEEPEST)
        return Heading(depth, words, language=self.language, minor=True)

    def line(self, inlines: Inlines) -> Line:
        return tuple(self._spans(inlines, Run("", language=self.language)))

    def _spans(self, inlines: Inlines, look: Run) -> Iterator[Span]:
        for inline in inlines:
            match inline:
                case Plain(text):
                    yield replace(look, text=bound(text))
                case Break():
                    yield LineBreak()
                case Footnote(_, inner):
                    yield Note(tuple(self._spans(inner, Run("", language=self.language))))
                case Emphasis(inner):
                    yield from self._spans(inner, replace(look, stressed=True))
                case Strong(inner):
                    yield from self._spans(inner, replace(look, strong=True))
                case Anchor(inner, url, _, id):
                    target = id if id in self.known else ""
                    yield from self._spans(inner, replace(look, url=url, target=target))
