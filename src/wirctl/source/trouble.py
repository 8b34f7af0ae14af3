"""Where the parser stopped, seen with the eyes of an author, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen, replace
from wirctl.core.regex import regex
from wirctl.source.fault import WHOLE, fault, in_quotes

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.core.span import Span
    from wirctl.source.fault import Fault
    from wirctl.source.rows import Page, Row

_NAME = regex(r"[a-z][a-z0-9_]*")


@frozen
class Explained:
    """The fault, and how to go on: the text without what is broken, of equal length.

    `broken` is the offset of the value that was taken out or is not complete; `key` the name of
    a field beside it that may be meant by the broken line.
    """

    fault: Fault
    mended: str | None = None
    broken: int = -1
    key: str = ""


@frozen
class Trouble:
    """The line and column (from 0) where the parser stopped, and where what it read began.

    `quote` is the text in quotes that it took last, if that is what it took last.
    """

    page: Page
    row: Row
    column: int
    origin: Row
    origin_column: int
    quote: Span | None

    @property
    def is_at_margin(self) -> bool:
        """Whether the parser stopped at the first thing in a line."""
        return not self.row.text[: self.column].strip(" \t-")

    @property
    def place(self) -> Span:
        """The character at which it stopped."""
        return self.row.span(self.column, self.column + 1)


def is_name(key: str) -> bool:
    """Whether this can be the name of a field, and is not the beginning of a sentence."""
    return _NAME.fullmatch(key) is not None


def as_item(row: Row) -> Row:
    """The row; where a list's text was taken for a field, the row as an item without a key."""
    if row.has_dash and not is_name(row.key):
        return replace(row, key="", value_at=row.indent)
    return row


def lost_value(page: Page, row: Row, message: Message, span: Span, **words: Argument) -> Explained:
    """The fault of the one value that begins in the row; the file is read on without it."""
    start = row.start + row.value_at
    whole = page.text[start : page.value_end(row)]
    found = fault(message, span, **{"quoted": in_quotes(whole), **words})
    return Explained(found, page.without_value(row), start)


def lost_file(message: Message, span: Span, **words: Argument) -> Explained:
    """The fault of a line that leaves open how the rest of the file is meant."""
    return Explained(fault(message, span, WHOLE, **words))
