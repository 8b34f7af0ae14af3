"""Where words stand in the text of a file, as it was typed: over line ends, too."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from wirctl.core.span import Span

if TYPE_CHECKING:
    from wirctl.core.diagnostic import Excerpt


def narrowed(text: str, span: Span, excerpt: Excerpt) -> Span:
    """The words within the span; the span itself where they are spelled in another way there."""
    pattern = r"\s+".join(map(re.escape, excerpt.words.split())) or "(?!)"
    every = re.compile(pattern).finditer(text, span.start, span.end)
    found = next(islice(every, excerpt.before, None), None)
    if found is None:
        return span
    (line, column), (end_line, end_column) = (
        _place(text, span, offset) for offset in (found.start(), found.end())
    )
    return Span(line, column, end_line, end_column, found.start(), found.end())


def _place(text: str, span: Span, offset: int) -> tuple[int, int]:
    """Line and column of a place within the span."""
    breaks = text.count("\n", span.start, offset)
    if not breaks:
        return span.line, span.column + offset - span.start
    return span.line + breaks, offset - text.rindex("\n", 0, offset)
