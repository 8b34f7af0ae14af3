"""`wirctl round submit`: lay elements before a round, each pinned as it reads now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import bodies as body_names
from wirctl.cli.hints import fields as field_names
from wirctl.cli.hints import rounds as round_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, PlanOption, TodayOption
from wirctl.core.problem import Problem
from wirctl.core.value import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.cli.desk import Desk
    from wirctl.cli.words import Speech
    from wirctl.flow.known import Known
    from wirctl.model.plan import Element
    from wirctl.model.round import Round


class NothingToSubmitError(Problem):
    """Neither an element nor a field of action with elements was named."""


def round_submit(
    ids: Annotated[tuple[str, ...], Argument("IDS")] = (),
    round: Annotated[str, Option("--round", "ID", hints=round_names)] = "",
    field: Annotated[tuple[str, ...], Option("--field", "ID", hints=field_names)] = (),
    by: Annotated[str, Option("--by", "ID", hints=body_names)] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
    today: TodayOption = "",
) -> int:
    """Submit elements to a round."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.day import day_of
    from wirctl.cli.desk import desk, known
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech

    here = desk(plan, config)
    open_round = here.open_round(round)
    sender = here.body(by).id if by else ""
    items = _items(here, ids, field)
    path = open_round.subject.path
    text = here.text(path)
    day = day_of(today).isoformat()
    for item in items:
        text = _entered(here, text, open_round, item, sender, day)
    here.write(path, text)
    say = speech(plan_language(here.loaded))
    with known(here.place, here.tree, here.loaded) as past:
        put(_lines(past, open_round, items, say))
    return Exit.CLEAN


def _items(here: Desk, ids: Sequence[str], fields: Sequence[str]) -> tuple[Element, ...]:
    """The elements that are named, and those of the fields of action, each once."""
    kinds = here.items_kinds("round", "submissions/item")
    found = {id: here.item(id, kinds) for id in ids}
    for name in fields:
        home = here.item(name, ("field_of_action",)).id
        for element in here.plan.elements:
            kind = here.loaded.kinds[element.kind]
            in_field = kind.group_by and element.value.get(kind.group_by) == home
            if in_field and element.kind in kinds and not element.is_withdrawn:
                found.setdefault(element.id, element)
    if not found:
        raise NothingToSubmitError
    return tuple(found.values())


def _entered(here: Desk, text: str, round: Round, item: Element, by: str, day: str) -> str:
    """The text of the round with the element in it, or with its newer text."""
    from wirctl.edit.splice import with_item, with_value
    from wirctl.schema.pins import element_digest

    pin = element_digest(item.value, here.loaded.kinds[item.kind])
    places = [place for place, entry in enumerate(round.submissions) if entry.item == item.id]
    if not places:
        sender = by or _group_of(here, item)
        entry = {"item": item.id} | ({"by": sender} if sender else {})
        return with_item(text, ("submissions",), {**entry, "date": day, "digest": pin})
    entry = ({"by": by} if by else {}) | {"date": day, "digest": pin}
    for name, value in entry.items():
        text = with_value(text, ("submissions", places[0], name), value)
    return text


def _group_of(here: Desk, item: Element) -> str:
    """The expert group of the element's field of action."""
    field = here.plan.get(text_of(item.value.get(here.loaded.kinds[item.kind].group_by)))
    return text_of(field.value.get("expert_group")) if field is not None else ""


def _lines(known: Known, round: Round, items: Sequence[Element], say: Speech) -> Iterator[str]:
    """What was submitted; of what had been sent back, whether something has changed since."""
    from wirctl.cli.desk import label
    from wirctl.flow.mandates import answer_to
    from wirctl.report.visible import one_line

    yield say("round.submitted", round=round.id, count=len(items))
    for item in items:
        yield f"  {item.id} {one_line(label(known.plan, item.id))}"
        standing = known.standings.get(item.id)
        verdict = standing.verdicts[-1] if standing is not None and standing.verdicts else None
        answer = answer_to(verdict, known) if verdict is not None else None
        if answer is not None and verdict is not None:
            yield f"      {say(f'round.answer.{answer}', round=verdict.round.id)}"
