"""`wirctl status`: how far the plan is, and what is owed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Option
from wirctl.cli.shared_options import AtOption, ConfigOption, PlanOption, TextOrJson, TodayOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.cli.words import Speech
    from wirctl.flow.board import Board, OpenPoint, StatementRow
    from wirctl.model.head import Head
    from wirctl.model.plan import Plan
    from wirctl.report.registry import Look


def status(
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    format: TextOrJson = "text",
    today: TodayOption = "",
    translations: Annotated[bool, Option("--translations")] = False,
) -> int:
    """Show the board, or what is translated."""
    import json

    from wirctl.cli.checking import plan_language
    from wirctl.cli.day import day_of
    from wirctl.cli.desk import known
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, plan_at
    from wirctl.cli.printing import look, put
    from wirctl.cli.readable import require_readable
    from wirctl.cli.words import speech
    from wirctl.flow.board import board
    from wirctl.load import load

    day = day_of(today)
    place = find_place(plan, config)
    tree = plan_at(place, at)
    loaded = load(tree)
    require_readable(tree, loaded)
    if translations:
        from wirctl.cli.translations import show_translations

        return show_translations(loaded, format)
    with known(place, tree, loaded) as past:
        made = board(past, day)
    if format == "json":
        put([json.dumps({"version": 1, **asdict(made)}, ensure_ascii=False, indent=2)])
        return Exit.CLEAN
    say = speech(plan_language(loaded))
    shown = _Shown(loaded.plan, say, look(say.language))
    put(_lines(made, loaded.plan.head, shown))
    return Exit.CLEAN


@dataclass(frozen=True, slots=True)
class _Shown:
    """What all lines are made with."""

    plan: Plan
    say: Speech
    style: Look

    def name(self, id: str) -> str:
        """What a person calls an element."""
        from wirctl.cli.desk import label
        from wirctl.report.visible import one_line

        return one_line(label(self.plan, id))

    def state(self, state: str) -> str:
        """What a state is called: by its own name, else as the outcome that led to it."""
        from wirctl.flow.process import state_titles
        from wirctl.report.outcomes import outcome_word

        own = self.say.find(f"status.states.{state}")
        return own or outcome_word(state, state_titles(self.plan), self.say.language)

    def what(self, what: str) -> str:
        """What is open: a decision that was put off is called as its state, else by its sort."""
        return self.say.find(f"status.what.{what}") or self.state(what)


def _lines(made: Board, head: Head | None, shown: _Shown) -> Iterator[str]:
    from wirctl.report.flow import Piece, flow
    from wirctl.report.headline import first_sentence
    from wirctl.report.tables import table
    from wirctl.report.visible import one_line

    say, style = shown.say, shown.style
    title = head.title if head is not None else ""
    said = first_sentence(head.disclaimer) if head is not None else ""
    yield f"{say('status.title')}: {one_line(title)}" if title else say("status.title")
    if said:
        yield from flow((Piece(said, "2" if style.colour else ""),), style.width, "", "  ")
    yield ""
    rows = [
        (
            row.title or say("status.no-field"),
            str(sum(row.states.values())),
            ", ".join(
                f"{count} {shown.state(state)}"
                for state, count in sorted(row.states.items(), key=lambda item: (-item[1], item[0]))
            ),
        )
        for row in made.fields
    ]
    columns = (say("status.field"), say("status.elements"), say("status.state"))
    yield from table(columns, rows, style, frozenset({1}))
    yield ""
    yield from _points(made.points, shown)
    yield from _statements(made.statements, shown)


def _points(points: tuple[OpenPoint, ...], shown: _Shown) -> Iterator[str]:
    from wirctl.report.flow import paint

    if not points:
        yield shown.say("status.nothing-open")
    heading = None
    for point in points:
        group = shown.say("status.overdue" if point.is_overdue else "status.open")
        if group != heading:
            style = "1;31" if point.is_overdue else "1"
            yield paint(f"{group}:", style if shown.style.colour else "")
            heading = group
        yield _point(point, shown)


def _point(point: OpenPoint, shown: _Shown) -> str:
    from wirctl.report.showing import shown_date
    from wirctl.report.visible import one_line

    say = shown.say
    due = say("status.due", date=shown_date(point.due, say.language)) if point.due else ""
    by = shown.name(point.by) if point.by else ""
    source = point.round if point.round != point.item else ""
    where = ", ".join(filter(None, (shown.what(point.what), by, source, due)))
    text = f" – {one_line(point.text)}" if point.text else ""
    return f"  {point.item} {one_line(point.title)} ({where}){text}"


def _statements(statements: tuple[StatementRow, ...], shown: _Shown) -> Iterator[str]:
    """How far each statement still holds, point by point counted."""
    from wirctl.report.flow import paint

    say = shown.say
    if statements:
        yield ""
        yield paint(f"{say('status.statements')}:", "1" if shown.style.colour else "")
    for row in statements:
        holds = ", ".join(
            f"{count} {say(f'status.holds.{hold}')}" for hold, count in row.holds.items()
        )
        rest = say("status.unanswered", count=row.unanswered) if row.unanswered else ""
        yield f"  {row.id} {shown.name(row.body)}: {holds}{rest}"
