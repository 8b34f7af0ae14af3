"""Tables whose columns get room by what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from wirctl.press.parts import Bullets, Grid, PageOf, Par, Quoted, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.press.parts import Blocks, Line

_GAPS = re.compile(r"[ \t\n]+|(?<=-)")
_LEAST, _MOST, _EDGES = 5, 60, 3
_ROOM = 92
"""Letters that stand beside each other between the margins of a page."""
_LONGEST = 22
"""Letters of a word that is not parted; a longer one may be."""
_BOLD = 1.12
"""How much wider bold letters are."""


def grid(head: Sequence[Line], rows: Sequence[Sequence[Blocks]], caption: str = "") -> Grid:
    """A table; a column is as wide as its longest word needs, and wider the more it says.

    Columns in which no row says anything are left out.
    """
    padded = [tuple(_padded(row, len(head))) for row in rows]
    columns = [at for at in range(len(head)) if any(row[at] for row in padded)]
    columns = columns or list(range(len(head)))
    whole = tuple(tuple(row[at] for at in columns) for row in padded)
    widths = _shared([_Column.of(head[at], [row[at] for row in padded]) for at in columns])
    return Grid(tuple(head[at] for at in columns), whole, widths, caption)


@dataclass(frozen=True, slots=True)
class _Column:
    """The room that a column needs, and that it would like to have, in letters."""

    needed: int
    wanted: int

    @classmethod
    def of(cls, head: Line, cells: Sequence[Blocks]) -> _Column:
        """What a column says, and how wide that is."""
        lines = [head, *(line for cell in cells for line in _lines(cell))]
        longest = max((_wide(word) for line in lines for word in _words(line)), default=0)
        lengths = [sum(_wide(word) + 1 for word in _words(line)) for line in lines]
        most, typical = max(lengths, default=0), sum(lengths) // max(len(lengths), 1)
        wanted = min(most, max(typical + typical // 2, longest), _MOST)
        needed = min(longest, _LONGEST)
        return cls(_EDGES + max(_LEAST, needed), _EDGES + max(_LEAST, needed, wanted))


def _shared(columns: Sequence[_Column]) -> tuple[int, ...]:
    """The room for each: no word is parted while there is room, the rest goes to who says more."""
    spare = _ROOM - sum(column.needed for column in columns)
    more = sum(column.wanted - column.needed for column in columns)
    if spare <= 0 or more <= spare:
        return tuple(column.needed if spare <= 0 else column.wanted for column in columns)
    return tuple(
        column.needed + spare * (column.wanted - column.needed) // more for column in columns
    )


def _padded(row: Sequence[Blocks], count: int) -> Iterator[Blocks]:
    yield from row[:count]
    yield from (() for _ in range(count - len(row)))


def _wide(word: tuple[str, bool]) -> int:
    """The room that a word takes, in letters."""
    text, strong = word
    return ceil(len(text) * _BOLD) if strong else len(text)


def _words(line: Line) -> Iterator[tuple[str, bool]]:
    """The words of a line between which it may be broken; whether each is bold."""
    found, strong = "", False
    for part in line:
        text = "000" if isinstance(part, PageOf) else part.text if isinstance(part, Run) else " "
        strong = strong or (isinstance(part, Run) and part.strong)
        *whole, rest = _GAPS.split(text)
        for word in whole:
            yield found + word, strong
            found, strong = "", isinstance(part, Run) and part.strong
        found += rest
    yield found, strong


def _lines(blocks: Blocks) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Par(line):
                yield line
            case Bullets(items):
                for item in items:
                    yield from _lines(item)
            case Quoted(inner):
                yield from _lines(inner)
            case _:
                continue
