"""Everything that a document may show of one version of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.derived import (
        Composition,
        Coverage,
        Edition,
        FundAccount,
        Heading,
        Moment,
        News,
        Progress,
        Spending,
        Standing,
        Verdict,
        Voice,
    )
    from wirctl.render.model.item import Item, KindTitle, Mention, Translated
    from wirctl.render.model.version import Version

FORMAT = 1
"""The version of this shape. A change that a reader of it could notice needs a new one."""


@dataclass(frozen=True, slots=True)
class Site:
    """The view model: plain, frozen data, all that writers may read.

    `items` holds every element by id, in the order of kinds and, within, of the plan. The
    other mappings go from the id of an element to what is known about it. `editions` are the
    closed rounds up to this version, oldest first.
    """

    version: Version
    heading: Heading
    kinds: Mapping[str, KindTitle]
    items: Mapping[str, Item]
    mentions: Mapping[str, tuple[Mention, ...]]
    translations: Mapping[str, tuple[Translated, ...]]
    standings: Mapping[str, Standing]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    voices: Mapping[str, tuple[Voice, ...]]
    progress: Mapping[str, tuple[Progress, ...]]
    coverage: Coverage
    timeline: tuple[Moment, ...]
    funds: Mapping[str, FundAccount]
    spending: Mapping[str, Spending]
    compositions: Mapping[str, tuple[Composition, ...]]
    news: News | None
    editions: tuple[Edition, ...] = ()

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """The elements of a kind that still hold, in their order."""
        return tuple(
            item for item in self.items.values() if item.kind == kind and not item.withdrawn
        )

    def withdrawn_of(self, kind: str) -> tuple[Item, ...]:
        """The elements of a kind that are gone."""
        return tuple(item for item in self.items.values() if item.kind == kind and item.withdrawn)
