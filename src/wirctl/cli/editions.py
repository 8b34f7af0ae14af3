"""The closed rounds that a version of a plan comes after, with what changed in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.compare import compare
from wirctl.render.compared import Closing, Since, news

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.core.change import Change
    from wirctl.history.rounds import RoundVersion
    from wirctl.history.version import Version, Versions
    from wirctl.model.plan import Plan
    from wirctl.render.compared import Compared


def closings(
    versions: Versions, plan: Plan, rounds: Iterable[RoundVersion], compared: Compared
) -> Iterator[Closing]:
    """Those of these rounds that the plan knows of, oldest first."""
    before: Version | None = None
    for item in rounds:
        if plan.get(item.round_id) is None:
            continue
        version = versions.at(item)
        changes = _between(before, version, compared) if before is not None else None
        yield Closing(item.round_id, item.closed_on or item.date, item.commit, changes)
        before = version


def since(
    versions: Versions, found: Version, earlier: Sequence[RoundVersion], compared: Compared
) -> Since | None:
    """The changes since the last of these rounds; nothing where there is none.

    A version that says the same as the last round tells the news of that round.
    """
    last = earlier[-2:]
    for item in reversed(last):
        changes = _between(versions.at(item), found, compared)
        if changes or item is last[0]:
            return Since(item.round_id, changes)
    return None


def _between(old: Version, new: Version, compared: Compared) -> tuple[Change, ...]:
    """The news between two versions; of a folder, which may change, they are always found anew."""

    def changes() -> Sequence[Change]:
        return compare(old.tree, new.tree).singles

    names = [f"{version.commit}:{version.below}" for version in (old, new) if version.commit]
    return compared.changes(" ".join(names), changes) if len(names) > 1 else news(changes())
