"""Drawings: the timeline, and the figures of an indicator as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.parts import Box, Dot, Figure, Stroke, Words
from wirctl.render.bars import bars_of
from wirctl.render.pages.drawing import drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.press.parts import Shape
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.paper.values import ValueParts

WIDTH = 467.0
"""What there is between the margins of a page, in points."""

_ROW, _BAR = 22.0, 11.0
_NAMES, _FIGURES = 150.0, 70.0


def timeline(site: Site, values: ValueParts) -> Iterator[Figure]:
    """Milestones as planned and as they came; nothing where there are none with a date."""
    picture = drawing(site)
    if not picture.height:
        return
    scale = WIDTH / picture.width
    labels = values.phrases.labels
    shapes: list[Shape] = []
    for year in picture.years[:-1]:
        x = year.x * scale
        shapes += [
            Stroke(x, 4, x, picture.height * scale, "line"),
            Words(x + 3, 2, 60, year.name),
        ]
    for mark in picture.marks:
        y = mark.y * scale
        shapes += [Stroke(a * scale, y, b * scale, y, "line") for a, b in mark.spans]
        if mark.planned and mark.actual:
            shapes.append(Stroke(mark.planned * scale, y, mark.actual * scale, y, "quiet"))
        if mark.planned:
            shapes.append(Box(mark.planned * scale - 3, y - 3, 6, 6, "quiet"))
        if mark.actual:
            shapes.append(Dot(mark.actual * scale, y, 3.5, "accent"))
        x = mark.words_x * scale
        left, side = (x - WIDTH, "end") if mark.at_end else (x, "start")
        title = mark.moment.item.title
        shapes.append(Words(left, y - 15, WIDTH, title, side, values.foreign))
    said = "; ".join(
        f"{moment.item.title}: "
        + ", ".join(
            f"{labels.text(name)} {values.phrases.date(day)}"
            for name, day in (("planned", moment.planned), ("actual", moment.actual))
            if day
        )
        for moment in site.timeline
    )
    words = f"{labels.text('timeline_picture')}. {said}"
    caption = labels.text("paper_timeline")
    yield Figure(WIDTH, picture.height * scale, tuple(shapes), words, caption)


def bars(item: Item, values: ValueParts) -> Iterator[Figure]:
    """The figures of an indicator as bars; nothing where there are fewer than two."""
    found = bars_of(item, values.phrases)
    if not found:
        return
    most = max(bar.value for bar in found)
    room = WIDTH - _NAMES - _FIGURES
    shapes: list[Shape] = []
    for row, bar in enumerate(found):
        y = row * _ROW + 4
        length = round(room * float(bar.value / most), 2)
        shapes += [
            Words(0, y - 1, _NAMES - 8, bar.name, "end"),
            Box(_NAMES, y, max(length, 1.0), _BAR, bar.tone),
            Words(_NAMES + length + 5, y - 1, _FIGURES, bar.shown),
        ]
    shapes.append(Stroke(_NAMES, 0, _NAMES, len(found) * _ROW, "quiet"))
    said = "; ".join(f"{bar.name}: {bar.shown}" for bar in found)
    labels = values.phrases.labels
    words = f"{labels.text('paper_bars')} {said}"
    yield Figure(WIDTH, len(found) * _ROW + 2, tuple(shapes), words, labels.text("paper_figures"))
