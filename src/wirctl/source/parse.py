"""YAML 1.2 (core schema) as a value, strictly: what a plan does not need is refused at its place.

The parser's events are turned into plain data in one loop that does not recurse. Depth and size
are checked while they grow, so a text made to hurt never gets far, and every finding has its
place for free.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from wirctl.core.span import TOP, Span
from wirctl.source import limits
from wirctl.source.characters import hidden
from wirctl.source.explain import explain
from wirctl.source.fault import Fault, Path, fault
from wirctl.source.messages import characters as characters_say
from wirctl.source.messages import values as say
from wirctl.source.scalars import PLAIN_STARTS, Unusable, meaning

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import CollectionStartEvent, Event, NodeEvent

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.core.value import Value
    from wirctl.source.parser import ParserOf

_ODD_KEYS = frozenset({"", "<<"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds (`None` if that cannot be said) and what is wrong with it."""

    value: Value
    faults: tuple[Fault, ...]


class _Refused(Exception):  # noqa: N818 - it ends the reading of one text; nobody else sees it
    def __init__(self, reason: Fault) -> None:
        super().__init__(reason.rule)
        self.reason = reason


class _Dropped(str):
    """A key that is refused: equal to itself only, so that its value hides no other."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


def parse(text: str, parser: ParserOf) -> Parsed:
    """The value of the text and the faults of its parts. Never raises."""
    builder = _Builder(escapes="\\" in text)
    try:
        value = builder.build(parser(text).get_event)
    except _Refused as refusal:
        builder.faults.append(refusal.reason)
        value = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        builder.faults.append(explain(text, error))
        value = None
    return Parsed(value, tuple(builder.faults))


def span_of(event: Event) -> Span:
    """The stretch of text that the parser names for the event."""
    start, end = event.start_mark, event.end_mark
    return Span(
        start.line + 1, start.column + 1, end.line + 1, end.column + 1, start.index, end.index
    )


@dataclass(slots=True)
class _Builder:
    """One text being read. `current`, `key` and `stack` say where: they are kept up to date
    only where a finding is at hand or a list or record begins, for speed."""

    escapes: bool
    faults: list[Fault] = field(default_factory=list)
    stack: list[tuple[dict[str, Value] | list[Value], str | None]] = field(default_factory=list)
    current: dict[str, Value] | list[Value] = field(default_factory=list)
    key: str | None = None
    dropped: list[tuple[dict[str, Value], str]] = field(default_factory=list)
    composed: dict[int, dict[str, str]] = field(default_factory=dict)

    def build(self, next_event: Callable[[], Event | None]) -> Value:
        """The value at the top."""
        top = self._open(next_event)
        value = self._content(next_event)
        after = next_event()
        if after is not None and type(after) is not StreamEndEvent:
            raise _Refused(fault(say.SEVERAL_DOCUMENTS, span_of(after), ()))
        for record, key in self.dropped:
            record.pop(key, None)
        return _record(value, top)

    def _open(self, next_event: Callable[[], Event | None]) -> Span:
        next_event()
        start = next_event()
        if type(start) is not DocumentStartEvent:
            raise _Refused(fault(say.EMPTY_FILE, TOP, ()))
        if start.version is not None or start.tags:
            raise _Refused(fault(say.DIRECTIVE, span_of(start), ()))
        return span_of(start)

    def _content(self, next_event: Callable[[], Event | None]) -> Value:  # noqa: C901, PLR0912 - the hot loop
        """The one value of the document: the only item of a list that nobody sees."""
        stack = self.stack
        current: dict[str, Value] | list[Value] = []
        key: str | None = None
        value: Value
        event: Event | None = None
        for _ in repeat(None, limits.MAX_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                is_key = key is None and type(current) is dict
                if event.tag is not None or event.anchor is not None:
                    self._at(current, key)._check_marks(event)
                if is_key:
                    key = value
                    if key in current or key in _ODD_KEYS or not key.isascii() or len(key) > 99:
                        key = self._at(current, None)._odd_key(event, current)
                    continue
                if event.style:
                    if self.escapes and event.style == '"':
                        self._at(current, key)._check_escapes(event)
                elif not value or value[0] in PLAIN_STARTS:
                    value = self._at(current, key)._plain(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._at(current, key)._check_start(event)
                stack.append((current, key))
                current = {} if kind is MappingStartEvent else []
                key = None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = current
                current, key = stack.pop()
            elif kind is AliasEvent:
                value = self._at(current, key)._alias(event)
            elif kind is DocumentEndEvent:
                return current[0]
            if type(current) is list:
                current.append(value)
            elif key is None:
                key = self._complex_key(current)
            else:
                current[key] = value
                key = None
        raise _Refused(fault(say.TOO_MANY_VALUES, span_of(event), (), limit=limits.MAX_EVENTS))

    def _at(self, current: dict[str, Value] | list[Value], key: str | None) -> _Builder:
        self.current, self.key = current, key
        return self

    def _path(self) -> Path:
        """Where the value stands that is being read; not below a key that was refused."""
        path: list[str | int] = []
        for container, key in (*self.stack, (self.current, self.key))[1:]:
            if key is not None:
                path.append(str(key))
            elif type(container) is list:
                path.append(len(container))
            if type(key) is _Dropped:
                break
        return tuple(path)

    def _add(self, message: Message, event: Event, path: Path | None, **words: Argument) -> None:
        if len(self.faults) >= limits.MAX_FAULTS:
            raise _Refused(fault(say.TOO_MANY_FAULTS, span_of(event), (), limit=limits.MAX_FAULTS))
        self.faults.append(fault(message, span_of(event), path, **words))

    def _plain(self, event: ScalarEvent) -> Value:
        value = meaning(event.value)
        if not isinstance(value, Unusable):
            return value
        words = {"text": event.value[:40], "digits": event.value.replace(".", "")[:40]}
        self._add(value.message, event, self._path(), **words)
        return str(event.value)

    def _check_marks(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            self._add(say.ANCHOR, event, None, name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._add(say.TAG, event, self._path(), name=_tag_name(tag))

    def _check_start(self, event: CollectionStartEvent) -> None:
        if len(self.stack) >= limits.MAX_DEPTH:
            raise _Refused(fault(say.NESTED_TOO_DEEP, span_of(event), (), limit=limits.MAX_DEPTH))
        if type(self.current) is dict and self.key is None:
            self._add(say.COMPLEX_KEY, event, None)
        if event.tag is not None or event.anchor is not None:
            self._check_marks(event)

    def _check_escapes(self, event: ScalarEvent) -> None:
        for code in hidden(event.value):
            self._add(characters_say.CONTROL_CHARACTER, event, None, code=code)

    def _alias(self, event: AliasEvent) -> None:
        self._add(say.ALIAS, event, self._path(), name=str(event.anchor))

    def _complex_key(self, record: dict[str, Value]) -> str:
        """A stand-in for a key that is a list, a record or an alias, found fault with before."""
        return self._drop(record, "?")

    def _drop(self, record: dict[str, Value], text: str) -> str:
        key = _Dropped(text)
        self.dropped.append((record, key))
        return key

    def _odd_key(self, event: ScalarEvent, record: dict[str, Value]) -> str:
        text: str = event.value
        path = self._path()
        if not text:
            self._add(say.EMPTY_KEY, event, None)
        elif text == "<<" and not event.style:
            self._add(say.MERGE_KEY, event, None)
        elif len(text) > limits.MAX_KEY:
            self._add(say.KEY_TOO_LONG, event, None, limit=limits.MAX_KEY)
        elif (first := self._same_key(record, text)) is not None:
            self._add(say.DUPLICATE_KEY, event, (*path, first), key=text[:40])
            self.faults[-1] = replace(self.faults[-1], related=((*path, first),))
        else:
            return text
        return self._drop(record, text)

    def _same_key(self, record: dict[str, Value], text: str) -> str | None:
        """The key of the record that is this one, or would be in composed form (NFC)."""
        if text in record:
            return text
        if text.isascii():
            return None
        seen = self.composed.setdefault(id(record), {})
        first = seen.setdefault(unicodedata.normalize("NFC", text), text)
        return None if first is text else first


def _tag_name(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _record(value: Value, top: Span) -> Value:
    """The value if it is a record; anything else is no plan file."""
    if isinstance(value, dict):
        return value
    if value is None:
        raise _Refused(fault(say.EMPTY_FILE, top, ()))
    found = ("eine Liste", "a list") if isinstance(value, list) else ("nur ein Text", "only text")
    raise _Refused(fault(say.NO_RECORD_AT_TOP, top, (), found_de=found[0], found_en=found[1]))
