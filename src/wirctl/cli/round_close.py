"""`wirctl round close`: check the gate of a round and close it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import rounds as round_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, PlanOption, TodayOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.cli.desk import Desk
    from wirctl.cli.words import Speech
    from wirctl.flow.gate import Obstacle
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round


class NotCommittedError(Problem):
    """A closed round that no commit holds yet, so that nothing can be tagged."""

    def __init__(self, round: str, command: str) -> None:
        super().__init__(round)
        self.round = round
        self.command = command


def round_close(
    round: Annotated[str, Argument("ROUND", hints=round_names)],
    check: Annotated[bool, Option("--check")] = False,
    tag: Annotated[bool, Option("--tag")] = False,
    plan: PlanOption = "",
    config: ConfigOption = "",
    today: TodayOption = "",
) -> int:
    """Close a round."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.day import day_of
    from wirctl.cli.desk import desk, known
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import put
    from wirctl.cli.readable import require_readable
    from wirctl.cli.words import speech
    from wirctl.edit.splice import with_value
    from wirctl.flow.gate import too_early

    here = desk(plan, config)
    require_readable(here.tree, here.loaded)
    day = day_of(today)
    say = speech(plan_language(here.loaded))
    if tag and here.round(round).closed is not None:
        return _tag(here, round, say)
    found = here.open_round(round)
    with known(here.place, here.tree, here.loaded) as past:
        obstacles = (*past.obstacles(found), *too_early(found, day))
    put(gate_lines(obstacles, here.plan, say))
    if any(item.blocks for item in obstacles):
        put([say("round.not-closed", round=found.id)])
        return Exit.FINDINGS
    if check:
        put([say("round.can-close", round=found.id)])
        return Exit.CLEAN
    path = found.subject.path
    here.write(path, with_value(here.text(path), ("closed",), {"date": day.isoformat()}))
    put(_next(here, found, say, tag=tag))
    return Exit.CLEAN


def gate_lines(obstacles: tuple[Obstacle, ...], plan: Plan, say: Speech) -> Iterator[str]:
    """What stands in the way, then what one should know, one line each."""
    for blocks in (True, False):
        own = [item for item in obstacles if item.blocks is blocks]
        if own:
            yield say("gate.blocks" if blocks else "gate.notes")
        yield from (f"  {_sentence(item, plan, say)}" for item in own)


def _sentence(item: Obstacle, plan: Plan, say: Speech) -> str:
    from wirctl.cli.desk import label
    from wirctl.report.showing import shown_date
    from wirctl.report.visible import one_line

    detail = item.detail
    if item.kind == "statement-missing":
        date = shown_date(detail, say.language)
        detail = say("gate.due", date=date) if detail else ""
    elif item.kind == "too-early":
        detail = shown_date(detail, say.language)
    name = f"{item.item} {label(plan, item.item)}" if item.item else ""
    words = {"item": one_line(name), "body": one_line(label(plan, item.body)), "detail": detail}
    return say(f"gate.{item.kind}", **words)


def _next(here: Desk, round: Round, say: Speech, *, tag: bool) -> Iterator[str]:
    """What is to be done now: the commit is the version of the round."""
    yield say("round.closed-now", round=round.id)
    yield f"  {_commit_command(here, round)}"
    if tag:
        yield say("round.then-tag")
        yield f"  wirctl round close {round.id} --tag"


def _commit_command(here: Desk, round: Round) -> str:
    from wirctl.cli.desk import commit_command

    title = " ".join(round.title.split()) or round.id
    return commit_command(here.place, f"{round.id}: {title}")


def _tag(here: Desk, name: str, say: Speech) -> int:
    """Tag the commit that closed the round."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import put
    from wirctl.history.findings import TAG
    from wirctl.history.version import Versions

    with Versions(here.place.plan) as versions:
        closed = next((item for item in versions.rounds if item.round_id == name), None)
        if closed is None or closed.is_cut or versions.repository is None:
            raise NotCommittedError(name, _commit_command(here, here.round(name)))
        versions.repository.set_tag(f"{TAG}{name}", closed.commit)
    put([say("round.tagged", tag=f"{TAG}{name}", commit=closed.commit[:10])])
    return Exit.CLEAN
