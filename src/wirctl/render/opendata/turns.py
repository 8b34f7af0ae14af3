"""The turns of bodies at a paper (Beratungsfolge)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.render.model.values import Group, groups_in, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.render.model.item import Item


def turns_of(paper: Item) -> Iterator[tuple[str, Group]]:
    """The consultations of a paper, each with a key: its body, and its number of several."""
    seen: dict[str, int] = {}
    for part in groups_in(Group(paper.fields), "consultations"):
        body = text_in(part, "body")
        seen[body] = seen.get(body, 0) + 1
        yield (body if seen[body] == 1 else f"{body}-{seen[body]}"), part


def is_at(turn: Group, round: Group) -> bool:
    """Whether a consultation was in this round: the same body, on the same day."""
    names = ("body", "date")
    return all(text_in(turn, name) == text_in(round, name) != "" for name in names)
