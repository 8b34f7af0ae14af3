"""What libyaml lets pass and YAML 1.2 does not: looked at only where it can occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.span import Span
from wirctl.source.fault import in_quotes
from wirctl.source.messages import lines
from wirctl.source.messages import syntax as say
from wirctl.source.parser import span_of
from wirctl.source.slips import Slip

if TYPE_CHECKING:
    from wirctl.source.parser import Event

_HEADER = regex(r"[|>][-+0-9]*#")
_MARGIN = regex(r"[ ]*(?:-[ ]+)*")
_FAR = 20


def quote_slip(text: str, event: Event) -> Slip | None:
    """A text in quotes that runs over lines further left, or a comment right behind it."""
    end = event.end_mark
    if end.line == event.start_mark.line and not text.startswith("#", end.index):
        return None
    span = span_of(event)
    if text.startswith("#", span.end):
        return _glued_comment(text, span)
    outside = _line_outside(text, span)
    if outside is None or outside.message is lines.TAB_INDENTATION:
        return outside
    sign = text[span.start]
    words = (("sign", sign), ("quoted", in_quotes(text[span.start : span.end].strip(sign))))
    return Slip(say.UNCLOSED_QUOTE, _first(span), words)


def flow_slip(text: str, start: Span, end: Span) -> Slip | None:
    """Brackets over lines further left than the field that they belong to, or a comment behind."""
    if text.startswith("#", end.end):
        return _glued_comment(text, end)
    if start.line == end.end_line:
        return None
    whole = Span(start.line, start.column, end.end_line, end.end_column, start.start, end.end)
    return _line_outside(text, whole)


def block_slip(text: str, event: Event) -> Slip | None:
    """A comment right behind `|` or `>`."""
    if not _HEADER.match(text, event.start_mark.index):
        return None
    span = span_of(event)
    quoted = in_quotes(text[span.start : span.end].partition("\n")[0])
    words = (("sign", text[span.start]), ("quoted", quoted))
    return Slip(say.TEXT_AFTER_BLOCK_SIGN, _first(span), words)


def _glued_comment(text: str, span: Span) -> Slip:
    """A comment without a space before it."""
    rest = text[span.end : span.end + 80].partition("\n")[0]
    line, column, start = span.end_line, span.end_column, span.end
    place = Span(line, column, line, column + len(rest), start, start + len(rest))
    whole = in_quotes(text[span.start : span.end] + rest)
    return Slip(say.TEXT_AFTER_QUOTE, place, (("quoted", whole),))


def _line_outside(text: str, span: Span) -> Slip | None:
    """The first line of the stretch that is not indented deeper than the field it belongs to.

    Only closing brackets may stand there: many people write them so.
    """
    limit = _indent(text, span.start)
    for number, line in enumerate(text[span.start : span.end].split("\n")[1:], span.line + 1):
        margin = len(line) - len(line.lstrip(" "))
        body = line.strip()
        if margin > limit or not body or not body.strip("]},"):
            continue
        place = Span(number, margin + 1, number, margin + 2)
        if line[margin] == "\t":
            return Slip(lines.TAB_INDENTATION, place)
        words = (("found", str(margin)), ("wanted", f"≥ {limit + 1}"))
        return Slip(lines.WRONG_INDENTATION, place, words)
    return None


def _indent(text: str, start: int) -> int:
    """The column of the field or dash that the value belongs to; -1 at the top."""
    end = start
    for _ in range(_FAR):
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        margin = _MARGIN.match(line)
        width = margin.end() if margin else 0
        if line[width:].strip() and not line[width:].startswith("#"):
            return width
        if line.strip():
            return line.rindex("-")
        end = begin - 1
        if end < 0:
            return -1
    return -1


def _first(span: Span) -> Span:
    """The first character of the stretch."""
    line, column, start = span.line, span.column, span.start
    return Span(line, column, line, column + 1, start, start + 1)
