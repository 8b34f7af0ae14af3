"""`wirctl round list`: all rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Option
from wirctl.cli.shared_options import ConfigOption, PlanOption
from wirctl.cli.status import TEXT_OR_JSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.cli.place import Place
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round


def round_list(
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: Annotated[str, Option("--format", choices=lambda: TEXT_OR_JSON)] = "text",
) -> int:
    """Show all rounds."""
    import json

    from wirctl.cli.checking import plan_language
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.printing import look, put
    from wirctl.cli.words import speech
    from wirctl.flow.standing import in_order
    from wirctl.load import load
    from wirctl.report.showing import shown_date
    from wirctl.report.tables import table

    place = find_place(plan, config)
    loaded = load(tree_at(place))
    commits = closing_commits(place)
    rounds = in_order(loaded.plan.rounds)
    if format == "json":
        made = {"version": 1, "rounds": [_record(item, loaded.plan, commits) for item in rounds]}
        put([json.dumps(made, ensure_ascii=False, indent=2)])
        return Exit.CLEAN
    say = speech(plan_language(loaded))
    if not rounds:
        put([say("round.none")])
        return Exit.CLEAN
    names = ("id", "title", "date", "state", "decisions", "commit")
    rows = [
        (
            item.id,
            item.title,
            shown_date(item.date, say.language),
            say("round.closed" if item.closed is not None else "round.open"),
            str(len(item.decisions)),
            commits.get(item.id, "")[:10],
        )
        for item in rounds
    ]
    columns = [say(f"round.{name}") for name in names]
    put(table(columns, rows, look(say.language), frozenset({4})))
    return Exit.CLEAN


def closing_commits(place: Place) -> Mapping[str, str]:
    """Round to the commit that closed it; nothing without git."""
    from wirctl.history.version import Versions

    with Versions(place.plan) as versions:
        return {version.round_id: version.commit for version in versions.rounds}


def _record(item: Round, plan: Plan, commits: Mapping[str, str]) -> dict[str, object]:
    body = plan.get(item.body)
    return {
        "id": item.id,
        "title": item.title,
        "body": item.body,
        "body_title": body.value.get("title") if body is not None else None,
        "date": item.date,
        "closed": item.closed is not None,
        "decisions": len(item.decisions),
        "commit": commits.get(item.id),
    }
