"""A stretch of text in a file."""

from __future__ import annotations

from wirctl.core.frozen import frozen


@frozen(order=True)
class Span:
    """From (line, column) up to but without (end_line, end_column); all counted from 1.

    Columns count characters (code points), as editors and compilers do. `start` and `end`
    are the same places as offsets into the decoded text, counted from 0.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int = 0
    end: int = 0


TOP = Span(1, 1, 1, 1)
