"""The plan as tables: one for each kind of element, and one for each list of records in it.

Lists inside a record become tables of their own, whose rows name the element and their place
in it; records that stand alone become columns with a dotted name.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from wirctl.render.model.text import Prose
from wirctl.render.model.values import Date as Day
from wirctl.render.model.values import (
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
    values_of,
)
from wirctl.render.opendata.guard import guarded
from wirctl.render.opendata.plain import fit, plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.render.model.item import FieldTitle, Item, KindTitle
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Entry, Shown

OWNER, PLACE = "element_id", "place"
"""The columns by which a row of an inner table is found again: element, and place in it."""

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TYPES = {
    "integer": "integer",
    "number": "number",
    "money": "number",
    "share": "number",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it is called, and its type in the words of Table Schema."""

    name: str
    title: str
    type: str = "string"
    pattern: str = ""


@dataclass(slots=True)
class Table:
    """A table; `owner` is the table whose elements its rows belong to, if they do."""

    name: str
    title: str
    owner: str = ""
    columns: dict[str, Column] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)


def tables_of(site: Site, language: str) -> tuple[Table, ...]:
    """Every table that has rows, kinds in their order, inner tables behind that of the kind."""
    found: dict[str, Table] = {}
    for kind in site.kinds.values():
        items = [item for item in site.items.values() if item.kind == kind.name]
        _Kind(kind, language, found).add(items)
    return tuple(_typed(table) for table in found.values() if table.rows)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Makes the tables of one kind."""

    kind: KindTitle
    language: str
    found: dict[str, Table]

    def add(self, items: Sequence[Item]) -> None:
        """Add a row for each element, and the rows of what is inside it."""
        table = Table(self.kind.name, self.kind.plural.in_language(self.language))
        table.columns["id"] = Column("id", "Kennung" if self.language == "de" else "Id")
        self.found[table.name] = table
        fields = [part for part in self.kind.fields if part.name != "id"]
        self._declare(table, fields, "")
        for item in items:
            row = {"id": guarded(fit(item.id))}
            self._fill(table, row, fields, item.fields, ("", item.id, ""))
            self._mark(table, row, item)
            table.rows.append(row)

    def _declare(self, table: Table, fields: Iterable[FieldTitle], prefix: str) -> None:
        """Name the columns, so that they are there also where no element says anything."""
        for part in fields:
            name = f"{prefix}{part.name}"
            if part.fields and part.many:
                title = part.title.in_language(self.language)
                inner = Table(f"{table.name}.{name}", f"{table.title}: {title}", self.kind.name)
                for own in (OWNER, PLACE):
                    inner.columns[own] = Column(own, own)
                self.found[inner.name] = inner
                self._declare(inner, part.fields, "")
            elif part.fields:
                self._declare(table, part.fields, f"{name}.")
            else:
                table.columns[name] = self._column(name, part)

    def _column(self, name: str, part: FieldTitle) -> Column:
        title = part.title.in_language(self.language)
        if part.many:
            return Column(name, title, "array")
        if part.value == "date":
            return Column(name, title, pattern=_DATE)
        return Column(name, title, _TYPES.get(part.value, "string"))

    def _fill(
        self,
        table: Table,
        row: dict[str, str],
        fields: Iterable[FieldTitle],
        entries: Mapping[str, Entry],
        at: tuple[str, str, str],
    ) -> None:
        """Fill a row; `at` is the prefix of columns, the element, and the place in it."""
        prefix, id, place = at
        for part in fields:
            entry = entries.get(part.name)
            if entry is None:
                continue
            name, value = f"{prefix}{part.name}", entry.value
            if part.fields and part.many:
                inner = self.found[f"{table.name}.{name}"]
                self._inner(inner, part.fields, values_of(value), (id, place))
            elif isinstance(value, Group):
                self._fill(table, row, part.fields, value.fields, (f"{name}.", id, place))
            else:
                row[name] = cell(value)

    def _inner(
        self,
        table: Table,
        fields: Sequence[FieldTitle],
        values: Sequence[Shown],
        at: tuple[str, str],
    ) -> None:
        id, above = at
        for number, value in enumerate(values, start=1):
            if isinstance(value, Group):
                place = f"{above}{number}"
                row = {OWNER: guarded(fit(id)), PLACE: place}
                self._fill(table, row, fields, value.fields, ("", id, f"{place}."))
                table.rows.append(row)

    def _mark(self, table: Table, row: dict[str, str], item: Item) -> None:
        """Say which values are invented to show how they would look."""
        if item.example is None:
            return
        reason, fields = "illustrative.reason", "illustrative.fields"
        table.columns.setdefault(reason, Column(reason, reason))
        table.columns.setdefault(fields, Column(fields, fields, "array"))
        names = [guarded(fit(name)) for name in item.example.fields]
        row[reason] = guarded(fit(item.example.reason))
        row[fields] = json.dumps(names, ensure_ascii=False)


def cell(value: Shown) -> str:
    """A value as the characters of a cell: no German figures, lists as JSON."""
    if isinstance(value, Many):
        return json.dumps([cell(part) for part in value.values], ensure_ascii=False)
    if isinstance(value, Group):
        parts = {name: cell(entry.value) for name, entry in value.fields.items()}
        return guarded(json.dumps(parts, ensure_ascii=False))
    return _scalar(value)


def _scalar(value: Shown) -> str:
    match value:
        case Number(figure) | Money(figure) | Share(figure):
            return figure if _NUMBER.fullmatch(figure) else guarded(fit(figure))
        case Flag(answer):
            return "true" if answer else "false"
        case Prose():
            return guarded(fit(plain_lines(value)))
        case Line(text) | Word(text) | Reference(text) | Day(text) | Url(text) | Language(text):
            return guarded(fit(text))
        case _:
            return ""


def _typed(table: Table) -> Table:
    """The table with columns of text where a value is not of the type that it should be."""
    for name, column in table.columns.items():
        cells = [row[name] for row in table.rows if row.get(name)]
        if not all(_suits(column, text) for text in cells):
            table.columns[name] = Column(name, column.title)
    return table


def _suits(column: Column, text: str) -> bool:
    match column.type:
        case "integer":
            return bool(_NUMBER.fullmatch(text)) and Decimal(text) == int(Decimal(text))
        case "number":
            return bool(_NUMBER.fullmatch(text))
        case "boolean":
            return text in {"true", "false"}
        case "array":
            return text.startswith("[")
        case _:
            return not column.pattern or bool(re.fullmatch(column.pattern, text))


def rows_of(table: Table) -> Iterator[list[str]]:
    """The head and the rows, each with a cell for every column."""
    yield list(table.columns)
    for row in table.rows:
        yield [row.get(name, "") for name in table.columns]
