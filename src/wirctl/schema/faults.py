"""From a keyword of JSON Schema to a message in words that an author understands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wirctl.core.frozen import field, frozen
from wirctl.core.near import nearest
from wirctl.core.regex import regex
from wirctl.core.value import is_list, is_record, list_of
from wirctl.schema import hints
from wirctl.schema import messages as say
from wirctl.schema.field import ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

_LONGEST = 40
_NUMBER = regex("[-+]?[0-9][0-9.eE+-]{0,39}")


@frozen
class Case:
    """A value that does not fit: its kind of element and place, and what the schema asks for.

    `typed` is the value as it was typed, or empty: of 0815 only the number 815 is left.
    """

    kind: Kind
    pointer: Pointer
    value: Value
    keyword: str
    wanted: Value
    typed: str = ""

    @property
    def field(self) -> Field | None:
        """The field of the value; `None` at the top, and where the kind has no such field."""
        return self.kind.field_at(self.pointer)

    @property
    def title(self) -> Words:
        """What the field is called; an item of a list like the list, if it has no name."""
        for end in (len(self.pointer), len(self.pointer) - 1):
            known = self.kind.field_at(self.pointer[:end]) if end > 0 else None
            if known is not None and known.title.de != known.name:
                return known.title
        name = self.pointer[-1] if self.pointer else ""
        return Words(name, name) if name else self.kind.title

    @property
    def description(self) -> Words:
        """What the field is for; empty where the schema does not say."""
        known = self.field
        return known.description if known is not None else Words("", "")

    @property
    def names(self) -> Mapping[str, Field]:
        """The fields that the record at this place may have."""
        if not self.pointer:
            return self.kind.fields
        return self.field.fields if self.field is not None else {}


@frozen
class Fault:
    """A message with its words; `below` leads on from the value to what is at fault."""

    message: Message
    words: Mapping[str, Argument] = field(default_factory=dict)
    below: Pointer = ()


def fault_of(case: Case) -> Fault:
    """What to say about the value."""
    if case.keyword == "required":
        return _missing(case)
    if case.keyword in {"additionalProperties", "unevaluatedProperties"}:
        return _unknown(case)
    if case.value is None or (case.keyword == "minLength" and case.value == ""):
        return Fault(say.EMPTY_FIELD, _pair("title", case.title))
    if _is_date(case):
        return _no_date(case)
    fault = _FAULTS.get(case.keyword, _unfit)(case)
    return Fault(fault.message, {**_pair("title", case.title), **fault.words}, fault.below)


def _missing(case: Case) -> Fault:
    name = str(case.wanted)
    title = case.names[name].title if name in case.names else Words(name, name)
    return Fault(say.REQUIRED_FIELD_MISSING, {"key": name, **_pair("title", title)})


def _unknown(case: Case) -> Fault:
    name = str(case.wanted)
    by_title = {known.title.de: key for key, known in case.names.items()}
    near = nearest(name, (*case.names, *by_title))
    if near:
        key = by_title.get(near, near)
        hint = Words(f"Gemeint ist wohl: {key}", f"Did you mean: {key}")
    else:
        possible = ", ".join(case.names)
        hint = Words(f"Möglich sind: {possible}", f"Possible are: {possible}")
    return Fault(say.UNKNOWN_FIELD, {"key": short(name), **_pair("hint", hint)}, (name,))


def _is_date(case: Case) -> bool:
    known = case.field
    is_single = not is_list(case.value) and not is_record(case.value)
    return is_single and known is not None and known.value is ValueKind.DATE


def _no_date(case: Case) -> Fault:
    meant = hints.iso_date(str(case.value))
    needs_day = case.field is not None and case.field.format == "date"
    if meant and (not needs_day or len(meant) == len("2022-07-01")):
        hint = Words(f"Schreiben Sie {meant}.", f"Write {meant}.")
    elif needs_day:
        hint = Words(
            "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2022-07-01.",
            "Write year-month-day, for example 2022-07-01.",
        )
    else:
        hint = Words(
            "Schreiben Sie Jahr-Monat-Tag, so genau wie bekannt: 2022-07-01, 2022-07 oder "
            '"2022" (das Jahr allein in Anführungszeichen).',
            "Write year-month-day, as exactly as is known: 2022-07-01, 2022-07 or "
            '"2022" (a year alone in quotes).',
        )
    return Fault(say.NOT_A_DATE, {"value": short(case.value), **_pair("hint", hint)})


_TYPES: Mapping[str, Words] = {
    "string": Words("einen Text", "text"),
    "integer": Words("eine ganze Zahl", "a whole number"),
    "number": Words("eine Zahl", "a number"),
    "boolean": Words("true (ja) oder false (nein)", "true or false"),
    "array": Words("eine Liste (Zeilen mit „- “)", "a list (lines with “- ”)"),
    "object": Words("eingerückte Zeilen „feld: Wert“", "indented lines “field: value”"),
    "null": Words("nichts", "nothing"),
}


def _wrong_type(case: Case) -> Fault:
    names = [str(item) for item in list_of(case.wanted)]
    wanted = [_TYPES[name] for name in names if name in _TYPES]
    hint = _type_hint(case, frozenset(names))
    words = {
        "wanted_de": " oder ".join(item.de for item in wanted),
        "wanted_en": " or ".join(item.en for item in wanted),
        **_pair("found", _found(case.value)),
        **_pair("hint", hint or case.description),
    }
    return Fault(say.WRONG_TYPE, words)


def _found(value: Value) -> Words:
    if is_list(value):
        return Words("eine Liste", "a list")
    if is_record(value):
        return Words("eine Gruppe von Feldern", "a group of fields")
    word = short(value)
    if isinstance(value, str):
        return Words(f"der Text „{word}“", f"the text “{word}”")
    return Words(f"der Wert {word}", f"the value {word}")


def _type_hint(case: Case, names: frozenset[str]) -> Words | None:
    """What to write instead, where that can be told."""
    if is_list(case.value):
        return _only_item(case.value, names)
    if is_record(case.value):
        return None
    if "array" in names:
        word = short(case.value)
        return Words(f"Schreiben Sie in die Zeile darunter: - {word}", f"Write below: - {word}")
    if isinstance(case.value, str):
        return _not_text(case, names)
    return _quoted(case) if "string" in names else None


def _only_item(value: Value, names: frozenset[str]) -> Words | None:
    items = list_of(value)
    if "object" in names or len(items) != 1 or is_list(items[0]) or is_record(items[0]):
        return Words("Hier steht ein einziger Wert.", "A single value stands here.")
    word = short(items[0])
    return Words(f"Schreiben Sie ohne Strich: {word}", f"Write without a dash: {word}")


def _not_text(case: Case, names: frozenset[str]) -> Words | None:
    text = str(case.value)
    if "boolean" in names:
        word = hints.truth(text)
        return _write(word) if word else _write("true", "oder", "false")
    meant = {"integer": hints.whole_number, "number": hints.plain_number}
    for name in sorted(names & meant.keys(), reverse=True):
        number = meant[name](text)
        if number:
            return Words(
                f"Schreiben Sie {number} (nur Ziffern, ohne Einheit und Anführungszeichen).",
                f"Write {number} (digits only, no unit, no quotes).",
            )
        return Words("Schreiben Sie nur Ziffern, etwa 250000.", "Write digits only, as in 250000.")
    return None


def _quoted(case: Case) -> Words:
    """The value as text."""
    value, known = case.value, case.field
    is_money = known is not None and known.value is ValueKind.MONEY
    word = case.typed if _NUMBER.fullmatch(case.typed) else _word(value)
    if is_money and isinstance(value, float):
        word = f"{value:.2f}"
    return Words(
        f'Setzen Sie den Text in Anführungszeichen: "{word}"', f'Put the text in quotes: "{word}"'
    )


def _write(*words: str) -> Words:
    english = ("or" if word == "oder" else word for word in words)
    return Words(f"Schreiben Sie {' '.join(words)}.", f"Write {' '.join(english)}.")


def _not_listed(case: Case) -> Fault:
    is_list_of_words = is_list(case.wanted)
    choices = tuple(map(_word, list_of(case.wanted) if is_list_of_words else (case.wanted,)))
    near = nearest(_word(case.value), choices)
    hint = Words(f"Gemeint ist wohl „{near}“. ", f"Did you mean “{near}”? ")
    words: dict[str, Argument] = {"value": short(case.value), "choices": choices}
    return Fault(say.VALUE_NOT_LISTED, {**words, **_pair("hint", hint if near else Words("", ""))})


def _wrong_form(case: Case) -> Fault:
    text = str(case.value)
    is_money = case.field is not None and case.field.value is ValueKind.MONEY
    pattern = str(case.wanted) if case.keyword == "pattern" else ""
    meant = hints.amount(text) if is_money else hints.fitting(text, pattern) if pattern else ""
    if meant:
        form = _write(short(meant))
    else:
        sample = hints.example(pattern) if pattern else ""
        form = _form(case.description, sample or str(case.wanted))
    return Fault(say.WRONG_FORM, {"value": short(text), **_pair("form", form)})


def _form(description: Words, sample: str) -> Words:
    return Words(
        f"{description.de} Zum Beispiel: {sample}".strip(),
        f"{description.en} For example: {sample}".strip(),
    )


_LIMITS: Mapping[str, Words] = {
    "minimum": Words("mindestens {}", "at least {}"),
    "maximum": Words("höchstens {}", "at most {}"),
    "exclusiveMinimum": Words("mehr als {}", "more than {}"),
    "exclusiveMaximum": Words("weniger als {}", "less than {}"),
    "minLength": Words("mindestens {} Zeichen", "at least {} characters"),
    "maxLength": Words("höchstens {} Zeichen", "at most {} characters"),
    "minItems": Words("mindestens {} Einträge", "at least {} entries"),
    "maxItems": Words("höchstens {} Einträge", "at most {} entries"),
}


def _out_of_range(case: Case) -> Fault:
    limit = _LIMITS[case.keyword]
    wanted = _word(case.wanted)
    words = Words(limit.de.format(wanted), limit.en.format(wanted))
    return Fault(say.OUT_OF_RANGE, {**_pair("value", _size(case)), **_pair("limit", words)})


def _size(case: Case) -> Words:
    if isinstance(case.value, str):
        count = len(case.value)
        return Words(f"Ein Text mit {count} Zeichen", f"A text of {count} characters")
    if is_list(case.value):
        count = len(list_of(case.value))
        return Words(f"Eine Liste mit {count} Einträgen", f"A list of {count} entries")
    return Words(short(case.value), short(case.value))


def _repeated(case: Case) -> Fault:
    """At the first item that is there already."""
    seen: set[str] = set()
    for place, item in enumerate(list_of(case.value)):
        mark = json.dumps(item, sort_keys=True)
        if mark in seen:
            word = "" if is_list(item) or is_record(item) else f" („{short(item)}“)"
            entry = Words(f"Eintrag {place + 1}{word}", f"Entry {place + 1}{word}")
            return Fault(say.REPEATED_ITEM, _pair("entry", entry), (str(place),))
        seen.add(mark)
    return Fault(say.REPEATED_ITEM, _pair("entry", Words("Ein Eintrag", "An entry")))


def _unfit(case: Case) -> Fault:
    return Fault(say.UNFIT_VALUE, {"keyword": case.keyword, **_pair("hint", case.description)})


_FAULTS: Mapping[str, Callable[[Case], Fault]] = {
    "type": _wrong_type,
    "enum": _not_listed,
    "const": _not_listed,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "uniqueItems": _repeated,
    **dict.fromkeys(_LIMITS, _out_of_range),
}


def _pair(name: str, words: Words) -> dict[str, Argument]:
    return {f"{name}_de": words.de, f"{name}_en": words.en}


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def short(value: Value) -> str:
    """The value as a word of a sentence, cut where it is long."""
    text = " ".join(_word(value)[: _LONGEST * 4].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
