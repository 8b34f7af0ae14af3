"""YAML 1.2 (core schema) as a value, strictly: what a plan does not need is refused at its place.

The parser's events are turned into plain data in one loop that does not recurse. Depth and size
are checked while they grow, so a text made to hurt never gets far, and every finding has its
place for free.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import TYPE_CHECKING, TypeAlias

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

from wirctl.core.span import TOP
from wirctl.source import limits
from wirctl.source.characters import hidden
from wirctl.source.fault import WHOLE, fault, in_quotes
from wirctl.source.messages import characters as sign
from wirctl.source.messages import values as say
from wirctl.source.parser import ERRORS, span_of
from wirctl.source.scalars import PLAIN_STARTS, Unusable, meaning
from wirctl.source.slips import comment_slip, key_slip, text_slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.core.value import Value
    from wirctl.source.fault import Fault, Path
    from wirctl.source.parser import Event, ParserOf
    from wirctl.source.slips import Slip

_Record: TypeAlias = "dict[str, Value]"
_List: TypeAlias = "list[Value]"
_Frame: TypeAlias = "tuple[_Record | None, _List | None, str]"

_ODD_KEYS = frozenset({"", "<<"})
_SHORT = 40


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


@dataclass(frozen=True, slots=True)
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
    )
    value: Value = None
    error: Exception | None = None
    try:
        value = builder.build(parser(text).get_event)
    except _Refused as refusal:
        builder.faults.append(refusal.reason)
    except ERRORS as stopped:
        error = stopped
    return Reading(value, tuple(builder.faults), error)


@dataclass(slots=True)
class _Builder:
    """One text being read.

    `record` or `items` is what is being filled, `key` the name that waits for its value, `stack`
    what is around. They are brought up to date only where a finding is at hand, for speed.
    """

    text: str
    has_marks: bool
    has_escapes: bool
    has_comments: bool
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    record: _Record | None = None
    items: _List | None = None
    key: str = ""
    dropped: list[tuple[_Record, str]] = field(default_factory=list)
    composed: dict[int, dict[str, str]] = field(default_factory=dict)

    def build(self, next_event: Callable[[], Event]) -> Value:
        """The value at the top, which has to be a record."""
        next_event()
        start = next_event()
        if type(start) is not DocumentStartEvent:
            raise _Refused(fault(say.EMPTY_FILE, TOP, WHOLE))
        if start.version is not None or start.tags:
            raise _Refused(fault(say.DIRECTIVE, span_of(start), WHOLE))
        value = self.content(next_event)
        after = next_event()
        if type(after) is not StreamEndEvent:
            raise _Refused(fault(say.SEVERAL_DOCUMENTS, span_of(after), WHOLE))
        for record, key in self.dropped:
            record.pop(key, None)
        return value

    def content(self, next_event: Callable[[], Event]) -> Value:  # noqa: C901, PLR0912, PLR0915 - the hot loop
        """The value of the document: the only item of a list that nobody sees."""
        stack, has_marks, has_escapes = self.stack, self.has_marks, self.has_escapes
        has_comments = self.has_comments
        record: _Record | None = None
        items: _List | None = []
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
                        or len(key) > _SHORT
                        or has_marks
                        or not key.isascii()
                    ):
                        key = self.at(record, items, key).odd_key(event)
                elif kind is MappingEndEvent:
                    value = record
                    record, items, key = stack.pop()
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
                    if has_escapes and event.style == '"':
                        self.at(record, items, key).check_escapes(event)
                elif has_comments or not text or text[0] in PLAIN_STARTS or ":" in text:
                    value = self.at(record, items, key).plain(event)
            elif kind is SequenceEndEvent:
                value = items
                record, items, key = stack.pop()
            elif kind is AliasEvent:
                self.at(record, items, key).alias(event)
                value = None
            elif kind is DocumentEndEvent:
                return self.top(items)
            else:
                self.at(record, items, key).check_start(event)
                stack.append((record, items, key))
                record, items = ({}, None) if kind is MappingStartEvent else (None, [])
                continue
            if record is not None:
                record[key] = value
            elif items is not None:
                items.append(value)
        raise _Refused(fault(say.TOO_MANY_VALUES, span_of(event), WHOLE, limit=limits.MAX_ENTRIES))

    def at(self, record: _Record | None, items: _List | None, key: str) -> _Builder:
        """Where the loop is."""
        self.record, self.items, self.key = record, items, key
        return self

    def path(self) -> Path:
        """Where the value stands that is being read; not below a key that was refused."""
        path: list[str | int] = []
        for record, items, key in (*self.stack, (self.record, self.items, self.key))[1:]:
            path.append(str(key) if record is not None else len(items or ()))
            if type(key) is _Dropped:
                break
        return tuple(path)

    def add(self, message: Message, event: Event, *paths: Path, **words: Argument) -> None:
        """Enter a finding; after too many, no more."""
        if len(self.faults) >= limits.MAX_FAULTS:
            limit = limits.MAX_FAULTS
            raise _Refused(fault(say.TOO_MANY_FAULTS, span_of(event), WHOLE, limit=limit))
        self.faults.append(fault(message, span_of(event), *paths, **words))

    def rest_of_line(self, event: Event) -> str:
        """What stands from the event to the end of its line, as it has to be written."""
        start, end = event.start_mark.index, event.end_mark.index
        if self.text[end : end + 1] in {",", "]", "}"}:
            return in_quotes(self.text[start:end])
        return in_quotes(self.text[start:].partition("\n")[0])

    def plain(self, event: Event) -> Value:
        """The value of a plain scalar; its text where it means nothing that a plan can use."""
        text: str = event.value
        value = meaning(text)
        if self.has_comments and (value is None or isinstance(value, str)):
            self.check(event, comment_slip(self.text, event))
        if isinstance(value, Unusable):
            words = {"text": text[:_SHORT], "digits": text.replace(".", "")[:_SHORT]}
            self.add(value.message, event, self.path(), **words)
            return text
        if isinstance(value, str):
            self.check(
                event, text_slip(self.text, event, is_beside_records=self.is_beside_records())
            )
        return value

    def is_beside_records(self) -> bool:
        """Whether the value is an item of a list that holds a record already."""
        return bool(self.items) and isinstance((self.items or [None])[-1], dict)

    def check(self, event: Event, slip: Slip | None) -> None:
        """Enter what a closer look has found, if it has."""
        if slip is not None:
            self.add(slip.message, event, **dict(slip.words))
            paths = (self.path(),) if slip.is_unusable else ()
            self.faults[-1] = replace(self.faults[-1], span=slip.span, paths=paths)

    def check_marks(self, event: Event) -> None:
        """Find fault with an anchor or a tag: what stands behind it is less than what was meant."""
        path = () if type(event) is not ScalarEvent else (self.path(),)
        quoted = self.rest_of_line(event) if event.anchor or event.tag else ""
        if event.anchor is not None:
            self.add(say.ANCHOR, event, *path, quoted=quoted)
        if event.tag is not None:
            self.add(say.TAG, event, self.path(), quoted=quoted)

    def check_start(self, event: Event) -> None:
        """Find fault with a list or record that begins too deep, or bears marks."""
        if len(self.stack) >= limits.MAX_DEPTH:
            raise _Refused(
                fault(say.NESTED_TOO_DEEP, span_of(event), WHOLE, limit=limits.MAX_DEPTH)
            )
        if self.has_marks:
            self.check_marks(event)

    def check_escapes(self, event: Event) -> None:
        r"""Find fault with characters that only an escape (`\e`) could bring in."""
        for code in hidden(event.value):
            self.add(sign.CONTROL_CHARACTER, event, code=code)

    def alias(self, event: Event) -> None:
        """Nothing, and a finding."""
        self.add(say.ALIAS, event, self.path(), quoted=self.rest_of_line(event))

    def complex_key(self, event: Event) -> str:
        """A stand-in for an alias; lists and records cannot be keys at all."""
        if type(event) is not AliasEvent:
            raise _Refused(fault(say.COMPLEX_KEY, span_of(event), WHOLE))
        self.add(say.ALIAS, event, quoted=self.rest_of_line(event))
        return self.drop("*")

    def drop(self, text: str) -> str:
        """A key whose value goes nowhere."""
        key = _Dropped(text)
        if self.record is not None:
            self.dropped.append((self.record, key))
        return key

    def odd_key(self, event: Event) -> str:
        """The key, or a stand-in where it is refused."""
        text: str = event.value
        if self.has_marks:
            self.check_marks(event)
        if not text:
            self.add(say.EMPTY_KEY, event)
        elif text == "<<" and not event.style:
            self.add(say.MERGE_KEY, event)
        elif len(text) > limits.MAX_KEY:
            self.add(say.KEY_TOO_LONG, event, limit=limits.MAX_KEY)
        elif (slip := key_slip(event)) is not None:
            self.check(event, slip)
            return str(self.drop(text) if text.strip() in (self.record or {}) else text.strip())
        elif (first := self.same_key(text)) is not None:
            path = (*self.path()[:-1], first)
            self.add(say.DUPLICATE_KEY, event, path, key=text[:_SHORT])
            self.faults[-1] = replace(self.faults[-1], related=(path,))
        else:
            return text
        return self.drop(text)

    def same_key(self, text: str) -> str | None:
        """The key of the record that is this one, or would be in composed form (NFC)."""
        record = self.record or {}
        if text in record:
            return text
        if text.isascii():
            return None
        seen = self.composed.setdefault(id(record), {})
        first = seen.setdefault(unicodedata.normalize("NFC", text), text)
        return None if first is text else first

    def top(self, items: _List | None) -> Value:
        """The one value of the document."""
        value = items[0] if items else None
        if isinstance(value, dict):
            return value
        if value is None and not self.faults:
            raise _Refused(fault(say.EMPTY_FILE, TOP, WHOLE))
        found = _FOUND[isinstance(value, list)]
        raise _Refused(
            fault(say.NO_RECORD_AT_TOP, TOP, WHOLE, found_de=found[0], found_en=found[1])
        )


_FOUND = (("nur einen Text", "only text"), ("eine Liste", "a list"))
