"""Values in words that people read, before any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of
from wirctl.load.glossary import word
from wirctl.load.languages import language_name
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from wirctl.core.change import Difference
    from wirctl.core.value import Value
    from wirctl.diff.side import Side
    from wirctl.schema.field import Field

_MONTHS = (
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
)
_UNITS = {
    "EUR": {"de": ("EUR", "EUR"), "en": ("EUR", "EUR")},
    "percentage_point": {
        "de": ("Prozentpunkt", "Prozentpunkte"),
        "en": ("percentage point", "percentage points"),
    },
    "year": {"de": ("Jahr", "Jahre"), "en": ("year", "years")},
    "month": {"de": ("Monat", "Monate"), "en": ("month", "months")},
    "week": {"de": ("Woche", "Wochen"), "en": ("week", "weeks")},
    "day": {"de": ("Tag", "Tage"), "en": ("day", "days")},
    "hour": {"de": ("Stunde", "Stunden"), "en": ("hour", "hours")},
}
_UNITS_OF_TEXTS = {
    "Jahr": "year",
    "Monat": "month",
    "Woche": "week",
    "Tag": "day",
    "Stunde": "hour",
    "%-Punkte": "percentage_point",
}
_NUMBER = regex(r"(-?)([0-9]{1,30})(?:\.([0-9]{1,30}))?")
_DATE = regex(r"([0-9]{4}|-)-([0-9]{2})(?:-([0-9]{2}))?")
_NO_BREAK = "\u00a0"
_LONG_NUMBER = 5
"""Digits from which on a bare number is grouped: 2021 is a year."""


def shown_value(value: Value, field: Field | None, side: Side, language: str) -> str:
    """The value as people read it: labels for words, titles for references, amounts in EUR.

    A list is its items in a row, a record those of its fields that matter; nothing is the
    empty text.
    """
    if value is None:
        return ""
    if is_list(value):
        item = field.item if field is not None else None
        parts = (shown_value(part, item or field, side, language) for part in list_of(value))
        return "; ".join(parts)
    if is_record(value):
        return _record(value, field, side, language)
    return _scalar(value, field, side, language)


def shown_whole(value: Value, field: Field | None, side: Side, language: str) -> str:
    """The value on one line; with all that it holds where none of that is of substance."""
    if is_list(value):
        item = field.item if field is not None else None
        return "; ".join(shown_whole(part, item, side, language) for part in list_of(value))
    text = " ".join(shown_value(value, field, side, language).split())
    if text or value is None:
        return text
    parts = record_of(value).items() if is_record(value) else ()
    known = field.fields if field is not None else {}
    named = ((known.get(name), name, part) for name, part in parts)
    return " · ".join(
        f"{inner.title.in_language(language) if inner is not None else name}: "
        f"{shown_whole(part, inner, side, language)}"
        for inner, name, part in named
    )


def _record(value: Value, field: Field | None, side: Side, language: str) -> str:
    fields = field.fields if field is not None else {}
    parts = []
    for name, part in record_of(value).items():
        inner = fields.get(name)
        if inner is not None and (not inner.substantive or inner.value is ValueKind.ID):
            continue
        title = inner.title.in_language(language) if inner is not None else name
        parts.append(f"{title}: {shown_value(part, inner, side, language)}")
    return " · ".join(parts)


def _scalar(value: Value, field: Field | None, side: Side, language: str) -> str:
    kind = field.value if field is not None else ValueKind.LINE
    if isinstance(value, bool):
        return {"de": ("nein", "ja"), "en": ("no", "yes")}[language][value]
    text = str(value)
    if kind is ValueKind.WORD and field is not None:
        return shown_word(text, field, side, language)
    if kind is ValueKind.REFERENCE:
        title = side.label_of(text)
        return f"{title} ({text})" if title != text else text
    if kind is ValueKind.DATE:
        return shown_date(text, language)
    if kind is ValueKind.LANGUAGE:
        return language_name(text, language)
    unit = {ValueKind.MONEY: "EUR", ValueKind.SHARE: "%"}.get(kind, "")
    is_number = isinstance(value, int | float) or unit
    return _with_unit(shown_number(text, language, grouped=bool(unit)), unit) if is_number else text


def shown_word(text: str, field: Field, side: Side, language: str) -> str:
    """What a word is called: in the glossary, else in the plan's own list of such words."""
    known = word(field.name, text, language)
    if known != text or not field.listed_in:
        return known
    kind, _, name = field.listed_in.partition("/")
    for id in side.ids_of(kind):
        element = side.element(id)
        for entry in map(record_of, list_of(element.value.get(name)) if element else ()):
            if str(entry.get("id") or entry.get("number")) == text:
                return text_of(entry.get("title")) or text
    return text


def shown_number(text: str, language: str, *, grouped: bool = False) -> str:
    """A decimal number with the marks of the language; years keep their four digits together.

    With `grouped` it is an amount, and four digits are not kept together.

    >>> shown_number("250000.5", "de"), shown_number("250000.5", "en"), shown_number("2021", "de")
    ('250.000,5', '250,000.5', '2021')
    """
    match = _NUMBER.fullmatch(text)
    if match is None or text.endswith(".0"):
        return text  # no decimal: the 2.0 of a name
    sign, whole, rest = match.groups()
    group, point = (".", ",") if language == "de" else (",", ".")
    if grouped or len(whole) >= _LONG_NUMBER:
        whole = f"{int(whole):,}".replace(",", group)
    return f"{sign}{whole}{point}{rest}" if rest else f"{sign}{whole}"


def shown_difference(difference: Difference, language: str) -> str:
    """How far a value went, with its sign: `+12 Monate`, `−50.000 EUR`."""
    sign = "−" if difference.amount.startswith("-") else "+"
    number = shown_number(difference.amount.lstrip("+-"), language, grouped=bool(difference.unit))
    return sign + _with_unit(number, _unit(difference.unit, number, language))


def shown_figure(text: str, language: str) -> str:
    """A figure of a text, as class rules name it, in words: `2 Jahr` is `2 Jahre`.

    >>> shown_figure("--03-31", "de"), shown_figure("2021-03-31", "en")
    ('31. März', '2021-03-31')
    """
    if _DATE.fullmatch(text):
        return shown_date(text, language)
    number, _, unit = text.partition(" ")
    if not _NUMBER.fullmatch(number):
        return text
    own = _UNITS_OF_TEXTS.get(unit, "")
    shown = shown_number(number, language)
    return _with_unit(shown, _unit(own, shown, language) if own else unit)


def _unit(unit: str, number: str, language: str) -> str:
    if unit not in _UNITS:
        return unit
    one, many = _UNITS[unit]["de" if language == "de" else "en"]
    return one if number == "1" else many


def _with_unit(number: str, unit: str) -> str:
    return f"{number}{_NO_BREAK}{unit}" if unit else number


def shown_date(text: str, language: str) -> str:
    """A date that is as exact as known, in words; in English as it is written.

    >>> shown_date("2021-11-22", "de"), shown_date("2021-12", "de"), shown_date("2021", "de")
    ('22. November 2021', 'Dezember 2021', '2021')
    """
    match = _DATE.fullmatch(text)
    if match is None or language != "de" or not 1 <= int(match[2]) <= len(_MONTHS):
        return text.removeprefix("--")
    day = f"{int(match[3])}. " if match[3] else ""
    year = f" {match[1]}" if match[1] != "-" else ""
    return f"{day}{_MONTHS[int(match[2]) - 1]}{year}"
