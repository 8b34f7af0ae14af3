"""The closed rounds that a version of a plan comes after, with what changed in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.core.change import Change
    from wirctl.history.rounds import RoundVersion
    from wirctl.history.version import Versions
    from wirctl.model.plan import Plan
    from wirctl.render.build import Closing
    from wirctl.source.tree import Tree


def closings(versions: Versions, plan: Plan, rounds: Iterable[RoundVersion]) -> Iterator[Closing]:
    """Those of these rounds that the plan knows of, oldest first."""
    from wirctl.core.change import Weight
    from wirctl.diff.compare import compare
    from wirctl.render.build import Closing

    before: Tree | None = None
    for item in rounds:
        if plan.get(item.round_id) is None:
            continue
        tree = versions.at(item).tree
        changes: tuple[Change, ...] | None = None
        if before is not None:
            found = compare(before, tree).singles
            changes = tuple(change for change in found if change.weight is not Weight.FORM)
        yield Closing(item.round_id, item.closed_on or item.date, item.commit, changes)
        before = tree
