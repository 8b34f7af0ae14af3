"""An agenda as the parts of a printed document: a table a field, then the list to vote with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.parts import Bullets, Grid, Heading, Par, Run
from wirctl.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.press.parts import Block, Blocks, Line
    from wirctl.report.agenda import AgendaRow, AgendaSection, AgendaText

_ITEMS = (6, 32, 62)
_VOTES = (7, 41, 9, 9, 14, 20)
_BOXES = ("yes", "no", "abstain")


class SessionParts:
    """Writes an agenda as parts of a document."""

    def __init__(self, agenda: AgendaText, language: str) -> None:
        self._agenda = agenda
        self._foreign = "" if agenda.said in {"", language} else agenda.said

    def blocks(self) -> Iterator[Block]:
        """All of it, from the heading on."""
        agenda = self._agenda
        yield Heading(1, one_line(agenda.title), language=self._foreign)
        yield Par(self._own(agenda.subtitle), "label")
        if agenda.statements:
            yield Heading(2, agenda.words["statements"])
            yield Bullets(tuple((Par(self._own(line)),) for line in agenda.statements))
        if not agenda.ballot:
            yield Par(self._own(agenda.words["nothing"]))
        for section in agenda.sections:
            yield Heading(2, one_line(section.title), language=self._foreign)
            yield self._table(section)
        if agenda.ballot:
            yield Heading(2, agenda.words["ballot"], own_page=True)
            yield self._ballot()

    def _own(self, text: str) -> Line:
        return (Run(one_line(text)),)

    def _head(self, *names: str) -> tuple[Line, ...]:
        return tuple(self._own(self._agenda.words[name]) for name in names)

    def _table(self, section: AgendaSection) -> Block:
        rows = tuple((self._number(row), self._item(row), self._facts(row)) for row in section.rows)
        return Grid(self._head("number", "item", "know"), rows, _ITEMS)

    def _ballot(self) -> Block:
        rows = tuple(
            (
                self._number(row),
                (Par(self._name(row)),),
                *((),) * len(_BOXES),
                (Par(self._own(row.outcome)),) if row.outcome else (),
            )
            for row in self._agenda.ballot
        )
        return Grid(self._head("number", "item", *_BOXES, "outcome"), rows, _VOTES, is_ruled=True)

    def _number(self, row: AgendaRow) -> Blocks:
        return (Par(self._own(str(row.number))),)

    def _name(self, row: AgendaRow) -> tuple[Run, ...]:
        title = Run(one_line(row.title or row.id), language=self._foreign)
        return (title, Run(f" {one_line(row.id)}", is_aside=True))

    def _item(self, row: AgendaRow) -> Blocks:
        name = Par(self._name(row))
        mark = Par((Run(self._agenda.words["contested"], is_mark=True),))
        return (name, mark) if row.is_contested else (name,)

    def _facts(self, row: AgendaRow) -> Blocks:
        decided = self._agenda.words["decided"].format(outcome=row.outcome)
        facts = (*row.facts, *((decided,) if row.outcome else ()))
        return (Bullets(tuple((Par(self._own(fact)),) for fact in facts)),) if facts else ()
