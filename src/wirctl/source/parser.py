"""The two parsers that turn text into YAML events: libyaml, or PyYAML's own where it is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import yaml

from wirctl.core.span import Span
from wirctl.source.pure import PureParser

Event: TypeAlias = Any
"""An event of PyYAML: their attributes have no types of their own."""


class Mark(Protocol):
    """A place as the parsers name it, all counted from 0."""

    line: int
    column: int
    index: int


class EventSource(Protocol):
    """A parser that gives one event after the other."""

    def get_event(self) -> Event:
        """The next event, or nothing after the last."""


ParserOf: TypeAlias = Callable[[str], EventSource]

ERRORS = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser raises for text that is no YAML."""


def span_of(event: Event) -> Span:
    """The stretch of text that the parser names for the event."""
    start, end = event.start_mark, event.end_mark
    return Span(
        start.line + 1, start.column + 1, end.line + 1, end.column + 1, start.index, end.index
    )


def _fastest() -> ParserOf:
    if not yaml.__with_libyaml__:
        return PureParser
    from yaml import cyaml

    parser: ParserOf = cyaml.CParser  # type: ignore[attr-defined]
    return parser


PARSER: ParserOf = _fastest()
