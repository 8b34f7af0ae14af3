"""Where elements stand in the process, as `flow` tells it: the one place that asks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import replace
from wirctl.flow.process import state_titles
from wirctl.flow.standing import standings
from wirctl.render.convert import clean
from wirctl.render.model.derived import Standing
from wirctl.render.model.values import Word
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.model.plan import Plan
    from wirctl.render.convert import Known
    from wirctl.render.model.derived import Verdict
    from wirctl.render.model.item import Item


def standings_of(plan: Plan, items: Mapping[str, Item], known: Known) -> dict[str, Standing]:
    """The state of each element that a body decides on, with the last round that did.

    A state is called as the plan's process calls the outcome that leads to it.
    """
    titles = {state: clean(title) for state, title in state_titles(plan).items()}
    found: dict[str, Standing] = {}
    for id, standing in sorted(standings(plan).items()):
        if id not in items:
            continue
        last = standing.verdicts[-1].round if standing.verdicts else None
        reference = known.reference(last.id) if last is not None else None
        title = titles.get(standing.state)
        state = Word(standing.state, "state", Words(title, title) if title else None)
        found[id] = Standing(state, reference)
    return found


def with_wholes(
    verdicts: Mapping[str, tuple[Verdict, ...]], plan: Plan, items: Mapping[str, Item]
) -> dict[str, tuple[Verdict, ...]]:
    """The decisions on each element, with those on the whole plan that count for it too."""
    found = dict(verdicts)
    made = {(item, verdict.round.id): verdict for item in verdicts for verdict in verdicts[item]}
    for id, standing in standings(plan).items():
        wholes = [
            replace(made[key], is_whole=True)
            for verdict in standing.verdicts
            if (key := (verdict.decision.item, verdict.round.id)) in made and key[0] != id
        ]
        if wholes and id in items:
            found[id] = (*found.get(id, ()), *wholes)
    return dict(sorted(found.items()))
