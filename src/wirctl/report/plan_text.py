"""A whole version of a plan as passages of text, in the plan's order and the schema's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.text import canonical_prose
from wirctl.core.value import is_record, list_of, record_of, text_of
from wirctl.report.showing import shown_value
from wirctl.report.visible import visible
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.value import Value
    from wirctl.diff.side import Side
    from wirctl.model.plan import Element
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

TOP, MIDDLE, LOW, BODY = "Heading1", "Heading2", "Heading3", ""
"""What a passage is: a heading of one of three depths, or a field."""
_FIELD = "field_of_action"
_LAST = frozenset({"process"})
"""Kinds that tell how the plan is made, and not what is planned."""
_SEVERAL = 2
_NOT_TOLD = frozenset({"id", "lineage", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or a field: `key` says which one it is in any version.

    `label` is what the field is called, empty for headings. `text` is in canonical form and
    without signs that cannot be seen.
    """

    key: tuple[str, ...]
    style: str
    label: str
    text: str


def passages(
    side: Side, language: str, names: Mapping[str, str] | None = None
) -> tuple[Passage, ...]:
    """All that the version says to the public, but for what is withdrawn.

    `names` leads from the id of an element to the one that it has in the other version.

    Raises:
        UnreadableVersionError: something in the version cannot be read.
    """
    side.require(side.paths)
    return tuple(_all(side, language, names or {}))


def _all(side: Side, language: str, names: Mapping[str, str]) -> Iterator[Passage]:
    order = _order_of_fields(side)
    for kind in sorted(side.kinds, key=lambda kind: (kind.name in _LAST, kind.order, kind.name)):
        found = [element for element in _elements(side, kind) if not element.is_withdrawn]
        found.sort(key=lambda element: _place(element, kind, order))
        if found:
            title = (kind.title if kind.file else kind.plural).in_language(language)
            yield Passage(("kind", kind.name), TOP, "", _clean(title))
        group = ""
        for element in found:
            own = text_of(element.value.get(kind.group_by)) if kind.group_by else ""
            if own != group:
                group = own
                yield Passage(("group", kind.name, own), MIDDLE, "", _clean(side.label_of(own)))
            key = (names.get(element.id, element.id), own)
            yield from _element(side, element, kind, language, key)


def _elements(side: Side, kind: Kind) -> Iterator[Element]:
    for id_ in side.ids_of(kind.name):
        element = side.element(id_)
        if element is not None:
            yield element


def _order_of_fields(side: Side) -> Mapping[str, int]:
    """The place of each field of action: by its order, then by its id."""
    found = []
    for id_ in side.ids_of(_FIELD):
        element = side.element(id_)
        order = element.value.get("order") if element is not None else None
        found.append((order if isinstance(order, int) else len(side.paths), id_))
    return {id_: place for place, (_, id_) in enumerate(sorted(found))}


def _place(element: Element, kind: Kind, order: Mapping[str, int]) -> tuple[int, str, str]:
    own = element.id if kind.name == _FIELD else ""
    group = text_of(element.value.get(kind.group_by)) if kind.group_by else own
    return order.get(group, len(order) if group else -1), group, element.id


def _element(
    side: Side, element: Element, kind: Kind, language: str, key: tuple[str, str]
) -> Iterator[Passage]:
    """The heading and the fields; `key` is the id with the group that it stands in."""
    title = side.label_of(element.id)
    text = title if title == element.id else f"{element.id} {title}"
    yield Passage(("element", *key), LOW if key[1] else MIDDLE, "", _clean(text))
    told = {*_NOT_TOLD, kind.label, kind.group_by}
    for field in kind.fields.values():
        text = _text(element.value.get(field.name), field, side, language)
        if field.public and field.name not in told and text:
            label = visible(field.title.in_language(language))
            yield Passage(("field", *key, field.name), BODY, label, text)


def _text(value: Value, field: Field, side: Side, language: str) -> str:
    """The value in words, canonical; records of a list and several items are a line each."""
    if field.value is ValueKind.PROSE and isinstance(value, str):
        return _clean(value)
    items = list_of(value)
    if field.item is None or not items:
        return _clean(shown_value(value, field, side, language))
    shown = [text for item in items if (text := _item(item, field.item, side, language))]
    if len(shown) < _SEVERAL or not any(map(is_record, items)):
        return _clean("; ".join(shown))
    return _clean("\n".join(f"- {' '.join(text.split())}" for text in shown))


def _item(item: Value, field: Field, side: Side, language: str) -> str:
    """The item in words; one of which nothing matters, such as a source, by its title."""
    return shown_value(item, field, side, language) or text_of(record_of(item).get("title"))


def _clean(text: str) -> str:
    return canonical_prose(visible(canonical_prose(text)))
