"""Values and changes in words that people read, before any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of
from wirctl.diff.registry import every_kind
from wirctl.load.glossary import kind_word, word
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.schema.field import Field

_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]


def shown_value(value: Value, field: Field | None, side: Side, language: str) -> str:
    """The value as people read it: labels for words, titles for references, amounts in EUR.

    A record is its fields in a row, a list its items; nothing is the empty text.
    """
    if value is None:
        return ""
    if is_list(value):
        item = field.item if field is not None else None
        return "; ".join(
            shown_value(part, item or field, side, language) for part in list_of(value)
        )
    if is_record(value):
        return _record(value, field, side, language)
    return _scalar(value, field, side, language)


def _record(value: Value, field: Field | None, side: Side, language: str) -> str:
    fields = field.fields if field is not None else {}
    parts = []
    for name, part in record_of(value).items():
        inner = fields.get(name)
        title = inner.title.in_language(language) if inner is not None else name
        parts.append(f"{title}: {shown_value(part, inner, side, language)}")
    return ", ".join(parts)


def _scalar(value: Value, field: Field | None, side: Side, language: str) -> str:
    kind = field.value if field is not None else ValueKind.LINE
    if isinstance(value, bool):
        return {"de": ("nein", "ja"), "en": ("no", "yes")}[language][value]
    text = str(value)
    if kind is ValueKind.WORD and field is not None:
        return word(field.name, text, language)
    if kind is ValueKind.REFERENCE:
        title = side.label_of(text)
        return f"{title} ({text})" if title != text else text
    if kind is ValueKind.DATE:
        return shown_date(text, language)
    if isinstance(value, int | float) or kind is ValueKind.MONEY:
        return _number(text, kind, language)
    return text


def _number(text: str, kind: ValueKind, language: str) -> str:
    unit = {ValueKind.MONEY: "\u00a0EUR", ValueKind.SHARE: "\u00a0%"}.get(kind, "")
    whole, _, rest = text.partition(".")
    if kind is ValueKind.MONEY and whole.isdigit():
        mark = "." if language == "de" else ","
        whole = f"{int(whole):,}".replace(",", mark)
    decimal = "," if language == "de" else "."
    return f"{whole}{decimal}{rest}{unit}" if rest else f"{whole}{unit}"


_EXACT = 3
"""Parts of a date known by the day."""


def shown_date(text: str, language: str) -> str:
    """A date that is as exact as known, in words.

    >>> shown_date("2021-11-22", "de"), shown_date("2021-12", "de"), shown_date("2021", "de")
    ('22. November 2021', 'Dezember 2021', '2021')
    """
    if language != "de":
        return text
    parts = text.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return text
    month = int(parts[1])
    name = _MONTHS[month - 1] if 1 <= month <= len(_MONTHS) else parts[1]
    day = f"{int(parts[2])}. " if len(parts) == _EXACT else ""
    return f"{day}{name} {parts[0]}"


@dataclass(frozen=True, slots=True)
class Row:
    """One change for people: a sentence, and the old and new value in words where it has them.

    `field` is the field's title, empty for the element as a whole. `is_text` tells that old
    and new are prose, to be compared word by word.
    """

    change: Change
    sentence: str
    field: str
    old: str
    new: str
    is_text: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one element: its heading, where it belongs, and the rows."""

    group: str
    element: str
    title: str
    kind: str
    rows: tuple[Row, ...]

    @property
    def weight(self) -> Weight:
        """The heaviest weight of its rows."""
        order = list(Weight)
        return min((row.change.weight for row in self.rows), key=order.index)


def sections(comparison: Comparison, language: str) -> tuple[Section, ...]:
    """The changes by element, fields of action in their order and the rest of the plan behind."""
    by_element: dict[tuple[str, str], list[Change]] = {}
    for change in comparison.changes:
        by_element.setdefault((change.subject.kind, change.subject.id), []).append(change)
    made = [_section(comparison, changes, language) for changes in by_element.values()]
    groups = {name: place for place, name in enumerate(_groups(comparison))}
    return tuple(
        section for _, section in sorted(made, key=lambda item: groups.get(item[0], len(groups)))
    )


def _groups(comparison: Comparison) -> Iterator[str]:
    """The ids of the fields of action, in their own order."""
    places = []
    for id, path in comparison.new.paths.items():
        if path.startswith("fields/"):
            element = comparison.new.element(id)
            order = element.value.get("order") if element is not None else None
            places.append((order if isinstance(order, int) else len(comparison.new.paths), id))
    return (id for _, id in sorted(places))


def group_of(comparison: Comparison, change: Change) -> str:
    """The id of the field of action that the element belongs to, or the empty text."""
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    if change.subject.kind == "field_of_action":
        return change.subject.id
    if kind is None or not kind.group_by:
        return ""
    for side in (comparison.new, comparison.old):
        element = side.element(change.subject.id)
        if element is not None:
            return text_of(element.value.get(kind.group_by))
    return ""


def _section(
    comparison: Comparison, changes: Sequence[Change], language: str
) -> tuple[str, Section]:
    first = changes[0]
    group = group_of(comparison, first)
    side = comparison.new if comparison.new.element(first.subject.id) else comparison.old
    rows = tuple(_row(comparison, change, language) for change in changes)
    return group, Section(
        group=comparison.new.label_of(group) if group else _rest(language),
        element=first.subject.id,
        title=side.label_of(first.subject.id),
        kind=kind_word(first.subject.kind, language),
        rows=rows,
    )


def _rest(language: str) -> str:
    return "Plan als Ganzes" if language == "de" else "The plan as a whole"


def _row(comparison: Comparison, change: Change, language: str) -> Row:
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    field = kind.field_at(change.at) if kind is not None and change.at else None
    title = _title(comparison, change, language)
    words = _words(change, title, language, comparison)
    is_text = (
        field is not None
        and field.value in {ValueKind.PROSE, ValueKind.LINE}
        and isinstance(change.old, str)
        and isinstance(change.new, str)
    )
    whole = not change.at
    return Row(
        change=change,
        sentence=every_kind()[change.kind].sentence(language, words),
        field=title,
        old="" if whole else shown_value(change.old, field, comparison.old, language),
        new="" if whole else shown_value(change.new, field, comparison.new, language),
        is_text=is_text,
    )


def _title(comparison: Comparison, change: Change, language: str) -> str:
    """The titles of the fields on the way, items by their names: `Kosten › 2023 › Betrag`."""
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    parts: list[str] = []
    for end in range(1, len(change.at) + 1):
        field = kind.field_at(change.at[:end]) if kind is not None else None
        if field is None:
            parts.append(change.at[end - 1])
        elif field.name == change.at[end - 1]:
            parts.append(field.title.in_language(language))
        elif end < len(change.at) or not _is_plain(change):
            parts.append(_item_name(comparison, change.at[end - 1]))
    return " › ".join(parts)


def _is_plain(change: Change) -> bool:
    """Whether an item is a single word, so that its name says nothing beside its value."""
    value = change.new if change.new is not None else change.old
    return not is_record(value)


def _item_name(comparison: Comparison, name: str) -> str:
    if name in comparison.new.paths or name in comparison.old.paths:
        side = comparison.new if name in comparison.new.paths else comparison.old
        return f"{side.label_of(name)} ({name})"
    return name


def _words(change: Change, title: str, language: str, comparison: Comparison) -> Mapping[str, str]:
    """The placeholders of the sentence, with words and references in the reader's language."""
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    field = kind.field_at(change.at) if kind is not None and change.at else None
    words = {"field": title, **dict(change.arguments)}
    for name, side in (("old", comparison.old), ("new", comparison.new)):
        if name in words:
            value = change.old if name == "old" else change.new
            words[name] = shown_value(value, field, side, language)
    return words
