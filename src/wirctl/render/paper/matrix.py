"""Guidelines against fields of action, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.parts import Heading, Par, Run
from wirctl.press.tables import grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.press.parts import Block, Blocks
    from wirctl.render.model.derived import Cell
    from wirctl.render.model.site import Site
    from wirctl.render.paper.values import ValueParts


def matrix(site: Site, values: ValueParts) -> Iterator[Block]:
    """Which field of action serves which guideline with how many goals and measures."""
    coverage, labels = site.coverage, values.phrases.labels
    if not coverage.guidelines or not coverage.fields:
        return
    yield Heading(1, labels.text("coverage"), own_page=True)
    yield Par((Run(labels.text("coverage_lead")),))
    head = (
        (Run(labels.text("paper_guideline")),),
        *((values.reference(site.items[id].reference),) for id in coverage.fields),
    )
    rows = tuple(
        (
            (Par((values.reference(site.items[guideline].reference),)),),
            *(_cell(coverage.cells[guideline][field], values) for field in coverage.fields),
        )
        for guideline in coverage.guidelines
    )
    yield grid(head, rows, labels.text("coverage_caption"))


def _cell(cell: Cell, values: ValueParts) -> Blocks:
    labels = values.phrases.labels
    numbers = {"goal": len(cell.goals), "measure": len(cell.measures)}
    said = [labels.count(name, number) for name, number in numbers.items() if number]
    return tuple(Par((Run(words),)) for words in said or [labels.text("coverage_none")])
