"""`wirctl round decide`: enter what a round decided on one element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import outcomes as outcome_names
from wirctl.cli.hints import rounds as round_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, PlanOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.cli.desk import Desk
    from wirctl.core.value import Record, Value
    from wirctl.model.process import Outcome
    from wirctl.model.round import Round

_VOTES = regex(r"([0-9]{1,4})[,:/]([0-9]{1,4})(?:[,:/]([0-9]{1,4}))?")


class UnknownOutcomeError(Problem):
    """An outcome that the process does not know for this step."""

    def __init__(self, outcome: str, known: Sequence[Outcome]) -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.near = nearest(outcome, [name for item in known for name in _names(item)])
        self.choices = ", ".join(f"{item.id} ({item.title})" for item in known)


class MissingDetailError(Problem):
    """A decision without what its outcome needs."""

    def __init__(self, outcome: str, needs: Sequence[str]) -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.options = ", ".join(f"--{OPTIONS.get(name, name)}" for name in needs)


class NotSubmittedError(Problem):
    """An element that was not submitted to the round."""

    def __init__(self, item: str, round: str, submitted: Sequence[str]) -> None:
        super().__init__(item, round)
        self.item = item
        self.round = round
        self.near = nearest(item, submitted, 0.8)
        self.command = f"wirctl round submit {item} --round {round}"


class DecidedAlreadyError(Problem):
    """An element on which the round has decided; `--replace` would exchange the decision."""

    def __init__(self, item: str, round: str, outcome: str) -> None:
        super().__init__(item, round)
        self.item = item
        self.round = round
        self.outcome = outcome


class BadVotesError(Problem):
    """Votes that are not numbers for, against and abstentions."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


OPTIONS: Mapping[str, str] = {"conditions": "condition", "due_round": "due-round"}
"""The option for a field of decisions, where it has another name."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was said of a decision, by the names of its fields."""

    item: str
    outcome: str
    said: Mapping[str, Value]
    replace: bool


def round_decide(
    round: Annotated[str, Argument("ROUND", hints=round_names)],
    item: Annotated[str, Argument("ITEM")],
    outcome: Annotated[str, Argument("OUTCOME", hints=outcome_names)],
    mandate: Annotated[str, Option("--mandate", "TEXT")] = "",
    condition: Annotated[tuple[str, ...], Option("--condition", "TEXT")] = (),
    amendment: Annotated[str, Option("--amendment", "TEXT")] = "",
    addressee: Annotated[str, Option("--addressee", "TEXT")] = "",
    reason: Annotated[str, Option("--reason", "TEXT")] = "",
    due: Annotated[str, Option("--due", "DATE")] = "",
    due_round: Annotated[str, Option("--due-round", "ID", hints=round_names)] = "",
    votes: Annotated[str, Option("--votes", "VOTES")] = "",
    unanimous: Annotated[bool, Option("--unanimous")] = False,
    paper: Annotated[str, Option("--paper", "ID")] = "",
    replace: Annotated[bool, Option("--replace")] = False,
    plan: PlanOption = "",
    config: ConfigOption = "",
) -> int:
    """Enter a decision."""
    from wirctl.cli.desk import desk
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech

    here = desk(plan, config)
    open_round = here.open_round(round)
    said: dict[str, Value] = {
        "mandate": mandate,
        "due_round": due_round,
        "due": due,
        "conditions": [
            {"id": f"c{number}", "text": text} for number, text in enumerate(condition, 1)
        ],
        "amendment": amendment,
        "reason": reason,
        "votes": _votes(votes) if votes else None,
        "unanimous": unanimous or None,
        "paper": paper,
        "addressee": addressee,
    }
    given = {name: value for name, value in said.items() if value}
    _enter(here, open_round, _Wish(item, outcome, given, replace))
    path = here.shown(open_round.subject.path)
    put([speech()("round.decided", item=item, round=open_round.id, path=path)])
    return Exit.CLEAN


def _votes(text: str) -> Record:
    match = _VOTES.fullmatch(text)
    if match is None:
        raise BadVotesError(text)
    names = zip(("yes", "no", "abstain"), match.groups(), strict=True)
    return {name: int(count) for name, count in names if count is not None}


def _enter(here: Desk, round: Round, wish: _Wish) -> None:
    """Write the decision into the file of the round."""
    from wirctl.edit.splice import with_item
    from wirctl.flow.process import outcomes_of
    from wirctl.schema.pins import element_digest

    outcome = _outcome(here, round, wish.outcome)
    needs = [need for need in outcome.needs if need and need not in wish.said]
    if needs:
        raise MissingDetailError(outcome.title or outcome.id, needs)
    element = here.item(wish.item, here.items_kinds("round", "decisions/item"))
    _require_submitted(round, element.id, outcome)
    pin = element_digest(element.value, here.loaded.kinds[element.kind])
    record = {"item": element.id, "outcome": outcome.id, **wish.said, "digest": pin}
    places = [place for place, made in enumerate(round.decisions) if made.item == element.id]
    text = here.text(round.subject.path)
    if not places:
        text = with_item(text, ("decisions",), record)
    elif wish.replace:
        text = _replaced(here, text, round, places[0], record)
    else:
        made = round.decisions[places[0]].outcome
        titles = {known.id: known.title for known in outcomes_of(here.plan, round)}
        raise DecidedAlreadyError(element.id, round.id, titles.get(made) or made)
    here.write(round.subject.path, text)


def _outcome(here: Desk, round: Round, name: str) -> Outcome:
    """The outcome that is named by its id, its title, or the word that documents have for it.

    Large and small letters are one, and `_` is a space.
    """
    from wirctl.flow.process import outcomes_of

    known = outcomes_of(here.plan, round)
    for outcome in known:
        if _folded(name) in map(_folded, _names(outcome)):
            return outcome
    raise UnknownOutcomeError(name, known)


def _names(outcome: Outcome) -> tuple[str, ...]:
    """What an outcome may be called, its title first."""
    from wirctl.load.glossary import word

    words = (word("outcome", outcome.id, language) for language in ("de", "en"))
    return tuple(dict.fromkeys(filter(None, (outcome.title, *words, outcome.id))))


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def _require_submitted(round: Round, item: str, outcome: Outcome) -> None:
    """Refuse an element that did not lie before a round to which others were submitted."""
    from wirctl.model.states import state_of

    submitted = [entry.item for entry in round.submissions]
    if submitted and item not in submitted and not state_of(outcome.leads_to).is_ordered:
        raise NotSubmittedError(item, round.id, submitted)


def _replaced(here: Desk, text: str, round: Round, place: int, record: Record) -> str:
    """The text with another decision in the place of one."""
    from wirctl.core.value import list_of, record_of
    from wirctl.edit.splice import with_value, without

    element = here.plan.get(round.id)
    entries = list_of(element.value.get("decisions")) if element is not None else ()
    for name, value in record.items():
        text = with_value(text, ("decisions", place, name), value)
    for name in record_of(entries[place]):
        if name not in record:
            text = without(text, ("decisions", place, name))
    return text
