"""Values in words that people read, before any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.value import is_list, is_record, list_of, record_of
from wirctl.load.glossary import word
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from wirctl.core.value import Value
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
        if inner is not None and inner.value is ValueKind.URL:
            continue  # an address is for following, not for reading
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
