"""What one change, or two in a set, did to a value: it became another."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.frozen import frozen
from wirctl.core.value import is_list, is_record
from wirctl.diff.leaves import path_of
from wirctl.schema.canonical import canonical
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})


@frozen
class Stroke:
    """One value of one element that became another, and the changes that say so.

    `places` gives each of the changes its place among all. In a set they are two: an item
    went, and the only one that came stands for it. `meaning` is what both values mean.
    """

    places: tuple[int, ...]
    changes: tuple[Change, ...]
    kind: str
    path: Pointer
    old: Value
    new: Value
    meaning: tuple[str, str]
    is_text: bool

    @property
    def element(self) -> str:
        """The id of the element."""
        return self.changes[0].subject.id


def strokes(changes: Iterable[Change], kinds: Mapping[str, Kind]) -> Iterator[Stroke]:
    """Every value that became another, in the order of the changes."""
    sets: dict[tuple[str, Pointer], list[tuple[int, Change]]] = defaultdict(list)
    for place, change in enumerate(changes):
        kind = kinds.get(change.subject.kind)
        if kind is None or not change.at or change.weight is Weight.FORM:
            continue
        if change.is_downgraded:  # what somebody declared is told by itself
            continue
        if _is_of_set(change):
            sets[change.subject.id, change.at[:-1]].append((place, change))
        elif (stroke := _stroke(kind, ((place, change),), change.old, change.new)) is not None:
            yield stroke
    for found in sets.values():
        yield from _in_set(found, kinds)


def _is_of_set(change: Change) -> bool:
    in_order = any(name == "after" for name, _ in change.arguments)
    return change.kind in {"item-added", "item-removed"} and not in_order


def _in_set(found: list[tuple[int, Change]], kinds: Mapping[str, Kind]) -> Iterator[Stroke]:
    """The stroke where one item went and one came; with more nobody knows which is for which."""
    gone = [change for _, change in found if change.new is None]
    come = [change for _, change in found if change.old is None]
    if len(gone) == len(come) == 1:
        kind = kinds[gone[0].subject.kind]
        stroke = _stroke(kind, tuple(found), gone[0].old, come[0].new)
        if stroke is not None:
            yield stroke


def _stroke(
    kind: Kind, found: tuple[tuple[int, Change], ...], old: Value, new: Value
) -> Stroke | None:
    """The stroke between two single values that both say something."""
    places, changes = zip(*found, strict=True)
    field = kind.field_at(changes[0].at)
    if field is None or any(is_list(value) or is_record(value) for value in (old, new)):
        return None
    before, after = canonical(old, field), canonical(new, field)
    if before is None or after is None:
        return None
    return Stroke(
        places,
        changes,
        kind.name,
        path_of(changes[0].at, kind.fields),
        old,
        new,
        (_text(before), _text(after)),
        _is_text(field),
    )


def _is_text(field: Field) -> bool:
    return field.value in _TEXTS


def _text(meaning: Value) -> str:
    return json.dumps(meaning, ensure_ascii=False, sort_keys=True)
