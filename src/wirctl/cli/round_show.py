"""`wirctl round show`: what lay before a round, and what it decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import rounds as round_names
from wirctl.cli.option import Argument
from wirctl.cli.shared_options import ConfigOption, PlanOption, TextOrJson
from wirctl.core.value import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.cli.words import Speech
    from wirctl.model.plan import Plan
    from wirctl.model.round import Decision, Round


def round_show(
    round: Annotated[str, Argument("ROUND", hints=round_names)],
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: TextOrJson = "text",
) -> int:
    """Show one round."""
    import json

    from wirctl.cli.checking import plan_language
    from wirctl.cli.desk import UnknownRoundError
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place, tree_at
    from wirctl.cli.printing import put
    from wirctl.cli.readable import require_readable
    from wirctl.cli.words import speech
    from wirctl.load import load

    tree = tree_at(find_place(plan, config))
    loaded = load(tree)
    require_readable(tree, loaded)
    known = {item.id: item for item in loaded.plan.rounds}
    if round not in known:
        raise UnknownRoundError(round, tuple(known))
    if format == "json":
        element = loaded.plan.get(round)
        value = dict(element.value) if element is not None else {}
        put([json.dumps({"version": 1, "round": value}, ensure_ascii=False, indent=2)])
        return Exit.CLEAN
    say = speech(plan_language(loaded))
    put(_lines(known[round], loaded.plan, say))
    return Exit.CLEAN


def _lines(item: Round, plan: Plan, say: Speech) -> Iterator[str]:
    from wirctl.report.showing import shown_date
    from wirctl.report.visible import one_line

    state = say("round.closed" if item.closed is not None else "round.open")
    yield f"{item.id} {one_line(item.title)}"
    body = f"{say('round.body')}: {one_line(_title(plan, item.body))}"
    yield f"{body} · {shown_date(item.date, say.language)} · {state}"
    if item.description:
        yield ""
        yield one_line(item.description)
    decided = {decision.item for decision in item.decisions}
    waiting = [entry.item for entry in item.submissions if entry.item not in decided]
    if waiting:
        yield ""
        yield f"{say('round.submissions')}:"
        yield from (f"  {id} {one_line(_title(plan, id))}" for id in waiting)
    if item.decisions:
        yield ""
        yield f"{say('round.decisions')}:"
        for decision in item.decisions:
            yield from _decision(decision, plan, say)
    for resolution in item.resolutions:
        yield f"  {say('round.resolutions')}: {one_line(resolution.text)}"


def _decision(decision: Decision, plan: Plan, say: Speech) -> Iterator[str]:
    from wirctl.flow.process import outcome_titles
    from wirctl.report.outcomes import outcome_word
    from wirctl.report.visible import one_line

    outcome = outcome_word(decision.outcome, outcome_titles(plan), say.language)
    yield f"  {decision.item} {one_line(_title(plan, decision.item))}: {outcome}"
    for name, text in _details(decision, plan, say):
        if text:
            yield f"      {say(f'round.{name}')}: {one_line(text)}"


def _details(decision: Decision, plan: Plan, say: Speech) -> Iterator[tuple[str, str]]:
    """What the decision says beside its outcome, in the order in which one asks for it."""
    from wirctl.report.showing import shown_date

    yield "mandate", decision.mandate
    yield from (("conditions", condition.text) for condition in decision.conditions)
    yield "amendment", decision.amendment
    yield "addressee", decision.addressee
    yield "due", shown_date(decision.due, say.language) if decision.due else ""
    yield "due_round", decision.due_round
    yield "reason", decision.reason
    yield "votes", _votes(decision, say)
    yield "paper", _title(plan, decision.paper) if decision.paper else ""


def _votes(decision: Decision, say: Speech) -> str:
    """The votes as far as they are known, or that there were none against."""
    made = decision.votes
    if made is None:
        return say("round.unanimous") if decision.unanimous else ""
    known = (("favour", made.yes), ("against", made.no), ("abstain", made.abstain))
    counts = ((name, count) for name, count in known if count is not None)
    return ", ".join(say(f"round.counted.{name}", count=count) for name, count in counts)


def _title(plan: Plan, id: str) -> str:
    element = plan.get(id)
    return (text_of(element.value.get("title")) if element is not None else "") or id
