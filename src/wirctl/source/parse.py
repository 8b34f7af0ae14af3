"""YAML 1.2 (core schema) as a value, strictly: what a plan does not need is refused at its place.

The parser's events are turned into plain data in one loop that does not recurse. Depth and size
are checked while they grow, so a text made to hurt never gets far, and every finding has its
place for free.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.core.span import TOP, Span
from wirctl.source import limits
from wirctl.source.fault import WHOLE, fault
from wirctl.source.finder import Finder, Refused
from wirctl.source.messages import values as say
from wirctl.source.parser import ERRORS, span_of
from wirctl.source.scalars import PLAIN_STARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.value import Value
    from wirctl.source.fault import Fault
    from wirctl.source.finder import Filling, Items
    from wirctl.source.parser import Event, ParserOf

_QUESTION = regex(r"[\[{,]\s*\?[^\s,\]}]")
_DIRECTIVE = regex(r"(?:[ \t]*+(?:#[^\n]*+)?+\r?+\n)*+%")
_ODD_KEYS = frozenset({"", "<<"})
_LONG_KEY = 40


@frozen
class Reading:
    """What one pass over a text gave: a value, faults, and the error that ended it early."""

    value: Value
    faults: tuple[Fault, ...]
    error: Exception | None = None


def parse(text: str, parser: ParserOf) -> Reading:
    """The value of the text and the faults of its parts. Never raises."""
    builder = _Builder(
        text,
        has_marks="&" in text or "!" in text,
        has_escapes="\\" in text,
        has_comments=" #" in text or "\t#" in text,
        has_questions="?" in text and _QUESTION.search(text) is not None,
    )
    value: Value = None
    error: Exception | None = None
    try:
        value = builder.build(parser(text).get_event)
    except Refused as refusal:
        builder.faults.append(refusal.reason)
    except ERRORS as stopped:
        error = stopped
    return Reading(value, tuple(builder.faults), error)


class _Builder(Finder):
    """The value of a text, from its events."""

    __slots__ = ()

    def build(self, next_event: Callable[[], Event]) -> Value:
        """The value at the top, which has to be a record."""
        if _DIRECTIVE.match(self.text):
            raise Refused(fault(say.DIRECTIVE, self.directive(), WHOLE))
        next_event()
        start = next_event()
        if type(start) is not DocumentStartEvent:
            raise Refused(fault(say.EMPTY_FILE, TOP, WHOLE))
        value = self.content(next_event)
        after = next_event()
        if type(after) is not StreamEndEvent:
            raise Refused(fault(say.SEVERAL_DOCUMENTS, span_of(after), WHOLE))
        for record, key in self.dropped:
            record.pop(key, None)
        return value

    def content(self, next_event: Callable[[], Event]) -> Value:  # noqa: C901, PLR0912, PLR0915 - the hot loop
        """The value of the document: the only item of a list that nobody sees."""
        stack, has_marks = self.stack, self.has_marks
        has_comments, flows = self.has_comments, self.flows
        has_odd_keys = has_marks or self.has_questions
        record: Filling | None = None
        items: Items | None = []
        key = ""
        value: Value
        for _ in repeat(None, limits.MAX_ENTRIES):
            event = next_event()
            kind = type(event)
            if record is not None:
                if kind is ScalarEvent:
                    key = event.value
                    if (
                        key in record
                        or key in _ODD_KEYS
                        or len(key) > _LONG_KEY
                        or has_odd_keys
                        or not key.isascii()
                    ):
                        key = self.at(record, items, key).odd_key(event)
                elif kind is MappingEndEvent:
                    value = record
                    record, items, key = stack.pop()
                    if flows:
                        self.at(record, items, key).close_flow(event)
                    if record is not None:
                        record[key] = value
                    elif items is not None:
                        items.append(value)
                    continue
                else:
                    key = self.at(record, items, key).complex_key(event)
                event = next_event()
                kind = type(event)
            if kind is ScalarEvent:
                text: str = event.value
                value = text
                if has_marks:
                    self.at(record, items, key).check_marks(event)
                if event.style:
                    self.at(record, items, key).check_style(event)
                elif has_comments or not text or text[0] in PLAIN_STARTS or ":" in text:
                    value = self.at(record, items, key).plain(event)
            elif kind is SequenceEndEvent:
                value = items
                record, items, key = stack.pop()
                if flows:
                    self.at(record, items, key).close_flow(event)
            elif kind is AliasEvent:
                self.at(record, items, key).alias(event)
                value = None
            elif kind is DocumentEndEvent:
                return self.top(items)
            else:
                if has_marks or event.flow_style or len(stack) >= limits.MAX_DEPTH:
                    self.at(record, items, key).check_start(event)
                stack.append((record, items, key))
                record, items = ({}, None) if kind is MappingStartEvent else (None, [])
                continue
            if record is not None:
                record[key] = value
            elif items is not None:
                items.append(value)
        raise Refused(fault(say.TOO_MANY_VALUES, span_of(event), WHOLE, limit=limits.MAX_ENTRIES))

    def directive(self) -> Span:
        """The first line that begins with a percent sign."""
        start = self.text.index("%")
        line = self.text.count("\n", 0, start) + 1
        length = len(self.text[start:].partition("\n")[0].rstrip())
        return Span(line, 1, line, length + 1, start, start + length)

    def top(self, items: Items | None) -> Value:
        """The one value of the document."""
        value = items[0] if items else None
        if isinstance(value, dict):
            return value
        if value is None and not self.faults:
            raise Refused(fault(say.EMPTY_FILE, TOP, WHOLE))
        found = _FOUND[isinstance(value, list)]
        raise Refused(fault(say.NO_RECORD_AT_TOP, TOP, WHOLE, found_de=found[0], found_en=found[1]))


_FOUND = (("nur einen Text", "only text"), ("eine Liste", "a list"))
