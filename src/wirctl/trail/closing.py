"""What the gates of rounds still want that a proposal closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.value import text_of
from wirctl.flow.known import Known
from wirctl.flow.voices import Note
from wirctl.trail.past import Past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.flow.gate import Obstacle
    from wirctl.history.version import Versions
    from wirctl.model.plan import Plan
    from wirctl.model.round import Round
    from wirctl.trail.review import Sides


def closing(sides: Sides, versions: Versions) -> Iterator[Note]:
    """What stands in the way of each round that the proposal closes; it blocks as it would there.

    `round close` checks the same; but a round is also closed by hand, in its file, and on two
    branches.
    """
    before = _closed(sides.fork.loaded.plan)
    meanwhile = _closed(sides.tip.loaded.plan) - before
    head = sides.head.loaded
    closed = [item for item in head.plan.rounds if item.closed is not None]
    known = Known(head.plan, head.kinds, Past(versions, sides.head.version.tree))
    for round in closed:
        if round.id in meanwhile:
            yield Note("round-closed-meanwhile", (("round", round.id),), blocks=True)
        elif round.id not in before:
            yield from (_note(item, round, head.plan) for item in known.obstacles(round))


def _closed(plan: Plan) -> frozenset[str]:
    return frozenset(item.id for item in plan.rounds if item.closed is not None)


def _note(item: Obstacle, round: Round, plan: Plan) -> Note:
    code = "round-statement-due" if item.kind == "statement-missing" and item.detail else ""
    words = (
        ("round", round.id),
        ("item", " ".join(dict.fromkeys((item.item, _title(plan, item.item))))),
        ("body", _title(plan, item.body)),
        ("detail", item.detail),
    )
    return Note(code or f"round-{item.kind}", words, blocks=item.blocks)


def _title(plan: Plan, id: str) -> str:
    element = plan.get(id)
    return (text_of(element.value.get("title")) if element is not None else "") or id
