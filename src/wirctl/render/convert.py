"""From the values of a file to what documents show, by the schema: public fields only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from wirctl.core.address import web_address
from wirctl.core.diagnostic import Diagnostic
from wirctl.core.items import item_names
from wirctl.core.pointer import show
from wirctl.core.value import is_list, is_record, list_of, record_of
from wirctl.load.messages import LINK_NOT_POSSIBLE
from wirctl.render import messages as say
from wirctl.render.model.values import (
    Date,
    Entry,
    Flag,
    Group,
    Language,
    Line,
    Many,
    Money,
    Number,
    Reference,
    Share,
    Url,
    Word,
)
from wirctl.render.prose import parse
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.render.model.text import Prose
    from wirctl.render.model.values import (
        Shown,
    )
    from wirctl.schema.field import Field, Words

# Control characters, and those that turn the direction of all text that follows.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE_YEAR = "year"


def clean(text: str) -> str:
    """The text without characters that no reader sees and that could mislead a program."""
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _HIDDEN.sub("", text))


@dataclass(frozen=True, slots=True)
class Known:
    """What the values of one element may refer to: titles of elements, titles of own words.

    `titles` gives kind and title by id, `words` the title of a word that the plan itself
    defines, by the field that holds it (`round.decisions.outcome`) and the word.
    """

    titles: Mapping[str, tuple[str, str]]
    words: Mapping[tuple[str, str], Words | None]

    def reference(self, id: str) -> Reference:
        """The element with this id, with its title where there is one."""
        kind, title = self.titles.get(id, ("", ""))
        return Reference(clean(id), kind, title)

    def has(self, kind: str, id: str) -> bool:
        """Whether there is an element of this kind and id."""
        return self.titles.get(id, ("", ""))[0] == kind


@dataclass(frozen=True, slots=True)
class Converter:
    """Makes the values of one element; what cannot be published as it is goes to `faults`.

    `invented` holds the fields, as written pointers, whose values only serve for showing.
    """

    kind: str
    subject: Subject
    known: Known
    faults: list[Diagnostic]
    invented: tuple[str, ...] = ()

    def fields(
        self, record: Record, fields: Mapping[str, Field], at: Pointer = (), path: str = ""
    ) -> dict[str, Entry]:
        """The public fields that say something, by name, in the order of the schema."""
        found: dict[str, Entry] = {}
        for name, field in fields.items():
            value = record.get(name)
            if value is None or not field.public:
                continue
            shown = self.value(value, field, (*at, name), f"{path or self.kind}.{name}")
            if shown is not None:
                invented = self._is_invented((*at, name))
                found[name] = Entry(name, field.title, shown, illustrative=invented)
        return found

    def value(self, value: Value, field: Field, at: Pointer, path: str) -> Shown | None:
        """What a value of this field says; `None` where it says nothing or is of a wrong type."""
        if isinstance(value, str):
            return self._text(clean(value), field, at, path) if value.strip() else None
        if is_record(value):
            entries = self.fields(record_of(value), field.fields, at, path)
            return Group(entries) if entries else None
        if is_list(value):
            return self._many(list_of(value), field, at, path)
        if isinstance(value, bool):
            return Flag(value)
        return _figure(value, field) if isinstance(value, int | float) else None

    def _many(self, values: object, field: Field, at: Pointer, path: str) -> Many | None:
        item = field.item
        if item is None:
            return None
        values = list_of(values)
        names = item_names(values, field.key) if item.fields else map(str, range(len(values)))
        named = zip(values, names, strict=True)
        shown = tuple(
            found
            for value, name in named
            if (found := self.value(value, item, (*at, name), path)) is not None
        )
        return Many(shown, ordered=field.value is not ValueKind.SET) if shown else None

    def _text(self, text: str, field: Field, at: Pointer, path: str) -> Shown | None:
        if (path, text) in self.known.words or field.value is ValueKind.WORD:
            return Word(text, path, self.known.words.get((path, text)))
        match field.value:
            case ValueKind.PROSE:
                return self._prose(text, at)
            case ValueKind.REFERENCE:
                return self.known.reference(text)
            case ValueKind.ID if at[:1] == ("lineage",):
                # What it came from may lie in an older plan, of which there are only ids.
                found = self.known.reference(text)
                return found if found.kind else _figure(text, field)
            case ValueKind.URL:
                return self._url(text, at)
            case _:
                return _figure(text, field)

    def _prose(self, text: str, at: Pointer) -> Prose | None:
        parsed = parse(text, self.known.has)
        for target in parsed.faults:
            self._fault(LINK_NOT_POSSIBLE, target, at)
        return parsed.prose if parsed.prose.blocks else None

    def _url(self, text: str, at: Pointer) -> Url | Line:
        url = web_address(text)
        if not url:
            self._fault(say.ADDRESS_NOT_POSSIBLE, text, at)
        return Url(url) if url else Line(text)

    def _fault(self, message: Message, target: str, at: Pointer) -> None:
        words = (("target", target[:200]),)
        self.faults.append(Diagnostic(message.id, message.severity, self.subject, at, words))

    def _is_invented(self, at: Pointer) -> bool:
        """Whether a value is named as invented, or the item of a list that it stands in."""
        if not self.invented:
            return False
        names = {show(at)} | ({show(at[:-1])} if len(at) > len(("list", "item")) else set())
        return not names.isdisjoint(self.invented)


_PLAIN: Mapping[ValueKind, Callable[[str], Shown]] = {
    ValueKind.MONEY: Money,
    ValueKind.SHARE: Share,
    ValueKind.DATE: Date,
    ValueKind.NUMBER: Number,
    ValueKind.INTEGER: Number,
    ValueKind.LANGUAGE: Language,
}


def _figure(value: float | str, field: Field) -> Shown:
    """A figure, a date or a line of text, by the kind of the field; a lone year is a date."""
    text = value if isinstance(value, str) else f"{Decimal(str(value)):f}"
    if field.name == _LONE_YEAR:
        return Date(text)
    if field.value not in _PLAIN and not isinstance(value, str):
        return Number(text)
    make = _PLAIN.get(field.value, Line)
    return make(" ".join(text.split()))
