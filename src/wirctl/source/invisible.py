"""What stands in a text that nobody can see, or that looks like something else."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.regex import regex
from wirctl.core.span import Span
from wirctl.source import limits
from wirctl.source.fault import fault
from wirctl.source.messages import characters as say

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from wirctl.core.catalogue import Message
    from wirctl.source.fault import Fault

_CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_RETURN = regex("\r(?!\n)")
_SEPARATOR = regex("[\x85\u2028\u2029]")
_BIDI = regex("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = regex(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_LOST = regex("\ufffd+")
_GARBLED = regex("[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]")
_MIXED = regex(
    "[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u052f]"
    "|[\u0370-\u03ff\u0400-\u052f][A-Za-z\u00c0-\u024f]"
)
_WORD_END = regex(r"[^\W\d_]{,40}$")
_WORD = regex(r"[^\W\d_]{,40}")
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_Finding: TypeAlias = "tuple[Message, int, int]"
_LINE_END = regex("\r\n|\r|\n")


def odd_characters(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The text for the parser, of equal length, and what is wrong with its characters."""
    found = sorted(_findings(text), key=lambda item: item[1])[: limits.MAX_FAULTS]
    where = _Lines(text)
    faults = tuple(
        fault(message, where.span(start, end), **_words(text[start:end]))
        for message, start, end in found
    )
    return _readable(text), faults


def hidden(text: str) -> tuple[str, ...]:
    """The numbers (`U+001B`) of the characters in a value that no plan may hold, each once."""
    return tuple(
        sorted(
            {
                _number(sign)
                for sign in _CONTROL.findall(text)
                + _SEPARATOR.findall(text)
                + _RETURN.findall(text)
            }
        )
    )


def _readable(text: str) -> str:
    return _CONTROL.sub(" ", _SEPARATOR.sub(" ", _RETURN.sub("\n", text)))


def _findings(text: str) -> Iterator[_Finding]:
    """What is wrong, of each kind as much as anybody will read."""
    kinds = (
        _each(say.CONTROL_CHARACTER, _CONTROL, text),
        # A lone carriage return ends every line of its file: once is enough.
        islice(_each(say.UNUSUAL_LINE_BREAK, _RETURN, text), 1),
        _each(say.UNUSUAL_LINE_BREAK, _SEPARATOR, text),
        _each(say.BIDI_CONTROL, _BIDI, text),
        _each(say.REPLACEMENT_CHARACTER, _LOST, text),
        _mixed(text),
        (
            item
            for item in _each(say.INVISIBLE_CHARACTER, _INVISIBLE, text)
            if _stands_out(text, item)
        ),
        (
            item
            for item in _each(say.GARBLED_TEXT, _GARBLED, text)
            if _meant(text[item[1] : item[2]])
        ),
    )
    for kind in kinds:
        yield from islice(kind, limits.MAX_FAULTS)


def _each(message: Message, pattern: re.Pattern[str], text: str) -> Iterator[_Finding]:
    return ((message, sign.start(), sign.end()) for sign in pattern.finditer(text))


def _mixed(text: str) -> Iterator[_Finding]:
    """Each word in which two alphabets meet."""
    last = 0
    for pair in _MIXED.finditer(text):
        if pair.start() >= last:
            before = _WORD_END.search(text[max(0, pair.start() - 40) : pair.start()])
            after = _WORD.match(text, pair.end())
            start = pair.start() - len(before[0] if before else "")
            last = after.end() if after else pair.end()
            yield say.MIXED_SCRIPTS, start, last


def _stands_out(text: str, item: _Finding) -> bool:
    return not _is_needed(text, item[1])


def _is_needed(text: str, at: int) -> bool:
    """Whether this joiner or direction mark does in its place what it is made for."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in "\u200c\u200d":
        return _joins(before) and _joins(after)
    if sign in "\u200e\u200f\u061c":
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        return _RIGHT_TO_LEFT.search(text, start, end if end >= 0 else len(text)) is not None
    return "\U000e0020" <= sign <= "\U000e007f" and "\U0001f3f4" in text[max(0, at - 7) : at]


def _joins(sign: str) -> bool:
    """Whether it is a letter of a script that joins (Arabic and all after it), or an emoji."""
    return sign >= "\u0600" and unicodedata.category(sign)[0] in "LMS"


def _meant(text: str) -> str:
    """What the two characters were before they were decoded wrongly, or the empty text."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""


def _words(text: str) -> dict[str, str]:
    return {"code": _number(text[0]), "text": text[:40], "meant": _meant(text[:2])}


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"


class _Lines:
    """Line and column of an offset."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def span(self, start: int, end: int) -> Span:
        line = bisect_right(self.starts, start)
        column = start - self.starts[line - 1] + 1
        return Span(line, column, line, column + end - start, start, end)
