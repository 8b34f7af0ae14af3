"""An agenda for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.flow import Piece, flow, paint
from wirctl.report.registry import agenda_format
from wirctl.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.report.agenda import AgendaRow, AgendaText
    from wirctl.report.registry import Look

_BOLD, _CARE = "1", "33"


@agenda_format("terminal")
def terminal(agenda: AgendaText, look: Look) -> Iterator[str]:
    """The items by fields of action, then the voting list."""
    yield paint(one_line(agenda.title), _BOLD if look.colour else "")
    yield one_line(agenda.subtitle)
    if agenda.statements:
        yield ""
        yield f"{agenda.words['statements']}:"
        yield from (f"  {one_line(line)}" for line in agenda.statements)
    if not agenda.ballot:
        yield ""
        yield agenda.words["nothing"]
        return
    for section in agenda.sections:
        yield ""
        yield paint(one_line(section.title), _BOLD if look.colour else "")
        for row in section.rows:
            yield from _row(row, agenda, look)
    yield ""
    yield paint(agenda.words["ballot"], _BOLD if look.colour else "")
    for row in agenda.ballot:
        outcome = f": {one_line(row.outcome)}" if row.outcome else ""
        yield f"{row.number:>4}  {row.id} {one_line(row.title)}{outcome}"


def _row(row: AgendaRow, agenda: AgendaText, look: Look) -> Iterator[str]:
    mark = f"[{agenda.words['contested']}]" if row.is_contested else ""
    pieces = [Piece(f"{row.id} {row.title}")]
    if mark:
        pieces += [Piece(" "), Piece(mark, _CARE if look.colour else "")]
    yield from flow(pieces, look.width, f"{row.number:>4}  ", " " * 6)
    for fact in row.facts:
        yield from flow([Piece(fact)], look.width, " " * 6, " " * 8)
    if row.outcome:
        decided = agenda.words["decided"].format(outcome=row.outcome)
        yield from flow(
            [Piece(decided, _BOLD if look.colour else "")], look.width, " " * 6, " " * 8
        )
