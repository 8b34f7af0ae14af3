"""Which changes are one event: an element that was split is one, however many parts it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.pointer import show
from wirctl.diff.registry import every_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
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
    "measure-converted",
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


def told_by(changes: Sequence[Change]) -> Mapping[int, Change]:
    """The change whose sentence tells another one in full, by the identity of that other one.

    To whom a measure was converted stands in the sentence of the conversion. What somebody
    declared to be editorial is told by itself, so that who and why is told as well.
    """
    known = every_kind()
    tellers: dict[tuple[Subject, Pointer], Change] = {
        (change.subject, (name,)): change for change in changes for name in known[change.kind].tells
    }
    found = {id(change): tellers.get((change.subject, change.at)) for change in changes if tellers}
    declared = {id(change) for change in changes if change.is_downgraded}
    return {key: teller for key, teller in found.items() if teller and key not in declared}


@frozen
class Events:
    """The events of a comparison: `told_at` as `heads` gives it, `told_by` as the function."""

    told_at: Mapping[str, str]
    told_by: Mapping[int, Change]

    @classmethod
    def of(cls, comparison: Comparison) -> Events:
        """The events between the two versions."""
        return cls(heads(comparison), told_by(comparison.changes))

    def name(self, change: Change) -> str:
        """What the event is known by that the change is part of; empty where it stands for itself.

        What changed inside an element that got another name or place is no part of that: it
        stands for itself.
        """
        teller = self.told_by.get(id(change), change)
        if teller is not change or any(teller is other for other in self.told_by.values()):
            return f"{teller.subject.id}/{show(teller.at)}"
        item = change.subject.id
        is_whole = change.kind == "element-withdrawn" and item in self._parts
        if is_whole or change.kind in _PARTS or (change.kind in _OF_LINEAGE and change.lineage):
            head = self.told_at.get(item, item)
            return self.told_at.get(head, head)
        return ""

    def key(self, change: Change) -> str | None:
        """16 hexadecimal digits that all changes of one event share; `None` for any other."""
        name = self.name(change)
        return _key(name) if name else None

    @property
    def _parts(self) -> frozenset[str]:
        """The elements that were split or merged, or came of it."""
        return frozenset((*self.told_at, *self.told_at.values()))


def _key(name: str) -> str:
    import json
    from hashlib import sha256

    return sha256(json.dumps(["event", name]).encode()).hexdigest()[:16]


def leading(comparison: Comparison, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes to count: of those that are one event, the one that tells most of it."""
    events = Events.of(comparison)
    placed = [(events.name(change), change) for change in changes]
    best: dict[str, Change] = {}
    for name, change in sorted(placed, key=lambda row: _rank(row[1])):
        best.setdefault(name, change)
    return tuple(change for name, change in placed if not name or best[name] is change)


def _rank(change: Change) -> int:
    return _TELLING.index(change.kind) if change.kind in _TELLING else len(_TELLING)


def _is_gone(side: Side, item: str) -> bool:
    element = side.element(item)
    return element is None or element.is_withdrawn
