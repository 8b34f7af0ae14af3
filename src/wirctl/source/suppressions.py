"""Comments that allow what a rule reports: `# wirctl: erlaubt measure-without-lead – Grund`."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING

from yaml.events import ScalarEvent

from wirctl.core.frozen import frozen
from wirctl.source.parser import ERRORS, PARSER, span_of
from wirctl.source.rows import Page

if TYPE_CHECKING:
    from wirctl.source.parser import ParserOf
    from wirctl.source.rows import Row

_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*wirctl:[^\r\n]*", re.MULTILINE)
_FORM = re.compile(
    r"#[ \t]*wirctl:[ \t]*(?:erlaubt|allow)[ \t]+"
    r"(?P<rules>[a-z0-9]+(?:-[a-z0-9]+)*(?:[ \t]*,[ \t]*[a-z0-9]+(?:-[a-z0-9]+)*)*)"
    r"(?:[ \t]*[–—:][ \t]*|[ \t]+-+[ \t]+|[ \t]*$)(?P<reason>.*)"
)


@frozen
class Suppression:
    """What one comment allows, why, and where.

    `line` is the comment's own. It covers the lines from `first` to `last`, or the whole file
    where `first` is `None`. No `rules` means that the comment was not understood; the reason
    is empty where none is given.
    """

    rules: tuple[str, ...]
    reason: str
    line: int
    first: int | None = None
    last: int | None = None

    def covers(self, line: int) -> bool:
        """Whether a finding in this line is allowed."""
        return self.first is None or (self.last is not None and self.first <= line <= self.last)


def suppressions(text: str, parser: ParserOf = PARSER) -> tuple[Suppression, ...]:
    """What the comments of the text allow, in their order.

    A comment behind a value is for that value, one on a line of its own for the field or item
    below it, one above everything (or below) for the file.
    """
    if "wirctl:" not in text:
        return ()
    comments = list(_COMMENT.finditer(text))
    if not comments:
        return ()
    page, values = Page(text), _scalars(text, parser)
    real = (found for found in comments if not _is_inside(found.start(), values))
    return tuple(_suppression(found, page) for found in real)


def _scalars(text: str, parser: ParserOf) -> list[tuple[int, int]]:
    """Where texts begin and end, as far as the file can be read."""
    source, found = parser(text), list[tuple[int, int]]()
    with suppress(*ERRORS):
        while (event := source.get_event()) is not None:
            if type(event) is ScalarEvent:
                span = span_of(event)
                found.append((span.start, span.end))
    return found


def _is_inside(offset: int, values: list[tuple[int, int]]) -> bool:
    at = bisect_right(values, (offset, 0)) - 1
    return at >= 0 and values[at][0] < offset < values[at][1]


def _suppression(comment: re.Match[str], page: Page) -> Suppression:
    number = page.number_at(comment.start())
    form = _FORM.match(comment[0].rstrip())
    rules = tuple(re.split(r"\s*,\s*", form["rules"])) if form else ()
    reason = form["reason"].strip() if form else ""
    first, last = _lines(page, page.row(number))
    return Suppression(rules, reason, number, first, last)


def _lines(page: Page, row: Row) -> tuple[int | None, int | None]:
    """The lines that a comment in this row is for."""
    if not row.is_empty:
        return row.number, page.last_line(row, row.indent if row.key else row.margin)
    below = page.after(row)
    if page.before(row) is None or below is None:
        return None, None
    return below.number, page.last_line(below, below.margin)
