"""`wirctl round list`: all rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.cli.shared_options import ConfigOption, PlanOption, TextOrJson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.cli.place import Place
    from wirctl.cli.words import Speech
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round


def round_list(
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: TextOrJson = "text",
) -> int:
    """Show all rounds."""
    import json

    from wirctl.cli.checking import plan_language
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, plan_at
    from wirctl.cli.printing import look, put
    from wirctl.cli.readable import require_readable
    from wirctl.cli.words import speech
    from wirctl.flow.standing import in_order
    from wirctl.load import load
    from wirctl.report.tables import table

    place = find_place(plan, config)
    tree = plan_at(place)
    loaded = load(tree)
    require_readable(tree, loaded)
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
    rows = [_row(item, commits, say) for item in rounds]
    columns = [say(f"round.{name}") for name in _COLUMNS]
    put(table(columns, rows, look(say.language), frozenset({_COLUMNS.index("decisions")})))
    return Exit.CLEAN


_COLUMNS = ("id", "title", "date", "state", "decisions", "commit")


def _row(item: Round, commits: Mapping[str, str], say: Speech) -> tuple[str, ...]:
    from wirctl.report.showing import shown_date

    return (
        item.id,
        item.title,
        shown_date(item.date, say.language),
        say("round.closed" if item.closed is not None else "round.open"),
        str(len(item.decisions)),
        commits.get(item.id, "")[:10],
    )


def closing_commits(place: Place) -> Mapping[str, str]:
    """Round to the commit that closed it, as far as the history reaches; nothing without git."""
    from wirctl.history.errors import GitMissingError
    from wirctl.history.version import Versions

    try:
        with Versions(place.plan) as versions:
            found = versions.rounds
    except GitMissingError:
        return {}
    return {version.round_id: version.commit for version in found if not version.is_cut}


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
