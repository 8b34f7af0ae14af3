"""From what the engine says to findings in words that an author understands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Argument, Diagnostic, Subject
from wirctl.core.near import nearest
from wirctl.core.value import is_list, is_record, list_of, record_of
from wirctl.schema import messages as say
from wirctl.schema.engine import Check, Violation, checker
from wirctl.schema.field import Field, ValueKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.schema.kind import Kind

_KEEP = 40


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of all kinds, each compiled when its first file is met."""

    _memo: dict[str, Check]

    @classmethod
    def empty(cls) -> Checks:
        """No check compiled yet."""
        return cls({})

    def of(self, kind: Kind, shared: Mapping[str, Value]) -> Check:
        """The check for this kind."""
        if kind.name not in self._memo:
            self._memo[kind.name] = checker(kind.schema, shared)
        return self._memo[kind.name]


def findings(
    kind: Kind,
    subject: Subject,
    value: Value,
    check: Check,
    unreadable: Collection[Pointer] = (),
) -> Iterator[Diagnostic]:
    """Where the value does not fit its kind, each place once.

    `unreadable` names values that the reader has found fault with already: nothing is said
    about them, nor about a field missing only because its line could not be read.
    """
    for violation in _first_per_place(check(value)):
        pointer = kind.pointer(value, violation.path)
        if not _follows(pointer, violation, unreadable):
            yield _diagnostic(kind, subject, value, pointer, violation)


def _first_per_place(violations: Iterator[Violation]) -> Iterator[Violation]:
    """One finding a value: a wrong type hides what else does not fit there."""
    seen: dict[tuple[object, ...], Violation] = {}
    for item in violations:
        named = item.wanted if item.keyword in _BY_NAME else None
        place = (item.path, str(named) if named is not None else "")
        if place not in seen or item.keyword == "type":
            seen[place] = item
    yield from seen.values()


_BY_NAME = frozenset({"required", "additionalProperties", "unevaluatedProperties"})


def _follows(pointer: Pointer, violation: Violation, unreadable: Collection[Pointer]) -> bool:
    if violation.keyword == "required":
        pointer = (*pointer, str(violation.wanted))
    return any(pointer[: len(broken)] == broken for broken in unreadable)


def _diagnostic(
    kind: Kind, subject: Subject, value: Value, pointer: Pointer, violation: Violation
) -> Diagnostic:
    found = _value_at(value, violation.path)
    field = kind.field_at(pointer)
    if violation.keyword in _BY_NAME:
        name = str(violation.wanted)
        known = field.fields if field is not None and field.value is not ValueKind.LIST else None
        known = known if known is not None else kind.fields
        if violation.keyword == "required":
            title = known[name].title.de if name in known else name
            return _say(say.REQUIRED_FIELD_MISSING, subject, pointer, key=name, title=title)
        return _unknown(subject, (*pointer, name), name, known)
    return _value_fault(field, subject, pointer, found, violation)


def _value_fault(
    field: Field | None, subject: Subject, pointer: Pointer, found: Value, violation: Violation
) -> Diagnostic:
    title = field.title.de if field is not None else (pointer[-1] if pointer else subject.id)
    if found is None:
        return _say(say.EMPTY_FIELD, subject, pointer, title=title)
    is_date = field is not None and field.value is ValueKind.DATE
    if is_date and not is_list(found) and not is_record(found):
        hint = iso_hint(str(found))
        return _say(say.NOT_A_DATE, subject, pointer, value=short(found), hint=hint)
    make = _FAULTS.get(violation.keyword, _unfit)
    message, arguments = make(field, found, violation)
    return _say(message, subject, pointer, title=title, **arguments)


def _unknown(
    subject: Subject, pointer: Pointer, name: str, known: Mapping[str, Field]
) -> Diagnostic:
    near = nearest(name, (*known, *(field.title.de for field in known.values())))
    by_title = {field.title.de: key for key, field in known.items()}
    if near:
        key = by_title.get(near, near)
        return _say(
            say.UNKNOWN_FIELD,
            subject,
            pointer,
            key=name,
            hint_de=f"Gemeint ist wohl: {key}",
            hint_en=f"Did you mean: {key}",
        )
    possible = ", ".join(known)
    return _say(
        say.UNKNOWN_FIELD,
        subject,
        pointer,
        key=name,
        hint_de=f"Möglich sind: {possible}",
        hint_en=f"Possible are: {possible}",
    )


def _wrong_type(
    field: Field | None, found: Value, violation: Violation
) -> tuple[Message, dict[str, Argument]]:
    wanted = violation.wanted
    names = [wanted] if isinstance(wanted, str) else [str(item) for item in list_of(wanted)]
    hint_de, hint_en = _type_hint(field, found, names)
    return say.WRONG_TYPE, {
        "wanted_de": " oder ".join(_TYPES[name][0] for name in names),
        "wanted_en": " or ".join(_TYPES[name][1] for name in names),
        "found_de": _found(found, 0),
        "found_en": _found(found, 1),
        "hint_de": hint_de,
        "hint_en": hint_en,
    }


_TYPES: Mapping[str, tuple[str, str]] = {
    "string": ("einen Text", "text"),
    "integer": ("eine ganze Zahl", "a whole number"),
    "number": ("eine Zahl", "a number"),
    "boolean": ("true (ja) oder false (nein)", "true or false"),
    "array": ("eine Liste (Zeilen mit „- “)", "a list (lines with “- ”)"),
    "object": ("mehrere eingerückte Zeilen „feld: Wert“", "indented lines “field: value”"),
    "null": ("nichts", "nothing"),
}


def _found(value: Value, language: int) -> str:
    if is_list(value):
        return ("eine Liste", "a list")[language]
    if is_record(value):
        return ("eine Gruppe von Feldern", "a group of fields")[language]
    word = _word(value)
    if isinstance(value, str):
        return (f"der Text „{word}“", f"the text “{word}”")[language]
    return (f"der Wert {word}", f"the value {word}")[language]


def _type_hint(field: Field | None, found: Value, names: list[str]) -> tuple[str, str]:
    """What to write instead, in both languages."""
    plain = not is_list(found) and not is_record(found)
    if plain and not isinstance(found, str) and "string" in names:
        return (
            f'Setzen Sie den Text in Anführungszeichen: "{_word(found)}"',
            f'Put the text in quotes: "{_word(found)}"',
        )
    if isinstance(found, str) and {"integer", "number"} & set(names):
        number = plain_number(found)
        if number:
            return (
                f"Schreiben Sie {number} (ohne Punkt, Einheit und Anführungszeichen).",
                f"Write {number} (no thousands mark, no unit, no quotes).",
            )
        return ("Schreiben Sie nur Ziffern, zum Beispiel 250000.", "Write digits only: 250000.")
    if isinstance(found, str) and "boolean" in names:
        return ("Schreiben Sie true oder false.", "Write true or false.")
    if plain and "array" in names:
        return (f"Schreiben Sie darunter:   - {_word(found)}", f"Write below:   - {_word(found)}")
    text = field.description if field is not None else None
    return (text.de, text.en) if text is not None else ("", "")


def plain_number(text: str) -> str:
    """The number that a German spelling means, as YAML writes it; empty if it is none.

    >>> plain_number("250.000 €"), plain_number("14,87"), plain_number("12_500")
    ('250000', '14.87', '12500')
    >>> plain_number("etwa 30")
    ''
    """
    bare = re.sub(r"\s*(€|EUR|Euro|%|Prozent)$", "", text.strip())
    if re.fullmatch(r"[-+]?[0-9]{1,3}([._' \u00a0\u202f][0-9]{3})+(,[0-9]+)?", bare):
        return re.sub(r"[._' \u00a0\u202f]", "", bare).replace(",", ".")
    if re.fullmatch(r"[-+]?[0-9]+(,[0-9]+)?", bare):
        return bare.replace(",", ".")
    return ""


def iso_hint(text: str) -> str:
    """The ISO form of a German date, else an example of the forms that are read.

    >>> iso_hint("1.7.2022")
    '2022-07-01'
    """
    german = re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", text.strip())
    if german:
        day, month, year = (int(part) for part in german.groups())
        if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
            return f"{year:04}-{month:02}-{day:02}"
    if re.fullmatch(r"[0-9]{4}", text):
        return f'"{text}"'
    return '2022-07-01, 2022-07, "2022" (Jahr-Monat-Tag / year-month-day)'


_MONTHS, _DAYS = 12, 31


def _not_listed(
    field: Field | None, found: Value, violation: Violation
) -> tuple[Message, dict[str, Argument]]:
    choices = tuple(str(item) for item in list_of(violation.wanted))
    near = nearest(str(found), choices)
    return say.VALUE_NOT_LISTED, {
        "value": short(found),
        "choices": choices,
        "hint_de": f"Gemeint ist wohl „{near}“. " if near else "",
        "hint_en": f"Did you mean “{near}”? " if near else "",
    }


def _wrong_form(
    field: Field | None, found: Value, violation: Violation
) -> tuple[Message, dict[str, Argument]]:
    words = field.description.de if field is not None else ""
    return say.WRONG_FORM, {"value": short(found), "form": words or str(violation.wanted)}


def _out_of_range(
    field: Field | None, found: Value, violation: Violation
) -> tuple[Message, dict[str, Argument]]:
    sign = _LIMITS[violation.keyword]
    shown = short(found) if not is_list(found) else str(len(list_of(found)))
    return say.OUT_OF_RANGE, {"value": shown, "limit": f"{sign} {violation.wanted}"}


_LIMITS: Mapping[str, str] = {
    "minimum": "≥",
    "maximum": "≤",
    "exclusiveMinimum": ">",
    "exclusiveMaximum": "<",
    "minLength": "≥ (Zeichen / characters)",
    "maxLength": "≤ (Zeichen / characters)",
    "minItems": "≥ (Einträge / entries)",
    "maxItems": "≤ (Einträge / entries)",
}


def _repeated(
    field: Field | None, found: Value, violation: Violation
) -> tuple[Message, dict[str, Argument]]:
    return say.REPEATED_ITEM, {}


def _unfit(
    field: Field | None, found: Value, violation: Violation
) -> tuple[Message, dict[str, Argument]]:
    words = field.description.de if field is not None else ""
    return say.UNFIT_VALUE, {"keyword": violation.keyword, "description": words}


_FAULTS = {
    "type": _wrong_type,
    "enum": _not_listed,
    "const": _not_listed,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "uniqueItems": _repeated,
} | dict.fromkeys(_LIMITS, _out_of_range)


def _value_at(value: Value, path: tuple[str | int, ...]) -> Value:
    for step in path:
        value = list_of(value)[step] if isinstance(step, int) else record_of(value).get(step)
    return value


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def short(value: Value) -> str:
    """The value as a word of a sentence, cut where it is long."""
    text = " ".join(_word(value).split())
    return text if len(text) <= _KEEP else text[: _KEEP - 1] + "…"


def _say(message: Message, subject: Subject, pointer: Pointer, **words: Argument) -> Diagnostic:
    return Diagnostic(message.id, message.severity, subject, pointer, tuple(words.items()))
