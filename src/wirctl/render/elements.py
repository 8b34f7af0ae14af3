"""Every element of a plan as documents show it, and the elements that refer to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.value import list_of, record_of, text_of
from wirctl.model.dates import last_day
from wirctl.render.convert import Converter, Known, clean
from wirctl.render.memory import Recall, references_of, shown_fields
from wirctl.render.model.item import Example, FieldTitle, Item, KindTitle, Mention
from wirctl.render.model.values import Date, Group, text_in, values_in
from wirctl.schema.field import ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.core.value import Record
    from wirctl.model.plan import Element, Plan
    from wirctl.render.memory import Memory
    from wirctl.render.model.values import Entry
    from wirctl.render.traces import Way
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind, Kinds

# Where a plan defines words of its own: who defines them, and the fields that use them.
_OWN_WORDS = (
    ("process", "outcomes", ("round.decisions.outcome", "process.steps.outcomes")),
    (
        "fund",
        "funding_areas",
        (
            "fund.allocations.funding_area",
            "fund.funding_rules.funding_area",
            "call.funding_area",
            "award.funding_area",
        ),
    ),
)
# Rules of composition name groups in free words, or one of the sides.
_SIDES: Mapping[tuple[str, str], Words | None] = {
    (f"body.composition_rules.{name}", side): None
    for name in ("group", "against")
    for side in ("internal", "external", "politics")
}
_FIELD_NAMES = ("statement.points.fields", "round.decisions.conditions.fields")
# Kinds whose elements stand in the order of their days.
_BY_DAY = frozenset(
    {"round", "statement", "paper", "participation", "call", "award", "report", "milestone"}
)


def kind_titles(kinds: Kinds, used: Collection[str]) -> dict[str, KindTitle]:
    """What each kind in use and its public fields are called, in the order of kinds."""
    return {
        kind.name: KindTitle(
            name=kind.name,
            title=kind.title,
            plural=kind.plural,
            description=kind.description,
            folder=kind.folder,
            fields=tuple(_field_titles(kind.fields)),
        )
        for kind in kinds
        if kind.name in used
    }


def _field_titles(fields: Mapping[str, Field]) -> Iterator[FieldTitle]:
    for name, field in fields.items():
        if field.public:
            inner = field.item or field
            titles = tuple(_field_titles(inner.fields))
            many = field.item is not None
            yield FieldTitle(name, field.title, titles, str(inner.value), many)


def known_in(plan: Plan, kinds: Kinds) -> Known:
    """The titles of all elements and of the words that the plan defines."""
    titles = {
        item.id: (item.kind, _title(item, kinds[item.kind], plan, kinds))
        for item in plan.elements
        if item.kind in kinds.by_name
    }
    words = {**_SIDES, **dict(_names_of_fields(kinds)), **dict(_own_words(plan))}
    return Known(titles, words)


def _title(element: Element, kind: Kind, plan: Plan, kinds: Kinds) -> str:
    """The name for people; of an element that is named after another, the other's."""
    field = kind.fields.get(kind.label)
    title = clean(text_of(element.value.get(kind.label))) if field and field.public else ""
    other = plan.get(title) if field and field.value is ValueKind.REFERENCE else None
    if other is not None and other.id != element.id and other.kind in kinds.by_name:
        label = kinds[other.kind].label
        return clean(text_of(other.value.get(label))) or other.id
    return " ".join(title.split()) or clean(element.id)


def _names_of_fields(kinds: Kinds) -> Iterator[tuple[tuple[str, str], Words]]:
    """What a field is called, where a statement or a condition names it."""
    for kind in kinds:
        for field in kind.fields.values():
            if field.public:
                yield from (((user, field.name), field.title) for user in _FIELD_NAMES)


def _own_words(plan: Plan) -> Iterator[tuple[tuple[str, str], Words]]:
    for kind, name, users in _OWN_WORDS:
        for element in plan.of_kind(kind):
            for entry in list_of(element.value.get(name)):
                word = text_of(record_of(entry).get("id"))
                title = clean(text_of(record_of(entry).get("title")))
                yield from (((user, word), Words(title, title)) for user in users if title)


def items_of(
    plan: Plan,
    kinds: Kinds,
    known: Known,
    faults: list[Diagnostic],
    memory: Memory | None = None,
) -> dict[str, Item]:
    """Every element by id: kinds in their order, elements in the one that suits people.

    What the `memory` knows of is only converted when it is asked for.
    """
    convert = Recall(memory, kinds, known).fields if memory is not None else _fields
    found = [
        _item(element, kinds[element.kind], known, faults, convert)
        for element in plan.elements
        if element.kind in kinds.by_name and _is_public(kinds[element.kind])
    ]
    order = {kind.name: place for place, kind in enumerate(kinds)}
    fields = {item.id: _rank(item) for item in found if item.kind == "field_of_action"}
    found.sort(key=lambda item: (order[item.kind], fields.get(item.field, ""), *_order(item)))
    return {item.id: item for item in found}


def _is_public(kind: Kind) -> bool:
    """Whether its elements belong into documents: those whose very name is internal do not."""
    label = kind.fields.get(kind.label)
    return label is None or label.public


def _item(
    element: Element,
    kind: Kind,
    known: Known,
    faults: list[Diagnostic],
    convert: Callable[[Kind, Record, Converter], Mapping[str, Entry]],
) -> Item:
    example = _example(element)
    invented = example.fields if example else ()
    converter = Converter(kind.name, element.subject, known, faults, invented)
    fields = convert(kind, element.value, converter)
    return Item(
        kind=kind.name,
        id=clean(element.id),
        title=known.titles[element.id][1],
        path=element.path,
        fields=fields,
        field=text_in(Group(fields), kind.group_by),
        example=example,
        withdrawn=element.is_withdrawn,
    )


def _fields(kind: Kind, record: Record, converter: Converter) -> Mapping[str, Entry]:
    return converter.fields(record, shown_fields(kind))


def _example(element: Element) -> Example | None:
    mark = record_of(element.value.get("illustrative"))
    if not mark:
        return None
    names = tuple(text_of(name) for name in list_of(mark.get("fields")))
    return Example(clean(text_of(mark.get("reason"))), names)


def _order(item: Item) -> tuple[str, str, list[tuple[int, str]]]:
    return _rank(item), _day(item), natural(item.title if item.kind == "term" else item.id)


def _rank(item: Item) -> str:
    """The place that the element itself claims, as text that sorts like the number."""
    number = text_in(Group(item.fields), "order") or text_in(Group(item.fields), "number")
    return number.rjust(9, "0") if number.isdecimal() and item.kind != "round" else ""


def _day(item: Item) -> str:
    """The last day that the date of the element may mean; a less exact date comes after it."""
    if item.kind not in _BY_DAY:
        return ""
    holder = Group(item.fields)
    names = ("date", "planned", "actual", "decided_on", "opens", "deadline", "dates", "period")
    text = next((text for name in names if (text := _first_day(holder, name))), "")
    day = last_day(text)
    return f"{day.isoformat()} {9 - len(text)}" if day is not None else ""


def _first_day(holder: Group, name: str) -> str:
    value = next(iter(values_in(holder, name)), None)
    match value:
        case Date(iso):
            return iso
        case Group():
            return text_in(value, "start")
        case _:
            return ""


def natural(text: str) -> list[tuple[int, str]]:
    """A key that sorts `M-2` before `M-10`."""
    parts = re.split(r"([0-9]+)", text.casefold())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def mentions_of(items: Mapping[str, Item], kinds: Kinds) -> dict[str, tuple[Mention, ...]]:
    """For each element those that refer to it, in the order of elements."""
    found: dict[str, dict[tuple[str, Way], Mention]] = {}
    titles: dict[tuple[str, Way], Words] = {}
    for item in items.values():
        for way, id in references_of(item.fields):
            if id in items and id != item.id:
                if (item.kind, way) not in titles:
                    titles[item.kind, way] = _title_at(kinds[item.kind], way)
                mention = Mention(item.reference, titles[item.kind, way], ".".join(way))
                found.setdefault(id, {})[item.id, way] = mention
    return {id: tuple(mentions.values()) for id, mentions in sorted(found.items())}


def _title_at(kind: Kind, way: Way) -> Words:
    """The title of the field that names lead to."""
    fields = kind.fields
    for name in way[:-1]:
        fields = (fields[name].item or fields[name]).fields
    return fields[way[-1]].title
