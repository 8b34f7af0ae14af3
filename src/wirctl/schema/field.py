"""What the schema says about one field: the annotations that everything else reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, overload

from wirctl.core.frozen import field, frozen
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.value import Record, Value

T = TypeVar("T")


class ValueKind(StrEnum):
    """What a value means, whatever its JSON type is."""

    ID = "id"
    LINE = "line"
    PROSE = "prose"
    WORD = "word"
    REFERENCE = "reference"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    BOOLEAN = "boolean"
    URL = "url"
    LANGUAGE = "language"
    RECORD = "record"
    LIST = "list"
    SET = "set"


@frozen
class Words:
    """A name or a sentence in the two languages of the program."""

    de: str
    en: str

    def in_language(self, language: str) -> str:
        """The German words for `de`, else the English ones."""
        return self.de if language == "de" else self.en


@frozen
class Field:
    """One property of a kind, at any depth.

    `fields` are the properties of a record, `item` describes the items of a list or set.
    `key` names the properties by which an item of a list of records is known. `target`
    names the kinds that a reference may point to; empty means any. `choices` are the words
    of an enumeration, in the order of the schema; `listed_in` is the list of a plan that has
    them instead (`process/outcomes`). `required_from` is the stage from which a rule asks for
    the field: `drafted`, `accepted`, `decided`, or empty.
    """

    name: str
    value: ValueKind
    title: Words
    description: Words
    substantive: bool = True
    public: bool = False
    translatable: bool = False
    order: int = 0
    key: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    listed_in: str = ""
    format: str = ""
    required_from: str = ""
    default: Value = None
    fields: Mapping[str, Field] = field(default_factory=dict, compare=False)
    item: Field | None = field(default=None, compare=False)


class _Fields(Mapping[str, Field]):
    """The properties of a schema, described when first asked for: a schema may hold itself."""

    __slots__ = ("_made", "_schema", "_shared")

    def __init__(self, schema: Record, shared: Mapping[str, Record]) -> None:
        self._schema = schema
        self._shared = shared
        self._made: Mapping[str, Field] | None = None

    def _all(self) -> Mapping[str, Field]:
        if self._made is None:
            properties = enumerate(record_of(self._schema.get("properties")).items())
            found = [
                _field(name, record_of(part), self._shared, place)
                for place, (name, part) in properties
            ]
            found.sort(key=lambda item: item.order)
            self._made = {item.name: item for item in found}
        return self._made

    def __getitem__(self, name: str) -> Field:
        return self._all()[name]

    def __contains__(self, name: object) -> bool:
        return name in self._all()

    @overload
    def get(self, name: str, /) -> Field | None: ...
    @overload
    def get(self, name: str, default: Field | T, /) -> Field | T: ...
    def get(self, name: str, default: object = None, /) -> object:
        """The field of this name, else the default: asked often, so not by way of an error."""
        return self._all().get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


_JSON_TYPES: Mapping[str, ValueKind] = {
    "string": ValueKind.LINE,
    "integer": ValueKind.INTEGER,
    "number": ValueKind.NUMBER,
    "boolean": ValueKind.BOOLEAN,
    "array": ValueKind.LIST,
    "object": ValueKind.RECORD,
}
_VALUE_KINDS: Mapping[str, ValueKind] = {str(kind): kind for kind in ValueKind}
LISTS_IN_LISTS = 8
_HANDED_DOWN = ("target", "listed_in", "significance", "visibility")


def fields_of(schema: Record, shared: Mapping[str, Record]) -> Mapping[str, Field]:
    """The properties of a schema, in their order.

    `shared` holds the definitions that a `$ref` may name, by its whole text.
    """
    return _Fields(schema, shared)


def title_words(schema: Record, note: Record, name: str) -> Words:
    """The title of a schema in both languages; its name where it has none."""
    german = text_of(schema.get("title")) or name
    return Words(german, text_of(note.get("title_en")) or german)


def description_words(schema: Record, note: Record) -> Words:
    """The description of a schema, empty where it has none."""
    text = text_of(schema.get("description"))
    return Words(text, text_of(note.get("description_en")) or text)


def _field(
    name: str, schema: Record, shared: Mapping[str, Record], place: int, depth: int = 0
) -> Field:
    whole = resolved(schema, shared)
    note = notes_of(whole)
    order = note.get("order")
    return Field(
        name=name,
        value=_value_kind(whole, note),
        title=title_words(whole, note, name),
        description=description_words(whole, note),
        substantive=note.get("significance") != "editorial",
        public=note.get("visibility") == "public",
        translatable=note.get("translatable") is True,
        order=order if isinstance(order, int) else 1000 + place,
        key=texts_of(note.get("key")),
        target=texts_of(note.get("target")),
        choices=texts_of(whole.get("enum")),
        listed_in=text_of(note.get("listed_in")),
        format=text_of(whole.get("format")),
        required_from=text_of(note.get("required_from")),
        default=whole.get("default"),
        fields=_Fields(whole, shared) if "properties" in whole else {},
        item=_item(name, whole, shared, depth) if depth < LISTS_IN_LISTS else None,
    )


def _item(name: str, whole: Record, shared: Mapping[str, Record], depth: int) -> Field | None:
    part = item_schema(whole, shared)
    return None if part is None else _field(name, part, shared, 0, depth + 1)


def item_schema(whole: Record, shared: Mapping[str, Record]) -> Record | None:
    """The schema of a list's items; a plain list hands down to them what they refer to."""
    items = whole.get("items")
    if not isinstance(items, Mapping):
        return None
    note = notes_of(whole)
    inherited = {key: note[key] for key in _HANDED_DOWN if key in note}
    part = resolved(items, shared)
    own = notes_of(part)
    if "value" not in own and "target" in note:
        inherited["value"] = "reference"
    return {**part, "x-wirctl": {**inherited, **own}}


def _value_kind(whole: Record, note: Record) -> ValueKind:
    named = _VALUE_KINDS.get(text_of(note.get("value")))
    return named or _JSON_TYPES.get(text_of(whole.get("type")), ValueKind.LINE)


def notes_of(schema: Record) -> Record:
    """What stands under `x-wirctl`."""
    return record_of(schema.get("x-wirctl"))


def resolved(schema: Record, shared: Mapping[str, Record]) -> Record:
    """The schema with its shared definition laid under it; local words and annotations win."""
    layers = [schema]
    met = set()
    while (address := text_of(layers[-1].get("$ref"))) in shared and address not in met:
        met.add(address)
        layers.append(shared[address])
    if len(layers) == 1:
        return schema
    whole: dict[str, Value] = {}
    notes: dict[str, Value] = {}
    for layer in reversed(layers):
        whole |= layer
        notes |= notes_of(layer)
    return {**whole, "x-wirctl": notes}


def texts_of(value: Value) -> tuple[str, ...]:
    """The texts of a list, without whatever else is in it."""
    return tuple(item for item in list_of(value) if isinstance(item, str))
