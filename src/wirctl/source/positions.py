"""Where the values of one text stand; worked out only when somebody asks."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from wirctl.core.items import item_names
from wirctl.core.span import TOP, Span
from wirctl.core.value import list_of, record_of
from wirctl.source import limits
from wirctl.source.parser import ERRORS, span_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.source.fault import Path
    from wirctl.source.parser import Event, ParserOf

_MAX_EVENTS = 2 * limits.MAX_ENTRIES
_BLOCK = frozenset("|>")
_PLACE = re.compile(r"[0-9]{1,7}")


@dataclass(slots=True)
class Place:
    """Where one value stands: itself, its key if it has one, and what is in it."""

    span: Span
    key: Span | None = None
    fields: dict[str, Place] = field(default_factory=dict)
    items: list[Place] = field(default_factory=list)
    names: dict[str, int] | None = None

    def find(
        self, value: Value, pointer: Pointer, keys_of: Callable[[Pointer], tuple[str, ...]]
    ) -> tuple[Place, bool]:
        """The place that the pointer leads to, or its nearest parent; and which of the two.

        `value` is what stands here, `keys_of` names the list keys below a path of properties.
        """
        properties: list[str] = []
        place = self
        for name in pointer:
            keys = keys_of(tuple(properties)) if place.items else ()
            if not place.items:
                properties.append(name)
            found = place.child(name, value, keys)
            if found is None:
                return place, False
            place, value = found
        return place, True

    def at(self, path: Path) -> Place:
        """The place at this path of keys and places, or its nearest parent."""
        place = self
        for step in path:
            below = place.fields.get(str(step)) or next(
                iter(place.items[_number(str(step)) :]), None
            )
            if below is None:
                return place
            place = below
        return place

    def child(self, name: str, value: Value, keys: tuple[str, ...]) -> tuple[Place, Value] | None:
        """The field or item of this name with its value, if there is one."""
        if not self.items:
            found = self.fields.get(name) or self._composed(name)
            return None if found is None else (found, record_of(value).get(name))
        items = list_of(value)
        if self.names is None:
            self.names = {name: at for at, name in enumerate(item_names(items, keys))}
        at = self.names.get(name, _number(name))
        if at >= len(self.items):
            return None
        return self.items[at], items[at] if at < len(items) else None

    def _composed(self, name: str) -> Place | None:
        wanted = unicodedata.normalize("NFC", name)
        same = (key for key in self.fields if unicodedata.normalize("NFC", key) == wanted)
        return self.fields.get(next(same, ""))


def _number(name: str) -> int:
    """The place that the name counts, beyond every list if it counts none."""
    return int(name) if _PLACE.fullmatch(name) else limits.MAX_BYTES


def path_at(top: Place, offset: int) -> Path | None:
    """The path of the value that begins at the offset, or whose key stands nearest before it."""
    best: tuple[int, Path] | None = None
    waiting: list[tuple[Place, Path]] = [(top, ())]
    while waiting:
        place, path = waiting.pop()
        if path and place.span.start == offset:
            return path
        if place.key is not None and place.key.start <= offset:
            best = max(best or (-1, path), (place.key.start, path), key=lambda item: item[0])
        waiting += [(child, (*path, name)) for name, child in place.fields.items()]
        waiting += [(child, (*path, at)) for at, child in enumerate(place.items)]
    return best[1] if best else None


def places(text: str, parser: ParserOf) -> Place:
    """The places of all values, down to where the text can be read. Never raises."""
    reading = _Reading(text)
    with suppress(*ERRORS):
        reading.take(parser(text).get_event)
    while reading.stack:
        reading.close()
    return reading.top or Place(TOP)


@dataclass(slots=True)
class _Frame:
    """A list or record whose end has not come yet."""

    place: Place
    is_record: bool
    is_flow: bool
    key: tuple[str, Span] | None = None

    def put(self, place: Place, name: str) -> None:
        """Enter the next key, value or item."""
        if not self.is_record:
            self.place.items.append(place)
        elif self.key is None:
            self.key = (name, place.span)
        else:
            place.key = self.key[1]
            self.place.fields.setdefault(self.key[0], place)
            self.key = None

    def reach(self, last: Span) -> None:
        """Let the list or record go on to here."""
        span = self.place.span
        self.place.span = Span(
            span.line, span.column, last.end_line, last.end_column, span.start, last.end
        )


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.top: Place | None = None
        self.stack: list[_Frame] = []

    def take(self, next_event: Callable[[], Event]) -> None:
        """Take in the events of the text, as far as it was read before."""
        for _ in repeat(None, _MAX_EVENTS):
            event = next_event()
            if event is None or len(self.stack) > limits.MAX_DEPTH:
                return
            self._enter(event)

    def _enter(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._put(Place(self._scalar(event)), event.value)
        elif isinstance(event, AliasEvent):
            self._put(Place(span_of(event)), "")
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            place = Place(span_of(event))
            self._put(place, "")
            is_record = isinstance(event, MappingStartEvent)
            self.stack.append(_Frame(place, is_record, bool(event.flow_style)))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            if self.stack[-1].is_flow:
                self.stack[-1].reach(span_of(event))
            self.close()

    def close(self) -> None:
        """Leave the innermost list or record."""
        self._reach(self.stack.pop().place.span)

    def _put(self, place: Place, name: str) -> None:
        if self.stack:
            self.stack[-1].put(place, name)
            self._reach(place.span)
        elif self.top is None:
            self.top = place

    def _reach(self, span: Span) -> None:
        """Let what is around go on to the end of this; brackets have an end of their own."""
        if self.stack and not self.stack[-1].is_flow:
            self.stack[-1].reach(span)

    def _scalar(self, event: ScalarEvent) -> Span:
        """A block scalar ends with its last line, not where the next key begins."""
        span = span_of(event)
        if event.style not in _BLOCK:
            return span
        body = self.text[span.start : span.end].rstrip()
        below = body.count("\n")
        column = len(body) - body.rfind("\n") if below else span.column + len(body)
        return Span(
            span.line, span.column, span.line + below, column, span.start, span.start + len(body)
        )
