"""Where elements stand in the process, as `flow` tells it: the one place that asks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.flow.standing import standings
from wirctl.render.model.derived import Standing
from wirctl.render.model.values import Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.model.plan import Plan
    from wirctl.render.convert import Known
    from wirctl.render.model.item import Item


def standings_of(plan: Plan, items: Mapping[str, Item], known: Known) -> dict[str, Standing]:
    """The state of each element that a body decides on, with the last round that did."""
    found: dict[str, Standing] = {}
    for id, standing in sorted(standings(plan).items()):  # noqa: A001 - the word that files use
        if id not in items:
            continue
        last = standing.verdicts[-1].round if standing.verdicts else None
        reference = known.reference(last.id) if last is not None else None
        found[id] = Standing(Word(standing.state, "state"), reference)
    return found
