"""YAML that is right and not what its author meant: a closer look at one plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.core.span import Span
from wirctl.source.fault import in_quotes, shortened
from wirctl.source.messages import lines
from wirctl.source.messages import syntax as say
from wirctl.source.parser import span_of

if TYPE_CHECKING:
    import re

    from wirctl.core.catalogue import Message
    from wirctl.source.parser import Event

# A comment that begins like a word, and is none of those that programs write so.
_COMMENT = regex(r"[ \t]+(#(?!wirctl|TODO|FIXME|XXX|noqa)\w[^\r\n]*)")
_GLUED = regex(r"([a-z_][a-z0-9_]*):(?!(?:innen|in|r|n|s|e|er|es|en|rn)\b)([^ \t/].*)")
ODD_SPACE = regex("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_OPENING = "„“”»«‚‘›‹"
_CLOSING = "“”„«»‘’‹›"


@frozen
class Slip:
    """What a closer look has found: the message, its place, and whether the value is lost."""

    message: Message
    span: Span
    words: tuple[tuple[str, str], ...] = ()
    is_unusable: bool = True


def comment_slip(text: str, event: Event) -> Slip | None:
    """A comment right behind a plain text that looks like its end: `Bildung #1`."""
    end = event.end_mark
    cut = _COMMENT.match(text, end.index)
    if cut is None:
        return None
    start = cut.start(1) - end.index
    line, column = end.line + 1, end.column + 1
    span = Span(line, column + start, line, column + len(cut[0]), cut.start(1), cut.end(1))
    comment = ("comment", shortened(cut[1], 30))
    if not event.value:
        return Slip(say.COMMENT_INSTEAD_OF_VALUE, span, (comment, ("quoted", in_quotes(cut[1]))))
    whole = in_quotes(text[event.start_mark.index : cut.end(1)])
    words = (comment, ("text", shortened(event.value, 40)), ("quoted", whole))
    return Slip(say.COMMENT_CUTS_TEXT, span, words, is_unusable=False)


def text_slip(text: str, event: Event, *, is_beside_records: bool) -> Slip | None:
    """A plain text that was meant to be a list, a field, or a text without its quotes."""
    value: str = event.value
    if value[0] in _OPENING:
        return _typographic(event)
    if value[0] != "-" and not _GLUED.match(value):
        return None
    start = event.start_mark.index
    margin = text[text.rfind("\n", 0, start) + 1 : start]
    if margin.strip(" \t-"):
        return None
    if value[0] == "-" and not margin.strip():
        return _dash(event)
    is_item = bool(margin.strip())
    return _glued(event) if is_beside_records or not is_item else None


def key_slip(event: Event) -> Slip | None:
    """A special space at an end of a key, where it looks like indentation."""
    key: str = event.value
    odd = ODD_SPACE.search(key)
    if odd is None or key.strip() == key:
        return None
    return _odd_space(event, odd, is_unusable=False)


def _typographic(event: Event) -> Slip | None:
    value: str = event.value
    inner = value[1:-1]
    if value[-1] not in _CLOSING or len(value) == 1 or any(sign in inner for sign in _OPENING):
        return None
    words = (("inner", shortened(inner)),)
    return Slip(say.TYPOGRAPHIC_QUOTES_KEPT, span_of(event), words, is_unusable=False)


def _dash(event: Event) -> Slip | None:
    """Lines that begin with a dash and no space: one text instead of a list."""
    first: str = event.value.split(" -")[0]
    odd = ODD_SPACE.match(event.value, 1)
    if odd is not None:
        return _odd_space(event, odd, is_unusable=True)
    if first in {"-", "--", "---"} or (first[1:2] in {"-", ">"}):
        return None
    words = (("rest", shortened(first[1:])),)
    return Slip(lines.MISSING_SPACE_AFTER_DASH, _beginning(event, 1), words)


def _glued(event: Event) -> Slip | None:
    """A field without the space behind its colon: text instead of a group of fields."""
    glued = _GLUED.match(event.value)
    if glued is None:
        return None
    key, rest = glued.groups()
    odd = ODD_SPACE.match(rest)
    if odd is not None:
        return _odd_space(event, ODD_SPACE.search(event.value) or odd, is_unusable=True)
    words = (("key", key), ("rest", shortened(rest)))
    return Slip(lines.MISSING_SPACE_AFTER_COLON, _beginning(event, len(key) + 1), words)


def _odd_space(event: Event, odd: re.Match[str], *, is_unusable: bool) -> Slip:
    whole = span_of(event)
    column = whole.column + odd.start()
    span = Span(
        whole.line,
        column,
        whole.line,
        column + 1,
        whole.start + odd.start(),
        whole.start + odd.end(),
    )
    words = (("code", f"U+{ord(odd[0]):04X}"),)
    return Slip(lines.UNUSUAL_SPACE, span, words, is_unusable=is_unusable)


def _beginning(event: Event, length: int) -> Span:
    """The first characters of the event."""
    span = span_of(event)
    return Span(
        span.line, span.column, span.line, span.column + length, span.start, span.start + length
    )
