"""Texts as lines of characters, for formats that know no marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
)

if TYPE_CHECKING:
    from wirctl.render.model.text import Block, Inline, Inlines, Prose

# What no XML can hold, and what no format of text should.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text without characters that files of text cannot hold."""
    return _UNFIT.sub("", text)


def plain_lines(prose: Prose) -> str:
    r"""The words of a text: an empty line between blocks, the address behind each link.

    >>> from wirctl.render.model.text import Prose
    >>> item = (Paragraph((Plain("eins"),)),)
    >>> plain_lines(Prose((Paragraph((Plain("Für alle:"),)), Listing((item, item), 3))))
    'Für alle:\n\n3. eins\n4. eins'
    """
    return "\n\n".join(map(_block, prose.blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(inlines) | Subheading(_, inlines):
            return _inlines(inlines)
        case Listing(items, start):
            marks = ("•" if start is None else f"{start + n}." for n in range(len(items)))
            return "\n".join(
                f"{mark} {_item(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case Quote(blocks):
            return "\n\n".join(f"„{_block(part)}“" for part in blocks)
        case Table(head, rows):
            return "\n".join(" | ".join(map(_inlines, cells)) for cells in (head, *rows))


def _item(blocks: tuple[Block, ...]) -> str:
    return "\n".join(map(_block, blocks)).replace("\n", "\n  ")


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Plain(text):
            return text
        case Break():
            return "\n"
        case Footnote(_, inner):
            return f" ({_inlines(inner)})"
        case Anchor(inner, url):
            words = _inlines(inner)
            return f"{words} ({url})" if url and url != words else words
        case Emphasis(inner) | Strong(inner):
            return _inlines(inner)
