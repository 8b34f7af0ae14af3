"""What people call the place of a change: the titles of its fields, and items by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.items import item_names
from wirctl.core.value import is_list, list_of, record_of, text_of
from wirctl.report.showing import shown_value
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

_TRANSLATION = "translation"


def kind_of(comparison: Comparison, change: Change) -> Kind | None:
    """The kind of the element that changed, as the newer version knows it, else the older."""
    name = change.subject.kind
    return comparison.new.kind(name) or comparison.old.kind(name)


def place_name(comparison: Comparison, change: Change, language: str) -> str:
    """The titles of the fields on the way, items by their names: `Kosten › 2023 › Betrag`."""
    kind = kind_of(comparison, change)
    parts: list[str] = []
    holder: Field | None = None
    for end, name in enumerate(change.at, 1):
        field = kind.field_at(change.at[:end]) if kind is not None else None
        is_last = end == len(change.at)
        if holder is not None and holder.item is not None:
            if not is_last or field is None:
                parts.append(_item(comparison, change, end, holder, language))
        else:
            parts.append(field.title.in_language(language) if field is not None else name)
        holder = field
    return " › ".join(parts)


def path_name(comparison: Comparison, change: Change, language: str) -> str:
    """The titles of the fields on the way, where the place names no items."""
    kind = kind_of(comparison, change)
    ends = range(1, len(change.at) + 1)
    fields = (kind.field_of(change.at[:end]) if kind is not None else None for end in ends)
    return " › ".join(
        field.title.in_language(language) if field is not None else name
        for field, name in zip(fields, change.at, strict=True)
    )


def pointer_name(kind: Kind | None, at: Pointer, side: Side, language: str) -> str:
    """The titles of the fields on the way to a place, items by their names, the last included."""
    parts: list[str] = []
    holder: Field | None = None
    for end, name in enumerate(at, 1):
        field = kind.field_at(at[:end]) if kind is not None else None
        if holder is not None and holder.item is not None:
            parts.append(item_name(name, holder, side, language))
        else:
            parts.append(field.title.in_language(language) if field is not None else name)
        holder = field
    return " › ".join(parts)


def item_name(name: str, field: Field, side: Side, language: str) -> str:
    """An item as people call it: by the words of its key, else by the title of an element."""
    item = field.item
    if item is None or not field.key:
        return shown_value(name, item, side, language)
    parts = name.split(":", len(field.key) - 1)
    shown = (
        shown_value(part, item.fields.get(key), side, language)
        for key, part in zip(field.key, parts, strict=False)
    )
    return " ".join(filter(None, shown))


def _item(comparison: Comparison, change: Change, end: int, holder: Field, language: str) -> str:
    """An item on the way: by its title where its key is an id of its own."""
    name = change.at[end - 1]
    if change.subject.kind == _TRANSLATION and holder.key == ("field",):
        return _translated(comparison, change, name, language)
    key = holder.item.fields.get(holder.key[0]) if holder.item and holder.key else None
    if key is not None and key.value is ValueKind.ID:
        title = _title_at(comparison, change, change.at[:end])
        if title:
            return title
    return item_name(name, holder, comparison.new, language)


def _translated(comparison: Comparison, change: Change, name: str, language: str) -> str:
    """The field that a text translates, by its title."""
    for side in (comparison.new, comparison.old):
        own = side.element(change.subject.id)
        element = side.element(text_of(own.value.get("element"))) if own is not None else None
        kind = side.kind(element.kind) if element is not None else None
        field = kind.field_of(tuple(name.split("/"))) if kind is not None else None
        if field is not None:
            return field.title.in_language(language)
    return name


def _title_at(comparison: Comparison, change: Change, at: Pointer) -> str:
    """The title of the record at a place, on the newer side or else the older."""
    kind = kind_of(comparison, change)
    for side in (comparison.new, comparison.old):
        element = side.element(change.subject.id)
        if kind is not None and element is not None:
            title = text_of(record_of(value_at(element.value, at, kind)).get("title"))
            if title:
                return title
    return ""


def value_at(record: Record, at: Pointer, kind: Kind) -> Value:
    """What the element has at a place; `None` where that is nothing."""
    found: Value = record
    for end, name in enumerate(at):
        if is_list(found):
            holder = kind.field_at(at[:end])
            names = item_names(list_of(found), holder.key if holder is not None else ())
            found = dict(zip(names, list_of(found), strict=True)).get(name)
        else:
            found = record_of(found).get(name)
    return found
