"""Trees of text as Markdown. What the plan says never becomes a mark, a tag or a mention."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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

_DEEPEST = 6


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


@dataclass(frozen=True, slots=True)
class TextMarkdown:
    """Writes texts; `href` gives an element's anchor, `notes` gathers the notes of the document."""

    href: Callable[[str], str]
    notes: dict[str, int] = field(default_factory=dict)

    def prose(self, text: Prose, level: int = 0) -> str:
        """The text as blocks with an empty line between them.

        `level` is that of the heading above; without it a heading is a stressed line.
        """
        return "\n\n".join(self._block(block, level) for block in text.blocks)

    def one_line(self, text: Prose) -> str:
        """The text in one line, for a cell or a fact."""
        return " ".join(self._block(block).replace("\n", " ") for block in text.blocks)

    def definitions(self) -> str:
        """The notes that were cited, for the end of the document."""
        return "\n".join(f"[^{number}]: {words}" for words, number in self.notes.items())

    def _block(self, block: Block, level: int = 0) -> str:
        match block:
            case Paragraph(inlines):
                return started(self._inlines(inlines))
            case Subheading(depth, inlines):
                return self._heading(level and min(level + depth, _DEEPEST), inlines)
            case Listing(items, start):
                marks = ("*" if start is None else f"{start + n}." for n in range(len(items)))
                return "\n".join(
                    self._item(mark, item) for mark, item in zip(marks, items, strict=True)
                )
            case Quote(blocks):
                inner = "\n\n".join(map(self._block, blocks))
                return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
            case Table(head, rows):
                cells = [[self._inlines(cell) for cell in row] for row in rows]
                return table(map(self._inlines, head), cells)

    def _heading(self, level: int, inlines: Inlines) -> str:
        words = self._inlines(inlines).replace("\\\n", " ")
        return f"{'#' * level} {words}" if level else _marked("**", words)

    def _item(self, mark: str, blocks: tuple[Block, ...]) -> str:
        inner = "\n\n".join(map(self._block, blocks))
        indent = " " * (len(mark) + 1)
        return f"{mark} {inner}".replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Plain(text):
                return escaped(text)
            case Break():
                return "\\\n"
            case Emphasis(inlines):
                return _marked("*", self._inlines(inlines))
            case Strong(inlines):
                return _marked("**", self._inlines(inlines))
            case Footnote(_, inlines):
                words = self._inlines(inlines)
                return f"[^{self.notes.setdefault(words, len(self.notes) + 1)}]"
            case Anchor(inlines, url, _, id):
                return link(self._inlines(inlines), url or self.href(id))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _marked(mark: str, inner: str) -> str:
    """Stressed words; white space at their ends would undo the stress and moves out."""
    bare = inner.strip()
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{bare}{mark}{after}" if bare else inner


def link(words: str, target: str) -> str:
    """A link; without a target only its words."""
    return f"[{words}](<{target}>)" if target else words
