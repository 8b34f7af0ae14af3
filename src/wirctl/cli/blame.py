"""`wirctl blame`: who decided each field and sentence, and when."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from wirctl.cli.words import Speech
    from wirctl.core.pointer import Pointer
    from wirctl.diff.side import Side
    from wirctl.history.repository import Repository
    from wirctl.source.tree import Tree
    from wirctl.trail.answer import Answer, Blame, Line, Touch, Trail

TEXT_OR_JSON = ("text", "json")
_EXCERPT = 48
_NAME = 20
_STEP = " › "
COMMIT = 10


class UnknownElementError(Problem):
    """An element that the plan does not have in the commit that is checked out."""

    def __init__(self, id: str, known: Sequence[str]) -> None:
        super().__init__(id)
        self.id = id
        self.near = nearest(id, known)


class NoCommitError(Problem):
    """A repository in which nothing has been committed yet."""


class NothingNamedError(Problem):
    """Neither an element nor `--all` was named."""


def blame(
    id: Annotated[str, Argument("ID")] = "",
    all: Annotated[bool, Option("--all")] = False,  # noqa: A002 - the word of the option
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: Annotated[str, Option("--format", choices=lambda: TEXT_OR_JSON)] = "text",
    output: OutputOption = "",
    no_cache: Annotated[bool, Option("--no-cache")] = False,
) -> int:
    """Show who decided what."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.printing import put
    from wirctl.trail import record

    if not id and not all:
        raise NothingNamedError
    folder = find_place(plan, config).plan
    with _repository(folder) as repository:
        below = repository.below(folder)
        known = _answer(repository, below, no_cache=no_cache)
        if all and format == "json":
            put((known.text,), output)
            return Exit.CLEAN
        found = record.read(known)
        if not all and id not in found.elements:
            raise UnknownElementError(id, tuple(found.elements))
        chosen = tuple(found.elements.values()) if all else (found.elements[id],)
        if format == "json":
            put((record.text(found, chosen),), output)
        else:
            put(_text(found, chosen, _tree(repository, found.commit, below)), output)
    return Exit.CLEAN


def _repository(folder: Path) -> Repository:
    from wirctl.history.errors import NotARepositoryError
    from wirctl.history.repository import Repository

    found = Repository.discover(folder)
    if found is None:
        raise NotARepositoryError(folder)
    return found


def _tree(repository: Repository, commit: str, below: str) -> Tree:
    from wirctl.history.revision import RevisionTree

    return RevisionTree(repository, commit, below, commit[:COMMIT])


def _answer(repository: Repository, below: str, *, no_cache: bool) -> Answer:
    from wirctl.cli.cache import cache_folder
    from wirctl.trail.blame import answer
    from wirctl.trail.memory import Memory

    memory = None if no_cache else Memory(cache_folder(os.environ, "trail"))
    found = answer(repository, below, memory)
    if found is None:
        raise NoCommitError
    return found


def _text(found: Trail, chosen: Sequence[Blame], tree: Tree) -> Iterator[str]:
    """A table for each element; what its values refer to is called as it is in the tree."""
    from wirctl.cli.printing import look
    from wirctl.cli.words import speech
    from wirctl.diff.side import Side
    from wirctl.report.outcomes import outcomes_on
    from wirctl.report.tables import table
    from wirctl.report.visible import one_line

    say, side = speech(found.language), Side.of(tree)
    titles = outcomes_on(side)
    names = ("field", "value", "round", "decided", "commit", "editorial")
    for place, item in enumerate(chosen):
        if place:
            yield ""
        yield f"{item.id} {one_line(item.label)}".rstrip()
        yield ""
        rows = [
            (
                _place(line, item, side, say.language),
                _excerpt(_shown(line, item, side, say.language), _EXCERPT),
                *_said(line, found, titles, say),
            )
            for line in _telling(item.lines)
        ]
        yield from table([say(f"blame.{name}") for name in names], rows, look(say.language))
    for unread in found.unread:
        yield say("blame.unread", path=one_line(unread.path), commit=unread.commit[:COMMIT])


def _telling(lines: Sequence[Line]) -> Iterator[Line]:
    """The fields; below them what was changed another time than what holds it.

    Of a text then every sentence.
    """
    odd = {line.pointer for line in lines if line.sentence and not _is_first(line, lines)}
    known: dict[Pointer, tuple[Touch | None, Touch | None]] = {}
    for line in lines:
        if line.sentence:
            if line.pointer in odd:
                yield line
            continue
        known[line.pointer] = _marks(line)
        if len(line.pointer) == 1 or known.get(line.pointer[:-1]) != _marks(line):
            yield line


def _is_first(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a sentence was changed when the first of its text was."""
    first = next(item for item in lines if item.pointer == line.pointer and item.sentence)
    return _marks(line) == _marks(first)


def _marks(line: Line) -> tuple[Touch | None, Touch | None]:
    return line.substantive, line.editorial


def _shown(line: Line, item: Blame, side: Side, language: str) -> str:
    """The content in words: of a sentence its text, of a list or record what it holds."""
    from wirctl.report.place_names import value_at
    from wirctl.report.showing import shown_whole

    element, kind = side.element(item.id), side.kind(item.kind)
    if line.sentence or element is None or kind is None:
        return line.text
    value = value_at(element.value, line.pointer, kind)
    return shown_whole(value, kind.field_at(line.pointer), side, language) or line.text


def _place(line: Line, item: Blame, side: Side, language: str) -> str:
    """The title of a field; below it, its items by name and its sentences by number."""
    from wirctl.report.place_names import pointer_name

    name = pointer_name(side.kind(item.kind), line.pointer, side, language)
    field, *rest = (_excerpt(part, _NAME) for part in name.split(_STEP))
    if not rest and not line.sentence:
        return field
    number = f"{line.sentence}." if line.sentence else ""
    return " ".join(filter(None, ("·", _STEP.join(rest), number)))


def _excerpt(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _said(
    line: Line, found: Trail, titles: Mapping[str, str], say: Speech
) -> tuple[str, str, str, str]:
    """The round of the last change of substance, its decision, its commit; the editorial one."""
    from wirctl.report.outcomes import outcome_word

    touch, editorial = line.substantive, ""
    if line.editorial is not None:
        editorial = f"{_round(line.editorial, say)} · {line.editorial.commit[:COMMIT]}"
    if touch is None:
        return "–", "", "", editorial
    outcome = outcome_word(touch.outcome, titles, say.language) if touch.outcome else ""
    body = found.bodies.get(touch.body) or touch.body
    decided = " · ".join(filter(None, (body, outcome, touch.paper)))
    return _round(touch, say), decided, touch.commit[:COMMIT], editorial


def _round(touch: Touch, say: Speech) -> str:
    return touch.round or say("blame.no-round")
