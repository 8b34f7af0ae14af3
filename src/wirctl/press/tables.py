"""Tables whose columns get room by what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.parts import Bullets, Grid, PageOf, Par, Quoted, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.press.parts import Blocks, Line

_LEAST, _MOST, _EDGES = 5, 60, 3


def grid(head: Sequence[Line], rows: Sequence[Sequence[Blocks]], caption: str = "") -> Grid:
    """A table; a column is as wide as its longest word needs, and wider the more it says.

    Columns in which no row says anything are left out.
    """
    padded = [tuple(_padded(row, len(head))) for row in rows]
    columns = [at for at in range(len(head)) if any(row[at] for row in padded)]
    columns = columns or list(range(len(head)))
    whole = tuple(tuple(row[at] for at in columns) for row in padded)
    widths = tuple(_width(head[at], [row[at] for row in padded]) for at in columns)
    return Grid(tuple(head[at] for at in columns), whole, widths, caption)


def _padded(row: Sequence[Blocks], count: int) -> Iterator[Blocks]:
    yield from row[:count]
    yield from (() for _ in range(count - len(row)))


def _width(head: Line, cells: Sequence[Blocks]) -> int:
    """The room that a column asks for, in letters."""
    texts = [_words(head), *(" ".join(_texts(cell)) for cell in cells)]
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    most = max(map(len, texts), default=0)
    typical = sum(map(len, texts)) // max(len(texts), 1)
    wanted = min(most, max(typical + typical // 2, longest))
    return _EDGES + max(_LEAST, min(longest, _MOST // 3), min(wanted, _MOST))


def _words(line: Line) -> str:
    return "".join(
        "000" if isinstance(part, PageOf) else part.text
        for part in line
        if isinstance(part, Run | PageOf)
    )


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Par(line):
                yield _words(line)
            case Bullets(items):
                for item in items:
                    yield from _texts(item)
            case Quoted(inner):
                yield from _texts(inner)
            case _:
                yield ""
