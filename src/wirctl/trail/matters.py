"""From a comparison to what the review rules (Freigaberegeln) are asked about."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.items import item_names
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of
from wirctl.flow.matter import ADDED, CHANGED, REMOVED, Matter
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

_FIELD = "field_of_action"


def matters(comparison: Comparison) -> tuple[Matter, ...]:
    """Every change that is more than form, with what a rule may ask of it."""
    return tuple(
        _matter(comparison, change)
        for change in comparison.singles
        if change.weight is not Weight.FORM
    )


def _matter(comparison: Comparison, change: Change) -> Matter:
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    return Matter(
        change,
        fields=frozenset(_fields(comparison, change, kind)),
        events=_events(comparison, change),
        places=_places(change, kind),
    )


def _ids(change: Change) -> tuple[str, ...]:
    return (change.subject.id, *change.lineage)


def _fields(comparison: Comparison, change: Change, kind: Kind | None) -> Iterator[str]:
    """The fields of action that the element belongs to on either side."""
    if change.subject.kind == _FIELD:
        yield change.subject.id
    if kind is None or not kind.group_by:
        return
    for side in (comparison.old, comparison.new):
        for element in filter(None, map(side.element, _ids(change))):
            group = text_of(element.value.get(kind.group_by))
            if group:
                yield group


def _events(comparison: Comparison, change: Change) -> frozenset[str]:
    was = any(_is_live(comparison.old, id) for id in _ids(change))
    before = _is_live(comparison.old, change.subject.id)
    after = _is_live(comparison.new, change.subject.id)
    if before and not after:
        return frozenset({REMOVED})
    if after and not before:
        return frozenset({ADDED, CHANGED}) if was else frozenset({ADDED})
    return frozenset({CHANGED})


def _is_live(side: Side, id: str) -> bool:
    element = side.element(id)
    return element is not None and not element.is_withdrawn


def _places(change: Change, kind: Kind | None) -> Mapping[Pointer, Decimal | None]:
    """Each place whose value came, went or changed, with the highest amount there."""
    found: dict[Pointer, Decimal | None] = {}
    for at, value in ((change.old_at, change.old), (change.at, change.new)):
        for place, amount in _leaves(value, kind, at):
            known = found.get(place)
            found[place] = max(filter(None, (known, amount)), default=amount)
    return found


def _leaves(
    value: Value, kind: Kind | None, at: Pointer
) -> Iterator[tuple[Pointer, Decimal | None]]:
    if is_record(value):
        for name, part in record_of(value).items():
            yield from _leaves(part, kind, (*at, name))
    elif is_list(value):
        for name, part in _items(list_of(value), kind, at):
            yield from _leaves(part, kind, (*at, name))
    elif value is not None or not at:
        yield at, _amount(value, kind.field_at(at) if kind is not None and at else None)
    if at and (is_record(value) or is_list(value)):
        yield at, None


def _items(items: Iterable[Value], kind: Kind | None, at: Pointer) -> Iterable[tuple[str, Value]]:
    field = kind.field_at(at) if kind is not None else None
    found = tuple(items)
    return zip(item_names(found, field.key if field is not None else ()), found, strict=True)


def _amount(value: Value, field: Field | None) -> Decimal | None:
    if field is None or field.value is not ValueKind.MONEY or isinstance(value, bool):
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
