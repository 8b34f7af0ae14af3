"""`wirctl statement show`: each point of a statement, whether it still holds, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import statements as statement_names
from wirctl.cli.option import Argument
from wirctl.cli.shared_options import ConfigOption, PlanOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.cli.words import Speech
    from wirctl.diff.compare import Comparison
    from wirctl.flow.statements import FieldHold, PointHold
    from wirctl.model.plan import Plan
    from wirctl.model.statement import Response, Statement
    from wirctl.report.registry import Look
    from wirctl.schema.kind import Kinds


class UnknownStatementError(Problem):
    """A statement that the plan does not have."""

    def __init__(self, id: str, known: Sequence[str]) -> None:
        super().__init__(id)
        self.id = id
        self.near = nearest(id, known)


def statement_show(
    statement: Annotated[str, Argument("STATEMENT", hints=statement_names)],
    plan: PlanOption = "",
    config: ConfigOption = "",
) -> int:
    """Show one statement."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.desk import desk, known
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import look, put
    from wirctl.cli.readable import require_readable
    from wirctl.cli.words import speech
    from wirctl.diff.compare import compare

    here = desk(plan, config)
    require_readable(here.tree, here.loaded)
    found = {item.id: item for item in here.plan.statements}
    if statement not in found:
        raise UnknownStatementError(statement, tuple(found))
    say = speech(plan_language(here.loaded))
    with known(here.place, here.tree, here.loaded) as past:
        points = [held for held in past.points if held.statement.id == statement]
    now = compare(here.tree, here.tree)
    shown = _Shown(here.plan, here.loaded.kinds, now, say, look(say.language))
    put(shown.lines(found[statement], points))
    return Exit.CLEAN


@dataclass(frozen=True, slots=True)
class _Shown:
    """What all lines are made with; `now` has the present plan on both sides."""

    plan: Plan
    kinds: Kinds
    now: Comparison
    say: Speech
    look: Look

    def lines(self, statement: Statement, points: Iterable[PointHold]) -> Iterator[str]:
        """The head of the statement, then each point with what became of its text."""
        from wirctl.report.showing import shown_date

        say = self.say
        yield f"{statement.id} {self._line(statement.title)}".rstrip()
        body = f"{say('round.body')}: {self._name(statement.body)}"
        day = shown_date(statement.date, say.language) if statement.date else ""
        yield self._line(" · ".join(filter(None, (body, statement.round, day))))
        if statement.text:
            yield from self._flow(self._line(statement.text), "  ")
        for held in points:
            yield ""
            yield from self._point(held)

    def _point(self, held: PointHold) -> Iterator[str]:
        """What was said on which element; how far that holds, field by field; the answer."""
        from wirctl.load.glossary import word

        point = held.point
        stance = point.stance or held.statement.stance
        said = word("stance", stance, self.say.language) if stance else ""
        item = held.element.id if held.element is not None else point.item
        was = f" ({point.item})" if item != point.item else ""
        head = f"{point.id} {item} {self._name(item)}{was}: {said}".rstrip(": ")
        text = f" – {self._line(point.text)}" if point.text else ""
        yield from self._flow(f"{head}{text}", "")
        for hold, fields in groupby(held.fields, lambda field: field.hold):
            yield from self._fields(hold, tuple(fields), held)
        if held.response is not None or held.is_open:
            yield from self._flow(self._answer(held.response), "  ")

    def _fields(self, hold: str, fields: Sequence[FieldHold], held: PointHold) -> Iterator[str]:
        names = ", ".join(self._field(field.field, held) for field in fields)
        yield from self._flow(f"{names}: {self.say(f'status.holds.{hold}')}", "  ")
        for field in fields:
            yield from self._changes(field)

    def _changes(self, field: FieldHold) -> Iterator[str]:
        """What happened to the field since it was read, and to what it refers to."""
        from wirctl.report.changes_terminal import row_lines
        from wirctl.report.rows import rows

        if not field.is_known and not field.changes:
            yield from self._flow(self.say("statement.unknown"), "    ")
        for row in rows(self.now, field.changes, self.say.language):
            yield from row_lines(row, self.look)
        around = dict.fromkeys(change.subject.id for change in field.around)
        if around:
            names = ", ".join(f"{id} {self._name(id)}" for id in around)
            yield from self._flow(self.say("statement.around", items=names), "    ")

    def _field(self, name: str, held: PointHold) -> str:
        """The title of a field, as the kind of the element has it; of all of it, that."""
        kind = self.kinds.by_name.get(held.element.kind) if held.element is not None else None
        field = kind.fields.get(name) if kind is not None else None
        if field is not None:
            return field.title.in_language(self.say.language)
        return name or self.say("statement.whole")

    def _answer(self, response: Response | None) -> str:
        from wirctl.load.glossary import word

        if response is None:
            return self.say("statement.unanswered")
        result = word("result", response.result, self.say.language) if response.result else ""
        by = f" ({self._name(response.by)})" if response.by else ""
        reason = f" – {self._line(response.reason)}" if response.reason else ""
        return self.say("statement.answer", text=f"{result}{by}{reason}".strip())

    def _name(self, id: str) -> str:
        from wirctl.cli.desk import label

        return self._line(label(self.plan, id))

    def _line(self, text: str) -> str:
        from wirctl.report.visible import one_line

        return one_line(text)

    def _flow(self, text: str, indent: str) -> Iterator[str]:
        from wirctl.report.flow import Piece, flow

        yield from flow((Piece(text),), self.look.width, indent, f"{indent}  ")
