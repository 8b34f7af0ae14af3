"""Tables for terminals, by rich; plan text in them is text and never markup."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Literal

from wirctl.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.report.registry import Look


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    look: Look,
    numbers: frozenset[int] = frozenset(),
) -> Iterator[str]:
    """The lines of a table; columns in `numbers` (from 0) stand to the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for place, column in enumerate(columns):
        side: Literal["left", "right"] = "right" if place in numbers else "left"
        made.add_column(Text(column), justify=side, no_wrap=not place)
    for row in rows:
        made.add_row(*(Text(one_line(cell)) for cell in row))
    stream = StringIO()
    console = Console(
        file=stream,
        width=max(60, look.width),
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        legacy_windows=False,
    )
    console.print(made)
    for line in stream.getvalue().rstrip("\n").split("\n"):
        yield line.rstrip()
