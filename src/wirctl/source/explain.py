"""From what stopped the parser to a message that an author understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.span import TOP, Span
from wirctl.source.fault import Fault, fault
from wirctl.source.messages import syntax as say

if TYPE_CHECKING:
    from yaml.error import Mark


def explain(text: str, error: Exception) -> Fault:
    """The fault for an error of the parser. The parser's own words are never shown."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return fault(say.NOT_YAML, _span(mark) if mark is not None else TOP, ())


def _span(mark: Mark) -> Span:
    line, column = mark.line + 1, mark.column + 1
    return Span(line, column, line, column, mark.index, mark.index)
