"""Trees of text as lines and blocks of a printed document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirctl.render.model.text import (
    Anchor,
    Break,
    Emphasis,
    Listing,
    Paragraph,
    Plain,
    Quote,
    Strong,
    Table,
)
from wirctl.render.paper.parts import Bullets, LineBreak, Par, Quoted, Run
from wirctl.render.paper.tables import grid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wirctl.render.model.text import Block as TextBlock
    from wirctl.render.model.text import Inlines, Prose
    from wirctl.render.paper.parts import Block, Blocks, Line, Span


def blocks_of(prose: Prose, known: Collection[str], language: str = "", look: str = "") -> Blocks:
    """The text as blocks; `known` are the elements to which a link can lead."""
    writer = _Writer(known, language, look)
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

    def block(self, block: TextBlock) -> Block:
        match block:
            case Paragraph(inlines):
                return Par(self.line(inlines), self.look, self.language)
            case Listing(items, start):
                return Bullets(tuple(tuple(map(self.block, item)) for item in items), start)
            case Quote(blocks):
                return Quoted(tuple(map(self.block, blocks)))
            case Table(head, rows):
                cells = [[(Par(self.line(cell)),) for cell in row] for row in rows]
                return grid([self.line(cell) for cell in head], cells)

    def line(self, inlines: Inlines) -> Line:
        return tuple(self._spans(inlines, Run("", language=self.language)))

    def _spans(self, inlines: Inlines, look: Run) -> Iterator[Span]:
        for inline in inlines:
            match inline:
                case Plain(text):
                    yield replace(look, text=text)
                case Break():
                    yield LineBreak()
                case Emphasis(inner):
                    yield from self._spans(inner, replace(look, stressed=True))
                case Strong(inner):
                    yield from self._spans(inner, replace(look, strong=True))
                case Anchor(inner, url, _, id):
                    target = id if id in self.known else ""
                    yield from self._spans(inner, replace(look, url=url, target=target))
