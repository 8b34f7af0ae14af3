"""A text once it is parsed: a small tree that every format writes in its own way.

There is no node for raw HTML, so that none can reach a document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Inline: TypeAlias = "Plain | Emphasis | Strong | Anchor | Break | Footnote"
Inlines: TypeAlias = "tuple[Inline, ...]"
Block: TypeAlias = "Paragraph | Subheading | Listing | Quote | Table"


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
class Footnote:
    """A note at this place. A text counts its notes from 1; one cited twice stands here twice."""

    type: ClassVar = "footnote"

    number: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    type: ClassVar = "paragraph"

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading in a text: level 1 is right below what the text stands under; none is skipped."""

    type: ClassVar = "heading"

    level: int
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
        case Paragraph(inlines) | Subheading(_, inlines):
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
        case Footnote(_, inlines):
            return f" ({plain_inlines(inlines)})"
        case Emphasis(inlines) | Strong(inlines) | Anchor(inlines):
            return plain_inlines(inlines)


def footnotes(prose: Prose) -> dict[int, Inlines]:
    """The notes of a text by number."""
    found = {note.number: note.inlines for block in prose.blocks for note in _notes_of(block)}
    return dict(sorted(found.items()))


def _notes_of(block: Block) -> Iterator[Footnote]:
    match block:
        case Paragraph(inlines) | Subheading(_, inlines):
            yield from _notes_in(inlines)
        case Listing(items):
            yield from (note for item in items for part in item for note in _notes_of(part))
        case Quote(blocks):
            yield from (note for part in blocks for note in _notes_of(part))
        case Table(head, rows):
            yield from (note for row in (head, *rows) for cell in row for note in _notes_in(cell))


def _notes_in(inlines: Inlines) -> Iterator[Footnote]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield inline
        elif isinstance(inline, Emphasis | Strong | Anchor):
            yield from _notes_in(inline.inlines)


def without_notes(inlines: Inlines) -> Inlines:
    """The line with its notes in brackets, for where no note can stand."""
    return tuple(part for inline in inlines for part in _without_notes(inline))


def _without_notes(inline: Inline) -> Inlines:
    match inline:
        case Footnote(_, inlines):
            return (Plain(" ("), *inlines, Plain(")"))
        case Emphasis(inlines) | Strong(inlines) | Anchor(inlines):
            return (replace(inline, inlines=without_notes(inlines)),)
        case _:
            return (inline,)
