"""Small Markdown to a tree of text: paragraphs, headings, stress, lists, tables, quotes, notes.

No code, images or HTML: what looks like them stays text. A star between letters is
a gender star and never stress. A link leads to the web (http, https) or to an element of the
plan (`measure:M-BIL-01`); any other target is a fault, and only its words are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.address import web_address
from wirctl.load.footnotes import NOTE
from wirctl.load.text_links import LONGEST, element_at, tokens_of
from wirctl.render.model.text import (
    Anchor,
    Break,
    Emphasis,
    Footnote,
    Listing,
    Paragraph,
    Plain,
    Prose,
    Quote,
    Strong,
    Subheading,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

    from wirctl.render.model.text import (
        Block,
        Inline,
        Inlines,
    )

# A star between two letters is a gender star; most texts with a mark have no other.
_MARKED = re.compile(
    r"[_\[\\|]|(?<![A-Za-zÄÖÜäöüß])\*|\*(?![A-Za-zÄÖÜäöüß])"
    r"|^[ \t]*(?:[-+>]|#{1,6}(?:[ \t]|$)|[0-9]{1,9}[.)][ \t])|  \n",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as a tree, and the targets of links that lead nowhere."""

    prose: Prose
    faults: tuple[str, ...] = ()


def parse(text: str, is_known: Callable[[str, str], bool]) -> Parsed:
    """The tree of a text. `is_known(kind, id)` tells whether the plan has an element."""
    if len(text) > LONGEST or not _MARKED.search(text):
        return Parsed(Prose(tuple(_paragraphs(text))))
    faults: list[str] = []

    def target(address: str, inlines: Inlines) -> Inlines:
        anchor = _anchor(address, inlines, is_known)
        if anchor is None:
            faults.append(address)
        return (anchor,) if anchor is not None else inlines

    blocks = _Reader(target).blocks(iter(tokens_of(text)))
    return Parsed(Prose(tuple(_ranked(blocks))), tuple(faults))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for part in re.split(r"\n[ \t]*\n", text):
        words = " ".join(part.split())
        if words:
            yield Paragraph((Plain(words),))


def _ranked(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings that go down from 1, one level at a time."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Subheading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            yield Subheading(len(above), block.inlines)
        else:
            yield block


def _within(block: Block) -> Block:
    """The block for the inside of a list or quote, where a heading is a stressed line."""
    return Paragraph((Strong(block.inlines),)) if isinstance(block, Subheading) else block


def _anchor(address: str, inlines: Inlines, is_known: Callable[[str, str], bool]) -> Anchor | None:
    element = element_at(address)
    if element and is_known(*element):
        return Anchor(inlines, kind=element[0], id=element[1])
    url = web_address(address)
    return Anchor(inlines, url=url) if url else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the flat tokens of markdown-it into a tree."""

    target: Callable[[str, Inlines], Inlines]

    def blocks(self, tokens: Iterator[Token]) -> Iterator[Block]:
        """The blocks up to the token that closes what is open."""
        for token in tokens:
            if token.nesting < 0:
                return
            yield from self._block(token, tokens)

    def _block(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        match token.type:
            case "paragraph_open":
                yield Paragraph(self._line(tokens))
            case "heading_open":
                yield _heading(token.markup, self._line(tokens))
            case "bullet_list_open":
                yield Listing(tuple(self._items(tokens)))
            case "ordered_list_open":
                yield Listing(tuple(self._items(tokens)), int(token.attrs.get("start", 1)))
            case "blockquote_open":
                yield Quote(tuple(map(_within, self.blocks(tokens))))
            case "table_open":
                head, *rows = self._rows(tokens)
                yield Table(head, tuple(rows))

    def _items(self, tokens: Iterator[Token]) -> Iterator[tuple[Block, ...]]:
        for token in tokens:
            if token.nesting < 0:
                return
            yield tuple(map(_within, self.blocks(tokens)))

    def _rows(self, tokens: Iterator[Token]) -> Iterator[tuple[Inlines, ...]]:
        cells: list[Inlines] = []
        for token in tokens:
            match token.type:
                case "table_close":
                    return
                case "tr_open":
                    cells = []
                case "inline":
                    cells.append(self._inlines(token))
                case "tr_close":
                    yield tuple(cells)

    def _line(self, tokens: Iterator[Token]) -> Inlines:
        """The inlines of a paragraph, up to and with its end."""
        found: Inlines = ()
        for token in tokens:
            if token.nesting < 0:
                break
            found = self._inlines(token)
        return found

    def _inlines(self, token: Token) -> Inlines:
        return tuple(self._nested(iter(token.children or ())))

    def _nested(self, tokens: Iterator[Token]) -> Iterator[Inline]:
        """The inlines up to the token that closes what is open; runs of text in one piece."""
        text = ""
        for token in tokens:
            if token.nesting < 0:
                break
            for inline in self._inline(token, tokens):
                if isinstance(inline, Plain):
                    text += inline.text
                    continue
                yield from (Plain(text),) if text else ()
                text = ""
                yield inline
        yield from (Plain(text),) if text else ()

    def _inline(self, token: Token, tokens: Iterator[Token]) -> Iterable[Inline]:
        match token.type:
            case "softbreak":
                return (Plain(" "),)
            case "hardbreak":
                return (Break(),)
            case "em_open":
                return (Emphasis(tuple(self._nested(tokens))),)
            case "strong_open":
                return (Strong(tuple(self._nested(tokens))),)
            case "link_open":
                return self.target(str(token.attrs["href"]), tuple(self._nested(tokens)))
            case _:
                return self._leaf(token)

    def _leaf(self, token: Token) -> Iterable[Inline]:
        if token.type == NOTE:
            return (Footnote(token.meta["number"], self._inlines(token)),)
        return (Plain(token.content),) if token.content else ()


def _heading(marks: str, inlines: Inlines) -> Block:
    """A heading; marks without words are text."""
    return Subheading(len(marks), inlines) if inlines else Paragraph((Plain(marks),))
