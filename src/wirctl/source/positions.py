"""Where the values of one text stand; worked out only when somebody asks."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from wirctl.core.items import item_names
from wirctl.core.regex import regex
from wirctl.core.span import TOP, Span
from wirctl.core.value import list_of, record_of
from wirctl.source import limits
from wirctl.source.parser import ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.source.fault import Path
    from wirctl.source.parser import Event, ParserOf

_MAX_EVENTS = 2 * limits.MAX_ENTRIES
_PLACE = regex(r"[0-9]{1,7}")
_BLOCK = frozenset("|>")
_VALUES = frozenset({ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent})


@dataclass(slots=True, eq=False)
class Place:
    """Where one value stands: the event that begins it, its key's, and what is in it.

    `fields` or `items` is there for a record or a list. `end` is the event that ends one in
    brackets, `last` the last value in one without: it ends there.
    """

    event: Event
    key: Event | None = None
    fields: dict[str, Place] | None = None
    items: list[Place] | None = None
    end: Event | None = None
    last: Place | None = None
    names: dict[str, int] | None = None

    def at(self, step: str | int) -> Place | None:
        """The field of this name, or the item at this place."""
        if self.items is not None:
            return self.items[step] if isinstance(step, int) and step < len(self.items) else None
        return (self.fields or {}).get(str(step))

    def enter(self, key: Event, value: Place) -> None:
        """Enter a field; the first of two with one key keeps its place."""
        if self.fields is not None:
            self.fields.setdefault(getattr(key, "value", ""), value)
        self.last = value

    def child(self, name: str, value: Value, keys: Sequence[str]) -> tuple[Place, Value] | None:
        """The field or item of this name with its value, if there is one."""
        if self.items is None:
            found = self.at(name) or self._composed(name)
            return None if found is None else (found, record_of(value).get(name))
        items = list_of(value)
        if self.names is None:
            self.names = {name: place for place, name in enumerate(item_names(items, keys))}
        number = self.names.get(name, _number(name))
        found = self.at(number)
        below = items[number] if number < len(items) else None
        return None if found is None else (found, below)

    def _composed(self, name: str) -> Place | None:
        wanted = unicodedata.normalize("NFC", name)
        fields = self.fields or {}
        same = (key for key in fields if unicodedata.normalize("NFC", key) == wanted)
        return fields.get(next(same, ""))


def _number(name: str) -> int:
    """The place that the name counts, beyond every list if it counts none."""
    return int(name) if _PLACE.fullmatch(name) else limits.MAX_BYTES


@dataclass(slots=True, eq=False)
class Positions:
    """The places of all values of a text, as far as it can be read."""

    text: str
    top: Place | None = None

    def find(
        self, value: Value, pointer: Pointer, keys_of: Callable[[Pointer], tuple[str, ...]]
    ) -> tuple[Place | None, bool]:
        """The place that the pointer leads to, or its nearest parent; and which of the two.

        `value` is what the text holds, `keys_of` names the list keys below a path of properties.
        """
        properties: list[str] = []
        place = self.top
        if place is None:
            return None, False
        for name in pointer:
            keys: Sequence[str] = ()
            if place.items is None:
                properties.append(name)
            elif place.names is None:
                keys = keys_of(tuple(properties))
            found = place.child(name, value, keys)
            if found is None:
                return place, False
            place, value = found
        return place, True

    def at(self, path: Path) -> Place | None:
        """The place at this path of keys and places, or its nearest parent."""
        place = self.top
        for step in path:
            below = place.at(step) if place is not None else None
            if below is None:
                break
            place = below
        return place

    def path_at(self, offset: int) -> Path | None:
        """The path of the value that begins here, or whose key stands nearest before."""
        best: tuple[int, Path] | None = None
        waiting: list[tuple[Place, Path]] = [(self.top, ())] if self.top is not None else []
        while waiting:
            place, path = waiting.pop()
            if path and place.event.start_mark.index == offset:
                return path
            if place.key is not None and (start := place.key.start_mark.index) <= offset:
                best = max(best or (-1, path), (start, path), key=lambda item: item[0])
            waiting += [(child, (*path, name)) for name, child in (place.fields or {}).items()]
            waiting += [(child, (*path, at)) for at, child in enumerate(place.items or ())]
        return best[1] if best else None

    def span(self, place: Place | None) -> Span:
        """From where the value begins to where it ends."""
        if place is None:
            return TOP
        start, ends = place.event.start_mark, place
        while ends.end is None and ends.last is not None:
            ends = ends.last
        end = (ends.end or ends.event).end_mark
        line, column, offset = end.line, end.column, end.index
        if ends.end is None and getattr(ends.event, "style", None) in _BLOCK:
            # The parser ends a text after `|` or `>` where the next key begins.
            begin = ends.event.start_mark
            body = self.text[begin.index : end.index].rstrip()
            line, offset = begin.line + body.count("\n"), begin.index + len(body)
            column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return Span(start.line + 1, start.column + 1, line + 1, column + 1, start.index, offset)

    def key_span(self, place: Place | None) -> Span:
        """Where the key of the value stands; the value itself where it has none."""
        if place is None or place.key is None:
            return self.span(place)
        return self.span(Place(place.key))


def positions(text: str, parser: ParserOf) -> Positions:
    """The places of all values of the text. Never raises."""
    found = Positions(text)
    with suppress(*ERRORS):
        _take(found, parser(text).get_event)
    return found


def _take(found: Positions, next_event: Callable[[], Event]) -> None:  # noqa: C901 - one loop
    """Take in the events of the first document, as far as it was read before."""
    stack: list[tuple[Place | None, Event]] = []
    current: Place | None = None
    key: Event = None
    for _ in repeat(None, _MAX_EVENTS):
        event = next_event()
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            if current is not None and current.event.flow_style:
                current.end = event
            current, key = stack.pop()
            continue
        if kind not in _VALUES:
            if kind is DocumentEndEvent:
                return
            continue
        if kind is ScalarEvent and key is None and current is not None and current.items is None:
            key = event
            continue
        place = Place(event)
        if current is None:
            found.top = place
        elif current.items is not None:
            current.items.append(place)
            current.last = place
        elif key is None:
            key = event
        else:
            place.key = key
            current.enter(key, place)
            key = None
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            place.fields, place.items = ({}, None) if kind is MappingStartEvent else (None, [])
            stack.append((current, key))
            current, key = place, None
            if len(stack) > limits.MAX_DEPTH:
                return
