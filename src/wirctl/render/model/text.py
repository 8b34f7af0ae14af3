"""A text once it is parsed: a small tree that every format writes in its own way.

There is no node for raw HTML, so that none can reach a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

Inline: TypeAlias = "Plain | Emphasis | Strong | Anchor | Break"
Inlines: TypeAlias = "tuple[Inline, ...]"
Block: TypeAlias = "Paragraph | Listing | Quote | Table"


@dataclass(frozen=True, slots=True)
class Plain:
    """Characters that mean themselves."""

    type: ClassVar = "text"

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line that the author asked for."""

    type: ClassVar = "break"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    type: ClassVar = "emphasis"

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are stressed more."""

    type: ClassVar = "strong"

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link: to an element by kind and id, else to an address on the web."""

    type: ClassVar = "link"

    inlines: Inlines
    url: str = ""
    kind: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    type: ClassVar = "paragraph"

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; with `start` where it is numbered."""

    type: ClassVar = "list"

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    type: ClassVar = "quote"

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings."""

    type: ClassVar = "table"

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of one or more blocks."""

    type: ClassVar = "prose"

    blocks: tuple[Block, ...]


def plain_text(prose: Prose) -> str:
    """The words of the text without its marks, blocks parted by a space.

    >>> plain_text(Prose((Paragraph((Plain("Für "), Strong((Plain("alle"),)))),)))
    'Für alle'
    """
    return " ".join(filter(None, (_of_block(block) for block in prose.blocks)))


def _of_block(block: Block) -> str:
    match block:
        case Paragraph(inlines):
            return plain_inlines(inlines)
        case Listing(items):
            return " ".join(_of_block(part) for item in items for part in item)
        case Quote(blocks):
            return " ".join(map(_of_block, blocks))
        case Table(head, rows):
            return " ".join(plain_inlines(cell) for row in (head, *rows) for cell in row)


def plain_inlines(inlines: Inlines) -> str:
    """The words of a line without its marks."""
    return "".join(map(_of_inline, inlines))


def _of_inline(inline: Inline) -> str:
    match inline:
        case Plain(text):
            return text
        case Break():
            return " "
        case Emphasis(inlines) | Strong(inlines) | Anchor(inlines):
            return plain_inlines(inlines)
