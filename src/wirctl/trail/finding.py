"""From the walk over a history to the answer: who decided each field and sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.value import is_list, is_record, list_of, text_of
from wirctl.history.graph import Graph
from wirctl.history.revision import RevisionTree
from wirctl.load import kinds_of
from wirctl.trail.answer import Blame, Line, Touch, Trail
from wirctl.trail.attribution import Attribution, sessions
from wirctl.trail.node import each, each_field
from wirctl.trail.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.history.repository import Repository
    from wirctl.trail.node import Mark, Node, Part
    from wirctl.trail.walk import Entry, Walk


def found_out(repository: Repository, head: str, below: str) -> Trail:
    """The last changes of everything in the plan in this folder at this commit.

    Raises:
        ShallowCloneError: the history is cut.
        HistoryError: the repository cannot be read.
    """
    kinds, _ = kinds_of(RevisionTree(repository, head, below, "HEAD"))
    walked = walk(repository, head, below, kinds)
    graph = Graph({entry.commit: entry.parents for entry in reversed(walked.commits)})
    rounds = Attribution.of(graph, sessions(repository, head, below))
    touches = _Touches(walked, rounds)
    here = [entry for entry in walked.entries.values() if entry.is_here]
    order = {kind.name: place for place, kind in enumerate(kinds)}
    here.sort(key=lambda entry: (order[entry.kind.name], entry.element.id))
    return Trail(
        commit=head,
        language=_language(here),
        elements={entry.element.id: _blame(entry, touches) for entry in here},
        bodies={e.element.id: _label(e) for e in here if e.kind.name == "body"},
        unread=walked.unread,
    )


class _Touches:
    """Changes by mark, each made once."""

    def __init__(self, walked: Walk, rounds: Attribution) -> None:
        self._commits = walked.commits
        self._rounds = rounds
        self._known: dict[Mark, Touch] = {}

    def of(self, mark: Mark | None) -> Touch | None:
        if mark is None:
            return None
        if mark not in self._known:
            self._known[mark] = self._made(mark)
        return self._known[mark]

    def _made(self, mark: Mark) -> Touch:
        entry = self._commits[mark.place]
        session = self._rounds.session(entry.commit, mark.id)
        if session is None:
            return Touch(entry.commit, entry.date, mark.id)
        verdict = session.verdicts.get(mark.id)
        return Touch(
            entry.commit,
            entry.date,
            mark.id,
            session.round,
            session.body,
            verdict.outcome if verdict is not None else "",
            verdict.paper if verdict is not None else "",
        )


def _language(entries: list[Entry]) -> str:
    """The first language that the plan names."""
    heads = (entry.element.value for entry in entries if entry.kind.name == "plan")
    languages = (list_of(head.get("languages")) for head in heads)
    return next((text_of(item) for found in languages for item in found), "")


def _label(entry: Entry) -> str:
    return text_of(entry.element.value.get(entry.kind.label))


def _blame(entry: Entry, touches: _Touches) -> Blame:
    element, node = entry.element, entry.node
    return Blame(
        element.id,
        element.kind,
        element.path,
        _label(entry),
        touches.of(node.substantive),
        touches.of(node.editorial),
        _lines(each_field(element.value, entry.kind.fields, node), (), touches),
    )


def _lines(found: Iterable[tuple[Part, Node]], at: Pointer, touches: _Touches) -> tuple[Line, ...]:
    """The line of each part, then those of its parts; the only sentence of a text is the text."""
    lines: list[Line] = []
    for part, node in found:
        is_text = isinstance(part.value, str)
        here = at if part.is_sentence else (*at, part.name)
        number = int(part.name) + 1 if part.is_sentence else 0
        text = "" if node.parts and not is_text else _shown(part.value)
        marks = touches.of(node.substantive), touches.of(node.editorial)
        lines.append(Line(here, number, text, *marks))
        if node.parts and (not is_text or len(node.parts) > 1):
            lines += _lines(each(part.value, part.field, node), here, touches)
    return tuple(lines)


def _shown(value: Value) -> str:
    """A plain value as the file has it, on one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return str(value).lower()
    if is_list(value):
        return ", ".join(map(_shown, list_of(value)))
    return "" if value is None or is_record(value) else " ".join(str(value).split())
