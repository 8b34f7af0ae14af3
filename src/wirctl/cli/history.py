"""`wirctl history`: what an element said in each round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.blame import COMMIT, TEXT_OR_JSON, UnknownElementError
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from wirctl.cli.words import Speech
    from wirctl.core.pointer import Pointer
    from wirctl.source.tree import Tree
    from wirctl.trail.values import History, Moment

VERSION = 1
_EXCERPT = 100


class NoSuchValueError(Problem):
    """A place in an element at which no round had a value."""

    def __init__(self, id: str, pointer: str) -> None:
        super().__init__(id, pointer)
        self.id = id
        self.pointer = pointer


def history(
    id: Annotated[str, Argument("PLACE")],
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: Annotated[str, Option("--format", choices=lambda: TEXT_OR_JSON)] = "text",
    output: OutputOption = "",
) -> int:
    """Show the values of an element over the rounds."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.printing import put

    name, at = _read(id)
    place = find_place(plan, config)
    found = _history(place.plan, name, at)
    if at and not found.series:
        raise NoSuchValueError(name, "/".join(at))
    if format == "json":
        put(_json(found), output)
    else:
        put(_text(found, tree_at(place, "HEAD"), whole=bool(at)), output)
    return Exit.CLEAN


def _read(text: str) -> tuple[str, Pointer]:
    """Id and pointer: `M-STK-04.costs/2023:yearly`, also with a dot in place of each `/`."""
    from wirctl.core.pointer import read

    if text.endswith((".yaml", ".yml")):
        return text, ()
    id, _, rest = text.partition(".")
    return id, read(rest if "/" in rest else rest.replace(".", "/"))


def _history(folder: Path, id: str, at: Pointer) -> History:
    from wirctl.history.errors import NotARepositoryError
    from wirctl.history.repository import Repository
    from wirctl.source.folder import FolderTree
    from wirctl.trail.values import history as values

    repository = Repository.discover(folder)
    if repository is None:
        raise NotARepositoryError(folder)
    with repository:
        found = values(repository, repository.below(folder), id, at)
    if found is None:
        from wirctl.schema.kind import stem

        raise UnknownElementError(id, tuple(map(stem, FolderTree(folder).paths())))
    return found


def _json(found: History) -> Iterator[str]:
    import json

    from wirctl.core.pointer import show
    from wirctl.trail.record import touch_record

    made = {
        "version": VERSION,
        "id": found.id,
        "kind": found.kind.name,
        "label": found.label,
        "unread": list(found.unread),
        "fields": [
            {
                "pointer": show(series.pointer),
                "values": [
                    {"value": item.value, **(touch_record(item.touch) or {})}
                    for item in series.moments
                ],
            }
            for series in found.series
        ],
    }
    yield json.dumps(made, ensure_ascii=False)


def _text(found: History, tree: Tree, *, whole: bool) -> Iterator[str]:
    """A table with a row for each value; one that was asked for by itself is told whole.

    What a value refers to is called as it is in the tree.
    """
    from wirctl.cli.printing import look
    from wirctl.cli.words import speech
    from wirctl.diff.side import Side
    from wirctl.report.outcomes import outcomes_on
    from wirctl.report.place_names import pointer_name
    from wirctl.report.showing import shown_whole
    from wirctl.report.tables import table
    from wirctl.report.visible import one_line

    say, side = speech(found.language), Side.of(tree)
    titles = outcomes_on(side)
    yield f"{found.id} {one_line(found.label)}".rstrip()
    yield ""
    rows = [
        (
            "" if place else pointer_name(found.kind, series.pointer, side, say.language),
            _cut(
                shown_whole(moment.value, found.kind.field_at(series.pointer), side, say.language),
                whole=whole,
            )
            or say("history.nothing"),
            *_decided(moment, found, titles, say),
        )
        for series in found.series
        for place, moment in enumerate(series.moments)
    ]
    columns = [say(f"history.{name}") for name in ("field", "value", "round", "decided", "commit")]
    yield from table(columns, rows, look(say.language))
    for version in found.unread:
        yield say("history.unread", version=one_line(version))


def _decided(
    moment: Moment, found: History, titles: Mapping[str, str], say: Speech
) -> tuple[str, str, str]:
    """The round, its body and decision, and the commit."""
    from wirctl.report.outcomes import outcome_word

    touch = moment.touch
    commit = touch.commit[:COMMIT]
    if not touch.round:
        return say("history.no-round"), "", commit
    outcome = outcome_word(touch.outcome, titles, say.language) if touch.outcome else ""
    body = found.bodies.get(touch.body) or touch.body
    other = touch.id if touch.id != found.id else ""
    decided = " · ".join(filter(None, (body, outcome, touch.paper, other)))
    return touch.round, decided, commit


def _cut(text: str, *, whole: bool) -> str:
    return text if whole or len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1].rstrip()}…"
