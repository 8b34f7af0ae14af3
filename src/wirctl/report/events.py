"""Which changes are one event: an element that was split is one, however many parts it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side

_OF_LINEAGE = frozenset({"element-renamed", "element-moved", "element-replaced"})
_PARTS = frozenset({"element-split", "element-merged"})
_TELLING = (
    "element-split",
    "element-merged",
    "element-replaced",
    "element-renamed",
    "element-moved",
    "element-withdrawn",
)
"""The kinds of change of which an event may consist, the one first that tells most of it."""


def heads(comparison: Comparison) -> Mapping[str, str]:
    """The id of each element that is told at another one, to the id of that one.

    A part is told at the element that was split, what was merged at the element that took it in.
    """
    found: dict[str, str] = {}
    for change in comparison.changes:
        if change.kind == "element-split":
            found[change.subject.id] = change.lineage[0]
        elif change.kind == "element-merged":
            gone = (item for item in change.lineage if _is_gone(comparison.new, item))
            found.update(dict.fromkeys(gone, change.subject.id))
    return found


def event_of(change: Change, told_at: Mapping[str, str]) -> str:
    """The element whose event the change is part of; the empty text where it stands for itself.

    `told_at` is what `heads` gives. What changed inside an element that got another name or
    place is no part of that: it stands for itself.
    """
    item = change.subject.id
    is_whole = change.kind == "element-withdrawn" and item in {*told_at, *told_at.values()}
    if is_whole or change.kind in _PARTS or (change.kind in _OF_LINEAGE and change.lineage):
        head = told_at.get(item, item)
        return told_at.get(head, head)
    return ""


def event_key(change: Change, told_at: Mapping[str, str]) -> str | None:
    """16 hexadecimal digits that all changes of one event share; `None` for any other change."""
    head = event_of(change, told_at)
    return _key(head) if head else None


def _key(head: str) -> str:
    import json
    from hashlib import sha256

    return sha256(json.dumps(["event", head]).encode()).hexdigest()[:16]


def leading(comparison: Comparison, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes to count: of those that are one event, the one that tells most of it."""
    told_at = heads(comparison)
    placed = [(event_of(change, told_at), change) for change in changes]
    best: dict[str, Change] = {}
    for head, change in sorted(placed, key=lambda row: _rank(row[1])):
        best.setdefault(head, change)
    return tuple(change for head, change in placed if not head or best[head] is change)


def _rank(change: Change) -> int:
    return _TELLING.index(change.kind) if change.kind in _TELLING else len(_TELLING)


def _is_gone(side: Side, item: str) -> bool:
    element = side.element(item)
    return element is None or element.is_withdrawn
