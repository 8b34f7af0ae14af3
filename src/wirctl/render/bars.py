"""The figures of an indicator as bars: what each is called, how long it is, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from wirctl.render.model.values import Group, group_in, groups_in, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.render.model.item import Item
    from wirctl.render.phrases import Phrases

_SHORT = len("FTE")


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure: its name with its day, its value, and how it is written.

    `tone` is `quiet` for a baseline, `accent` for a reading, `target` for the target.
    """

    name: str
    value: Decimal
    shown: str
    tone: str


def bars_of(item: Item, phrases: Phrases) -> tuple[Bar, ...]:
    """The figures of an indicator; none where there are fewer than two, or one is negative."""
    found = tuple(_bars(item, phrases))
    most = max((bar.value for bar in found), default=Decimal(0))
    if len(found) < len(("from", "to")) or most <= 0 or min(bar.value for bar in found) < 0:
        return ()
    return found


def _bars(item: Item, phrases: Phrases) -> Iterator[Bar]:
    holder = Group(item.fields)
    for name, title, tone in (
        ("baselines", "paper_baselines", "quiet"),
        ("readings", "paper_readings", "accent"),
    ):
        for group in groups_in(holder, name):
            yield from _bar(group, phrases.labels.text(title), tone, item, phrases)
    title = phrases.labels.text("paper_target")
    yield from _bar(group_in(holder, "target"), title, "target", item, phrases)


def _bar(group: Group, name: str, tone: str, item: Item, phrases: Phrases) -> Iterator[Bar]:
    figures = dict(phrases.lines(group)).get("value")
    try:
        value = Decimal(text_in(group, "value"))
    except InvalidOperation:
        return
    if figures is None or not value.is_finite():
        return
    unit = text_in(Group(item.fields), "unit")
    short = f"\u00a0{unit}" if unit and len(unit) <= _SHORT else ""
    day = phrases.date(text_in(group, "date"))
    shown = f"{phrases.plain(figures.value)}{short}"
    yield Bar(f"{name} {day}".strip(), value, shown, tone)
