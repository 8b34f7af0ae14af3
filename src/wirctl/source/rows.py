"""The lines of a text as an author sees them, for the moment when the parser gave up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from wirctl.core.regex import regex
from wirctl.core.span import Span

_LINE = regex(r"[^\n]*\n?")
_START = regex(r"[ \t]*(?:-[ \t]+)*")
_COLON = regex(r":(?=\s|$)")
_LONGEST = 2_000
_OPENING = frozenset("\"'[{|>*&!%@`#")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what stands at its margin, its key if it looks like having one, and the rest.

    `start` is the offset of the line; `indent` (after dashes) and `value_at` count from 0.
    """

    number: int
    start: int
    text: str
    indent: int
    has_dash: bool
    key: str
    value_at: int

    @property
    def value(self) -> str:
        """What stands behind key and colon, or behind the margin where there is no key."""
        return self.text[self.value_at :].rstrip()

    @property
    def content(self) -> str:
        """What stands behind the margin."""
        return self.text[self.indent :].rstrip()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here, or only a comment."""
        return not self.content or self.content.startswith("#")

    @property
    def margin(self) -> int:
        """The width of the white space before anything else."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    def span(self, start: int, end: int) -> Span:
        """The stretch between two columns, counted from 0."""
        return Span(
            self.number, start + 1, self.number, end + 1, self.start + start, self.start + end
        )


def _row(number: int, start: int, line: str) -> Row:
    text = line.rstrip("\r\n")[:_LONGEST]
    margin = _START.match(text)
    indent = margin.end() if margin else 0
    colon = None if text[indent : indent + 1] in _OPENING else _COLON.search(text, indent)
    if text[indent : indent + 1] in {'"', "'"}:
        colon = _after_quote(text, indent)
    key = text[indent : colon.start()].rstrip() if colon else ""
    value_at = colon.end() if colon else indent
    value_at += len(text[value_at:]) - len(text[value_at:].lstrip(" \t"))
    return Row(number, start, text, indent, "-" in text[:indent], key, value_at)


def _after_quote(text: str, at: int) -> re.Match[str] | None:
    """The colon behind a key in quotes."""
    end = text.find(text[at], at + 1)
    return re.compile(r"[ \t]*:(?=\s|$)").match(text, end + 1) if end > 0 else None


@dataclass(frozen=True)
class Page:
    """All lines of a text."""

    text: str

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Offset and text of each line."""
        found = ((line.start(), line[0]) for line in _LINE.finditer(self.text))
        return tuple((start, line) for start, line in found if line) or ((0, ""),)

    def row(self, number: int) -> Row:
        """The line with this number, counted from 1; the nearest where there is none."""
        number = max(1, min(number, len(self.lines)))
        return _row(number, *self.lines[number - 1])

    def before(self, row: Row) -> Row | None:
        """The last line above that is not empty."""
        for number in range(row.number - 1, 0, -1):
            above = self.row(number)
            if not above.is_empty:
                return above
        return None

    def after(self, row: Row) -> Row | None:
        """The first line below that is not empty."""
        for number in range(row.number + 1, len(self.lines) + 1):
            below = self.row(number)
            if not below.is_empty:
                return below
        return None

    def number_at(self, offset: int) -> int:
        """The number of the line that holds the offset."""
        return self.text.count("\n", 0, offset) + 1

    def owner(self, row: Row, indent: int | None = None) -> Row | None:
        """The nearest line above with a key that stands further left: the field a text belongs to.

        With `indent`, the nearest that stands at most there.
        """
        limit = row.margin - 1 if indent is None else indent
        for number in range(row.number - 1, 0, -1):
            above = self.row(number)
            if not above.is_empty and above.key and above.indent <= limit:
                return above
        return None

    def value_end(self, row: Row) -> int:
        """The offset where the value ends that begins in this line: all that stands deeper."""
        limit = row.indent if row.key else row.margin - (not row.has_dash)
        end = row.start + len(row.text)
        for number in range(row.number + 1, len(self.lines) + 1):
            below = self.row(number)
            if below.content and below.margin <= limit:
                break
            end = below.start + len(below.text)
        return end

    def without_value(self, row: Row) -> str:
        """The text with nothing (`~`) in place of the value that begins in this line."""
        return self.without(row.start + row.value_at, self.value_end(row), "~")

    def without(self, start: int, end: int, sign: str = "") -> str:
        """The text with blanks from `start` to `end`, of the same length and lines."""
        blank = re.sub(r"[^\r\n]", " ", self.text[start:end])
        return self.text[:start] + (sign + blank[len(sign) :] if blank else "") + self.text[end:]
