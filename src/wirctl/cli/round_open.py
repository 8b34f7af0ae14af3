"""`wirctl round open`: a new round, with what is due from whom until when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import bodies as body_names
from wirctl.cli.hints import fields as field_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, PlanOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.core.value import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.cli.desk import Desk
    from wirctl.cli.words import Speech
    from wirctl.core.value import Record, Value
    from wirctl.flow.process import Due
    from wirctl.model.plan import Element
    from wirctl.model.round import Round


class BadRoundDateError(Problem):
    """A text that is no date of a round: YYYY-MM-DD, or as much of it as is known."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


class BadRoundIdError(Problem):
    """A name that no body has and no round can have."""

    def __init__(self, value: str, bodies: Sequence[str]) -> None:
        super().__init__(value)
        self.value = value
        self.near = nearest(value, bodies)


class BadDueError(Problem):
    """A deadline that does not name a body and a date."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


class UnknownPhaseError(Problem):
    """A phase that there is not."""

    def __init__(self, phase: str, known: Sequence[str]) -> None:
        super().__init__(phase)
        self.phase = phase
        self.near = nearest(phase, known)
        self.choices = ", ".join(known)


def round_open(
    name: Annotated[str, Argument("BODYORROUND", hints=body_names)],
    date: Annotated[str, Argument("DATE")],
    body: Annotated[str, Option("--body", "ID", hints=body_names)] = "",
    title: Annotated[str, Option("--title", "TEXT")] = "",
    phase: Annotated[str, Option("--phase", "WORD")] = "",
    field: Annotated[tuple[str, ...], Option("--field", "ID", hints=field_names)] = (),
    due: Annotated[tuple[str, ...], Option("--due", "BODYDATE")] = (),
    plan: PlanOption = "",
    config: ConfigOption = "",
) -> int:
    """Open a round."""
    from wirctl.cli.desk import desk
    from wirctl.cli.exit import Exit
    from wirctl.cli.new import IdTakenError
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech
    from wirctl.edit.skeleton import skeleton
    from wirctl.model.dates import first_day

    here = desk(plan, config)
    if first_day(date) is None:
        raise BadRoundDateError(date)
    id, holder = _named(here, name, date, body)
    if here.plan.get(id) is not None:
        raise IdTakenError(id)
    say = speech()
    round = _round(here, id, holder, date, phase)
    values: dict[str, Value] = {
        "id": id,
        "title": title or _title(holder, date),
        "body": holder.id,
        "date": date,
    }
    values |= {"number": round.number} if round.number else {}
    values |= {"phase": round.phase} if round.phase else {}
    fields = [here.item(item, ("field_of_action",)).id for item in field]
    values |= {"fields": list(fields)} if fields else {}
    owed = _dues(here, round, due)
    deadlines = [_deadline(item) for item in owed if item.due]
    values |= {"deadlines": deadlines} if deadlines else {}
    kind = here.loaded.kinds["round"]
    path = f"{kind.folder}/{id}.yaml"
    here.create(path, skeleton(f"{kind.title.de}: {kind.description.de}", values, ()))
    put(_lines(here, path, owed, say))
    return Exit.CLEAN


def _named(here: Desk, name: str, date: str, body: str) -> tuple[str, Element]:
    """The id of the round and its body, out of what was said of either."""
    from wirctl.cli.desk import UnknownBodyError

    try:
        holder = here.body(name)
    except UnknownBodyError:
        if not re.fullmatch(here.loaded.kinds["round"].id_pattern, name):
            known = [item.id for item in here.plan.of_kind("body")]
            raise BadRoundIdError(name, known) from None
        return name, here.body(body) if body else _holder(here, name)
    return f"{_short(here, holder.id)}-{date}", holder


def _holder(here: Desk, round_id: str) -> Element:
    """The body with whose name the id of the round begins.

    Raises:
        UnknownBodyError: none does.
    """
    from wirctl.cli.desk import UnknownBodyError

    known = here.plan.of_kind("body")
    fitting = [item for item in known if round_id.startswith(f"{_short(here, item.id)}-")]
    if not fitting:
        raise UnknownBodyError(round_id, [item.id for item in known])
    return max(fitting, key=lambda item: len(item.id))


def _short(here: Desk, body: str) -> str:
    return body.removeprefix(f"{here.loaded.kinds['body'].id_prefix}-")


def _title(body: Element, date: str) -> str:
    from wirctl.report.showing import shown_date

    return f"{text_of(body.value.get('title')) or body.id}, {shown_date(date, 'de')}"


def _round(here: Desk, id: str, body: Element, date: str, phase: str) -> Round:
    """The round as the process places it: with its phase and its number."""
    from dataclasses import replace

    from wirctl.core.diagnostic import Subject
    from wirctl.flow.process import step_of
    from wirctl.model.round import Round

    known = here.loaded.kinds["round"].fields["phase"].choices
    if phase and phase not in known:
        raise UnknownPhaseError(phase, known)
    words: dict[str, str] = {"phase": phase}
    bare = Round(Subject(""), id=id, body=body.id, date=date)
    step = step_of(here.plan, bare)
    if not phase and step is not None:
        words["phase"] = step.phase
    others = [item for item in here.plan.rounds if item.body == body.id and item.number]
    same = [item.number or 0 for item in others if item.phase in {words["phase"], ""}]
    return replace(bare, phase=words["phase"], number=max(same, default=0) + 1)  # type: ignore[arg-type]


def _dues(here: Desk, round: Round, wished: Sequence[str]) -> tuple[Due, ...]:
    """What is due: by the process, and by what was wished on the command line."""
    from dataclasses import replace

    from wirctl.flow.process import Due, dues
    from wirctl.model.dates import first_day

    found = {item.body: item for item in dues(here.plan, round)}
    for text in wished:
        name, _, day = text.partition("=")
        if first_day(day) is None:
            raise BadDueError(text)
        body = here.body(name).id
        found[body] = replace(found.get(body, Due(body)), due=day)
    return tuple(found.values())


def _deadline(due: Due) -> Record:
    return {"body": due.body, "due": due.due} | ({"text": due.text} if due.text else {})


def _lines(here: Desk, path: str, dues: Sequence[Due], say: Speech) -> Iterator[str]:
    from wirctl.cli.desk import label
    from wirctl.report.showing import shown_date
    from wirctl.report.visible import one_line

    yield say("round.opened", path=here.shown(path))
    for item in dues:
        body = one_line(label(here.plan, item.body))
        until = say("round.until", date=shown_date(item.due, say.language)) if item.due else ""
        yield f"  {say('round.due-from', body=body)}{until}"
    yield say("round.next-submit", round=path.rpartition("/")[2].removesuffix(".yaml"))
