"""What a round dealt with, as points of an agenda.

A paper is one point, with all that was decided by it; what was decided without a paper is a
point of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Group,
    Word,
    groups_in,
    references_in,
    text_in,
    value_of,
)
from wirctl.render.opendata.plain import plain_lines
from wirctl.render.opendata.turns import is_at, turns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an agenda; `key` tells it apart in its round.

    `about` are the ids of the elements that it is about, `consultation` the paper and the key
    of the turn that the body took at it here.
    """

    key: str
    title: str
    order: int = 0
    result: str = ""
    text: str = ""
    about: tuple[str, ...] = ()
    consultation: tuple[str, str] | None = None


def agenda_of(round: Item, site: Site, labels: Labels) -> tuple[Point, ...]:
    """The points of a round in the order of the plan."""
    points: dict[str, Point] = {}
    for part in (*_decided(round, labels), *_resolved(round, labels)):
        point = _by_paper(part, round, site.items.get(part.key))
        first = points.setdefault(point.key, point)
        points[point.key] = first if first is point else _joined(first, point)
    return tuple(
        replace(point, order=number) for number, point in enumerate(points.values(), start=1)
    )


def _by_paper(point: Point, round: Item, paper: Item | None) -> Point:
    """The point as the paper calls it that was dealt with, if one was."""
    if paper is None or paper.kind != "paper":
        return point
    return replace(point, title=paper.title, consultation=_turn(paper, round))


def _decided(round: Item, labels: Labels) -> Iterator[Point]:
    """A point for each element that was decided on; by its paper, if it had one."""
    for part in groups_in(Group(round.fields), "decisions"):
        for about in references_in(part, "item"):
            conditions = (_text(one) for one in groups_in(part, "conditions"))
            yield Point(
                key=text_in(part, "paper") or about.id,
                title=about.title or about.id,
                result=_result(part, labels),
                text="\n\n".join(filter(None, conditions)),
                about=(about.id,),
            )


def _resolved(round: Item, labels: Labels) -> Iterator[Point]:
    """A point for each resolution on the plan as a whole."""
    for part in groups_in(Group(round.fields), "resolutions"):
        key = text_in(part, "paper") or f"resolution-{text_in(part, 'id')}"
        yield Point(key, round.title, result=_result(part, labels), text=_text(part))


def _joined(first: Point, second: Point) -> Point:
    """Two decisions by one paper as one point; it has a result if they have the same."""
    return replace(
        first,
        result=first.result if first.result == second.result else "",
        text="\n\n".join(dict.fromkeys(filter(None, (first.text, second.text)))),
        about=tuple(dict.fromkeys((*first.about, *second.about))),
    )


def _turn(paper: Item, round: Item) -> tuple[str, str] | None:
    """The turn that the body of the round took at the paper on that day, if the plan has it."""
    for key, part in turns_of(paper):
        if is_at(part, Group(round.fields)):
            return paper.id, key
    return None


def _result(part: Group, labels: Labels) -> str:
    value = value_of(part, "outcome")
    return labels.word(value) if isinstance(value, Word) else ""


def _text(part: Group) -> str:
    value = value_of(part, "text")
    return plain_lines(value) if isinstance(value, Prose) else text_in(part, "text")
