"""Which guideline is served in which field of action, and by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.render.model.derived import Cell, Coverage
from wirctl.render.model.values import Group, references_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.item import Item


def coverage_of(items: Mapping[str, Item]) -> Coverage:
    """Guidelines against fields of action, with the goals and measures that serve both."""
    live = [item for item in items.values() if not item.withdrawn]
    guidelines = tuple(item.id for item in live if item.kind == "guideline")
    fields = tuple(item.id for item in live if item.kind == "field_of_action")
    served: dict[tuple[str, str, str], list[str]] = {}
    for item in live:
        for guideline in guidelines_of(item, items):
            served.setdefault((item.kind, guideline, item.field), []).append(item.id)

    def members(kind: str, guideline: str, field: str) -> tuple[str, ...]:
        return tuple(served.get((kind, guideline, field), ()))

    cells = {
        guideline: {
            field: Cell(members("goal", guideline, field), members("measure", guideline, field))
            for field in fields
        }
        for guideline in guidelines
    }
    return Coverage(guidelines, fields, cells)


def guidelines_of(item: Item, items: Mapping[str, Item]) -> tuple[str, ...]:
    """The guidelines that an element serves: those it names, and those that its goals name."""
    holder = Group(item.fields)
    found = [reference.id for reference in references_in(holder, "guidelines")]
    for goal in references_in(holder, "goals"):
        if item.kind == "measure" and goal.id in items:
            named = references_in(Group(items[goal.id].fields), "guidelines")
            found.extend(reference.id for reference in named)
    return tuple(dict.fromkeys(found))
