"""`wirctl statement new`: the skeleton of a statement, with digests of what the body reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import bodies as body_names
from wirctl.cli.hints import fields as field_names
from wirctl.cli.hints import rounds as round_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ConfigOption, PlanOption, TodayOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.cli.desk import Desk
    from wirctl.core.value import Record, Value
    from wirctl.model.plan import Element
    from wirctl.model.round import Round
    from wirctl.schema.kind import Kind


class NothingToReadError(Problem):
    """A round to which nothing has been submitted."""

    def __init__(self, round: str) -> None:
        super().__init__(round)
        self.round = round
        self.command = f"wirctl round submit … --round {round}"


def statement_new(
    body: Annotated[str, Argument("BODY", hints=body_names)],
    round: Annotated[str, Argument("ROUND", hints=round_names)],
    item: Annotated[tuple[str, ...], Option("--item", "ID")] = (),
    field: Annotated[tuple[str, ...], Option("--field", "ID", hints=field_names)] = (),
    title: Annotated[str, Option("--title", "TEXT")] = "",
    id: Annotated[str, Option("--id", "ID")] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
    today: TodayOption = "",
) -> int:
    """Make the skeleton of a statement."""
    from wirctl.cli.day import day_of
    from wirctl.cli.desk import desk, label
    from wirctl.cli.exit import Exit
    from wirctl.cli.new import IdTakenError
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech
    from wirctl.edit.skeleton import skeleton

    here = desk(plan, config)
    speaker = here.body(body).id
    found = here.open_round(round)
    kind = here.loaded.kinds["statement"]
    name = id or _free(here, kind, speaker, found.id)
    if here.plan.get(name) is not None:
        raise IdTakenError(name)
    points = list(_points(here, _read(here, found, item, field)))
    values: dict[str, Value] = {
        "id": name,
        "title": title or f"{kind.title.de}: {label(here.plan, speaker)}",
        "body": speaker,
        "round": found.id,
        "date": day_of(today).isoformat(),
        "kind": "statement",
        "points": points,
    }
    say = speech()
    path = f"{kind.folder}/{name}.yaml"
    here.create(path, skeleton(_HOW, values, ()))
    put([say("statement.made", path=here.shown(path), count=len(points))])
    return Exit.CLEAN


_HOW = """\
Stellungnahme. Je Punkt:
  stance: support | concerns | oppose | no_comment
  text: Was Sie dazu sagen.
  fields: [costs, period]  wenn Sie nur über diese Angaben sprechen
Punkte, zu denen Sie nichts sagen, können Sie löschen. Die Prüfsummen halten fest, welcher Text
Ihnen vorlag; lassen Sie sie stehen."""


def _free(here: Desk, kind: Kind, body: str, round: str) -> str:
    """The next free id: the body's name and the round's, then a number."""
    short = body.removeprefix(f"{here.loaded.kinds['body'].id_prefix}-")
    first = f"{kind.id_prefix}-{short}-{round}"
    names = (first, *(f"{first}-{number}" for number in range(2, 1000)))
    return next(name for name in names if here.plan.get(name) is None)


def _read(
    here: Desk, round: Round, items: Sequence[str], fields: Sequence[str]
) -> tuple[Element, ...]:
    """What the body reads: what was named, else all that was submitted to the round."""
    kinds = here.items_kinds("statement", "points/item")
    wanted = items or [entry.item for entry in round.submissions]
    homes = {here.item(field, ("field_of_action",)).id for field in fields}
    found = [here.item(name, kinds) for name in dict.fromkeys(wanted)]
    read = tuple(item for item in found if not homes or item.value.get("field") in homes)
    if not read:
        raise NothingToReadError(round.id)
    return read


def _points(here: Desk, elements: Sequence[Element]) -> Iterator[Record]:
    """A point for each element: the digest of the whole, and one of each field that matters."""
    from wirctl.schema.pins import APART, element_digest, field_digests

    for number, element in enumerate(elements, 1):
        kind = here.loaded.kinds[element.kind]
        names = tuple(
            name
            for name, field in kind.fields.items()
            if name in element.value and field.substantive and name not in APART
        )
        yield {
            "id": f"p{number}",
            "item": element.id,
            "stance": "no_comment",
            "digest": element_digest(element.value, kind),
            "digests": [
                {"field": name, "digest": pin}
                for name, pin in field_digests(element.value, kind, names).items()
            ],
        }
