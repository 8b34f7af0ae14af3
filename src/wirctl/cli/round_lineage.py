"""`wirctl round lineage`: what probably goes on under another id, and the declaration of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import rounds as round_names
from wirctl.cli.hints import versions as version_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, PlanOption
from wirctl.core.problem import Problem
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.cli.desk import Desk
    from wirctl.cli.words import Speech
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.question import Question
    from wirctl.model.plan import Element


class NotTheWorkTreeError(Problem):
    """A declaration is written into the files as they are, and another version was named."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class NoSuchQuestionError(Problem):
    """An id that no question is about."""

    def __init__(self, id: str, known: Sequence[str]) -> None:
        super().__init__(id)
        self.id = id
        self.choices = ", ".join(known)


def round_lineage(
    old: Annotated[str, Argument("OLD", hints=version_names)] = "",
    new: Annotated[str, Argument("NEW", hints=version_names)] = "WORKTREE",
    id: Annotated[tuple[str, ...], Option("--id", "ID")] = (),
    write: Annotated[bool, Option("--write")] = False,
    round: Annotated[str, Option("--round", "ID", hints=round_names)] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
) -> int:
    """List what was probably renamed, moved, split or merged; declare it."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.desk import desk
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import put
    from wirctl.cli.sides import two_sides
    from wirctl.cli.words import speech
    from wirctl.diff.compare import compare
    from wirctl.history.version import VersionKind, Versions

    here = desk(plan, config)
    say = speech(plan_language(here.loaded))
    with Versions(here.place.plan) as versions:
        before, after = two_sides(versions, old, new)
        if write and (after.version.commit or after.version.kind is VersionKind.FOLDER):
            raise NotTheWorkTreeError(new)
        comparison = compare(before.tree, after.tree)
        questions = _chosen(comparison.questions, id)
        if write:
            here.write_all(_texts(here, comparison, questions, _round(here, round)))
        put(_lines(comparison, questions, say, written=write))
    return Exit.CLEAN


def _chosen(questions: Sequence[Question], ids: Sequence[str]) -> tuple[Question, ...]:
    """The questions that are about one of these elements; all where none is named."""
    known = dict.fromkeys(id for item in questions for id in (*item.old, *item.new))
    for id in ids:
        if id not in known:
            raise NoSuchQuestionError(id, tuple(known))
    return tuple(item for item in questions if not ids or {*item.old, *item.new}.intersection(ids))


def _round(here: Desk, name: str) -> str:
    """The round of the declaration: the one that is named, else the only one that is open."""
    if name:
        return here.round(name).id
    there = [item.id for item in here.plan.rounds if item.closed is None]
    return there[0] if len(there) == 1 else ""


def _texts(
    here: Desk, comparison: Comparison, questions: Iterable[Question], round: str
) -> dict[str, str]:
    """The files with the declarations in them, by path."""
    from wirctl.edit.splice import with_item

    texts: dict[str, str] = {}
    for question in questions:
        entry = {"kind": question.kind, "from": list(question.old)}
        for id in question.new:
            path = _path(here.plan.get(id))
            text = texts.get(path) or here.text(path)
            texts[path] = with_item(text, ("lineage",), entry | _of_round(round))
        for id in question.old:
            path, text = _tombstone(here, comparison, id, question.new, round)
            texts[path] = text
    return texts


def _of_round(round: str) -> dict[str, Value]:
    return {"round": round} if round else {}


def _path(element: Element | None) -> str:
    if element is None:
        raise LookupError
    return element.path


def _tombstone(
    here: Desk, comparison: Comparison, id: str, to: Sequence[str], round: str
) -> tuple[str, str]:
    """Path and text of what is left of an element, naming what it goes on as."""
    from wirctl.edit.skeleton import skeleton

    there = here.plan.get(id)
    if there is not None:
        return there.path, _led_on(here.text(there.path), there, to)
    old = comparison.old.element(id)
    if old is None:
        raise LookupError(id)
    reason = f"Geht weiter als {', '.join(to)}."
    values = _kept(here, old) | {
        "withdrawn": {**_of_round(round), "reason": reason, "to": list(to)}
    }
    return old.path, skeleton("", values, ()).decode("utf-8")


def _led_on(text: str, tombstone: Element, to: Sequence[str]) -> str:
    """The text of a tombstone that leads on; one in brackets is written anew as a whole."""
    from wirctl.edit.splice import UnsafeEditError, with_value

    try:
        return with_value(text, ("withdrawn", "to"), list(to))
    except UnsafeEditError:
        whole = {**record_of(tombstone.value.get("withdrawn")), "to": list(to)}
        return with_value(text, ("withdrawn",), whole)


def _kept(here: Desk, old: Element) -> dict[str, Value]:
    """What a file of this kind cannot do without: its id, and mostly a title."""
    kind = here.loaded.kinds[old.kind]
    needed = [text_of(name) for name in list_of(kind.schema.get("required"))]
    return {name: old.value[name] for name in dict.fromkeys(("id", *needed)) if name in old.value}


def _lines(
    comparison: Comparison, questions: Sequence[Question], say: Speech, *, written: bool
) -> Iterator[str]:
    from wirctl.cli.printing import look
    from wirctl.report.asking import asked, heading
    from wirctl.report.flow import Piece, flow

    if not questions:
        yield say("lineage.none")
        return
    yield say("lineage.written") if written else heading(say.language)
    for question in questions:
        text = asked(comparison, question, say.language)
        yield from flow((Piece(text),), look(say.language).width, "  ", "    ")
    if not written:
        yield say("lineage.hint")
