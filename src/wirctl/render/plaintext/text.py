"""Trees of text as Markdown. What the plan says never becomes a mark, a tag or a mention."""

from __future__ import annotations

import re
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wirctl.render.model.text import (
        Block,
        Inline,
        Inlines,
        Prose,
    )

_MARKS = re.compile(r"[\\`*\[\]<>|~&$]|!$|(?<![^\W_])_|_(?![^\W_])")
_START = re.compile(r"[-+#](?:\s|$)|#{2,6}(?:\s|$)|-{2,}|=+")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    r"""The text with every mark of Markdown taken as a character.

    >>> print(escaped("Expert*innen & <b> [x]"))
    Expert\*innen \& \<b\> \[x\]
    """
    return _MARKS.sub(lambda found: f"\\{found[0]}", text)


def started(line: str) -> str:
    r"""A line that begins a paragraph: what would make a list or a heading of it is escaped.

    >>> print(started("1. November"), started("- x"), started("# y"))
    1\. November \- x \# y
    """
    line = _NUMBER.sub(r"\1\\\2", line)
    return f"\\{line}" if _START.match(line) else line


def prose(text: Prose, href: Callable[[str], str]) -> str:
    """The text as blocks with an empty line between them; `href` gives an element's anchor."""
    return "\n\n".join(_block(block, href) for block in text.blocks)


def one_line(text: Prose, href: Callable[[str], str]) -> str:
    """The text in one line, for a cell or a fact."""
    return " ".join(_block(block, href).replace("\n", " ") for block in text.blocks)


def _block(block: Block, href: Callable[[str], str]) -> str:
    match block:
        case Paragraph(inlines):
            return started(_inlines(inlines, href))
        case Listing(items, start):
            marks = ("*" if start is None else f"{start + n}." for n in range(len(items)))
            return "\n".join(
                _item(mark, item, href) for mark, item in zip(marks, items, strict=True)
            )
        case Quote(blocks):
            inner = "\n\n".join(_block(part, href) for part in blocks)
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case Table(head, rows):
            return table(
                [_inlines(cell, href) for cell in head],
                [[_inlines(cell, href) for cell in row] for row in rows],
            )


def _item(mark: str, blocks: tuple[Block, ...], href: Callable[[str], str]) -> str:
    inner = "\n\n".join(_block(part, href) for part in blocks)
    indent = " " * (len(mark) + 1)
    return f"{mark} {inner}".replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _inlines(inlines: Inlines, href: Callable[[str], str]) -> str:
    return "".join(_inline(inline, href) for inline in inlines)


def _inline(inline: Inline, href: Callable[[str], str]) -> str:
    match inline:
        case Plain(text):
            return escaped(text)
        case Break():
            return "\\\n"
        case Emphasis(inlines):
            return _marked("*", _inlines(inlines, href))
        case Strong(inlines):
            return _marked("**", _inlines(inlines, href))
        case Anchor(inlines, url, _, id):
            return link(_inlines(inlines, href), url or href(id))


def _marked(mark: str, inner: str) -> str:
    """Stressed words; white space at their ends would undo the stress and moves out."""
    bare = inner.strip()
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{bare}{mark}{after}" if bare else inner


def link(words: str, target: str) -> str:
    """A link; without a target only its words."""
    return f"[{words}](<{target}>)" if target else words
