"""From a plan at a version to the view model: everything is worked out here, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.render.derive.bodies import compositions_of
from wirctl.render.derive.coverage import coverage_of
from wirctl.render.derive.decisions import progress_of, verdicts_of, voices_of
from wirctl.render.derive.fund import funds_of
from wirctl.render.derive.news import editions_of, news_of
from wirctl.render.derive.spending import spending_of
from wirctl.render.derive.timeline import timeline_of
from wirctl.render.derive.translations import as_prose, translations_of
from wirctl.render.elements import items_of, kind_titles, known_in, mentions_of
from wirctl.render.model.derived import Heading
from wirctl.render.model.site import Site
from wirctl.render.model.values import Group, Language, text_in, value_of, values_in
from wirctl.render.standing import standings_of, with_wholes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.model.plan import Plan
    from wirctl.render.compared import Closing, Since
    from wirctl.render.memory import Memory
    from wirctl.render.model.item import Item
    from wirctl.render.model.version import Version
    from wirctl.schema.kind import Kinds

_LANGUAGE = "de"


@dataclass(frozen=True, slots=True)
class Built:
    """The view model, and what in the plan's texts cannot be published as it is."""

    site: Site
    faults: tuple[Diagnostic, ...]


def build(
    plan: Plan,
    kinds: Kinds,
    version: Version,
    since: Since | None = None,
    closings: Sequence[Closing] = (),
    memory: Memory | None = None,
) -> Built:
    """The view model of a plan at a version; `closings` are the rounds closed before, in order.

    Elements that the `memory` knows are converted only as far as somebody asks for them.
    """
    faults: list[Diagnostic] = []
    known = known_in(plan, kinds)
    items = items_of(plan, kinds, known, faults, memory)
    site = Site(
        version=version,
        heading=_heading(items),
        kinds=kind_titles(kinds, {item.kind for item in items.values()}),
        items=items,
        mentions=mentions_of(items, kinds),
        translations=translations_of(items, plan, kinds),
        standings=standings_of(plan, items, known),
        verdicts=with_wholes(verdicts_of(items), plan, items),
        voices=voices_of(items),
        progress=progress_of(items),
        coverage=coverage_of(items),
        timeline=timeline_of(items, version.date),
        funds=funds_of(items),
        spending=spending_of(plan, kinds, items),
        compositions=compositions_of(items),
        news=news_of(since.label, since.changes, items, known, kinds) if since else None,
        editions=editions_of(closings, items, known, kinds),
    )
    return Built(site, tuple(faults))


def _heading(items: Mapping[str, Item]) -> Heading:
    plan = next((item for item in items.values() if item.kind == "plan"), None)
    holder = Group(plan.fields if plan is not None else {})
    languages = values_in(holder, "languages")
    codes = tuple(part.code for part in languages if isinstance(part, Language))
    return Heading(
        title=plan.title if plan is not None else "",
        subtitle=text_in(holder, "subtitle"),
        municipality=text_in(holder, "municipality"),
        language=codes[0] if codes else _LANGUAGE,
        disclaimer=as_prose(value_of(holder, "disclaimer")),
        languages=codes,
    )
