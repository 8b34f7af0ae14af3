"""`wirctl status`: how far the plan is, and what is owed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from wirctl.cli.shared_options import AtOption, ConfigOption, PlanOption, TextOrJson, TodayOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.cli.words import Speech
    from wirctl.flow.board import Board, OpenPoint
    from wirctl.report.registry import Look


def status(
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    format: TextOrJson = "text",
    today: TodayOption = "",
) -> int:
    """Show the board."""
    import json

    from wirctl.cli.checking import plan_language
    from wirctl.cli.day import day_of
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.printing import look, put
    from wirctl.cli.words import speech
    from wirctl.flow.board import board
    from wirctl.load import load

    loaded = load(tree_at(find_place(plan, config), at))
    made = board(loaded.plan, day_of(today))
    if format == "json":
        put([json.dumps({"version": 1, **asdict(made)}, ensure_ascii=False, indent=2)])
        return Exit.CLEAN
    say = speech(plan_language(loaded))
    head = loaded.plan.head
    put(_lines(made, head.title if head is not None else "", say, look(say.language)))
    return Exit.CLEAN


def _lines(made: Board, title: str, say: Speech, style: Look) -> Iterator[str]:
    from wirctl.report.tables import table
    from wirctl.report.visible import one_line

    yield f"{say('status.title')}: {one_line(title)}" if title else say("status.title")
    yield ""
    rows = [
        (
            row.title or say("status.no-field"),
            str(sum(row.states.values())),
            ", ".join(
                f"{count} {_state(state, say)}"
                for state, count in sorted(row.states.items(), key=lambda item: (-item[1], item[0]))
            ),
        )
        for row in made.fields
    ]
    columns = (say("status.field"), say("status.elements"), say("status.state"))
    yield from table(columns, rows, style, frozenset({1}))
    yield ""
    yield from _points(made.points, say)


def _state(state: str, say: Speech) -> str:
    """What a state is called: by its own name, else as the outcome that led to it."""
    from wirctl.load.glossary import word

    return say.find(f"status.states.{state}") or word("outcome", state, say.language)


def _points(points: tuple[OpenPoint, ...], say: Speech) -> Iterator[str]:
    from wirctl.report.showing import shown_date
    from wirctl.report.visible import one_line

    if not points:
        yield say("status.nothing-open")
    heading = None
    for point in points:
        group = say("status.overdue" if point.is_overdue else "status.open")
        if group != heading:
            yield f"{group}:"
            heading = group
        due = say("status.due", date=shown_date(point.due, say.language)) if point.due else ""
        where = ", ".join(part for part in (point.round, due) if part)
        text = f" – {one_line(point.text)}" if point.text else ""
        kind = say(f"status.what.{point.what}")
        yield f"  {point.item} {one_line(point.title)} ({kind}{', ' if where else ''}{where}){text}"
