"""The two parsers that turn text into YAML events: libyaml, or PyYAML's own where it is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

import yaml
from yaml.parser import Parser as _Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

if TYPE_CHECKING:
    from yaml.events import Event


class EventSource(Protocol):
    """A parser that gives one event after the other."""

    def get_event(self) -> Event | None:
        """The next event, or nothing after the last."""


ParserOf: TypeAlias = Callable[[str], EventSource]


class PureParser(Reader, Scanner, _Parser):
    """PyYAML's parser in Python: slow, and the same meaning."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        _Parser.__init__(self)


def _fastest() -> ParserOf:
    if not yaml.__with_libyaml__:
        return PureParser
    from yaml.cyaml import CParser

    return CParser


PARSER: ParserOf = _fastest()
