"""`wirctl history`: what an element said in each round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.blame import COMMIT, TEXT_OR_JSON, UnknownElementError, record_of_touch
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wirctl.cli.words import Speech
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.diff.side import Side
    from wirctl.schema.field import Field
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
                    {"value": item.value, **(record_of_touch(item.touch) or {})}
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
    from wirctl.report.tables import table
    from wirctl.report.visible import one_line

    say, side = speech(found.language), Side.of(tree)
    yield f"{found.id} {one_line(found.label)}".rstrip()
    yield ""
    rows = [
        (
            "" if place else _title(found, series.pointer, say.language),
            _cut(_shown(moment.value, found.kind.field_at(series.pointer), side, say), whole=whole)
            or say("history.nothing"),
            *_decided(moment, found, say),
        )
        for series in found.series
        for place, moment in enumerate(series.moments)
    ]
    columns = [say(f"history.{name}") for name in ("field", "value", "round", "decided", "commit")]
    yield from table(columns, rows, look(say.language))
    for version in found.unread:
        yield say("history.unread", version=one_line(version))


def _title(found: History, at: Pointer, language: str) -> str:
    field = found.kind.fields.get(at[0])
    title = field.title.in_language(language) if field is not None else at[0]
    return "/".join((title, *at[1:]))


def _decided(moment: Moment, found: History, say: Speech) -> tuple[str, str, str]:
    """The round, its body and decision, and the commit."""
    from wirctl.load.glossary import word

    touch = moment.touch
    commit = touch.commit[:COMMIT]
    if not touch.round:
        return say("history.no-round"), "", commit
    outcome = word("outcome", touch.outcome, say.language) if touch.outcome else ""
    body = found.bodies.get(touch.body) or touch.body
    other = touch.id if touch.id != found.id else ""
    decided = " · ".join(filter(None, (body, outcome, touch.paper, other)))
    return touch.round, decided, commit


def _shown(value: Value, field: Field | None, side: Side, say: Speech) -> str:
    """The value in words; with all that it holds where none of that is of substance."""
    from wirctl.core.value import is_list, is_record, list_of, record_of
    from wirctl.report.showing import shown_value

    text = " ".join(shown_value(value, field, side, say.language).split())
    if text or value is None:
        return text
    if is_list(value):
        item = field.item if field is not None else None
        return "; ".join(_shown(part, item, side, say) for part in list_of(value))
    parts = record_of(value).items() if is_record(value) else ()
    known = field.fields if field is not None else {}
    named = ((known.get(name), name, part) for name, part in parts)
    return " · ".join(
        f"{inner.title.in_language(say.language) if inner is not None else name}: "
        f"{_shown(part, inner, side, say)}"
        for inner, name, part in named
    )


def _cut(text: str, *, whole: bool) -> str:
    return text if whole or len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1].rstrip()}…"
