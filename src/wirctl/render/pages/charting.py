"""The figures of an indicator as a drawing: where each bar goes, in whole units of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.render.bars import bars_of

if TYPE_CHECKING:
    from wirctl.render.model.item import Item
    from wirctl.render.phrases import Phrases

WIDTH, ROW = 320, 34


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar: its name, its figure in words, its top, its beginning and its length."""

    name: str
    shown: str
    y: int
    x: int
    length: int
    tone: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture: its size, its bars, and the same in words."""

    width: int
    height: int
    start: int
    bars: tuple[ChartBar, ...]
    words: str


def chart(item: Item, phrases: Phrases) -> Chart | None:
    """The picture of an indicator; `None` where there is nothing to compare.

    Where people write from right to left, bars grow to the left.
    """
    found = bars_of(item, phrases)
    if not found:
        return None
    most = max(bar.value for bar in found)
    turned = phrases.labels.direction == "rtl"
    lengths = [max(round(float(bar.value / most) * (WIDTH - 2)), 1) for bar in found]
    bars = tuple(
        ChartBar(bar.name, bar.shown, row * ROW, WIDTH - length if turned else 0, length, bar.tone)
        for row, (bar, length) in enumerate(zip(found, lengths, strict=True))
    )
    said = "; ".join(f"{bar.name}: {bar.shown}" for bar in found)
    words = f"{phrases.labels.text('paper_bars')} {said}"
    return Chart(WIDTH, ROW * len(bars), WIDTH if turned else 0, bars, words)
