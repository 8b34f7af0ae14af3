"""Plans made from the schemas by chance, pairs of them, and the ways in which they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st

from small_plan import KINDS
from versions import MemoryTree
from wirctl.core.value import is_record, list_of, record_of
from wirctl.schema.field import ValueKind
from wirctl.source.document import read
from writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import DrawFn, SearchStrategy

    from wirctl.core.value import Value
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind
    from writing import Value as Written

Records = dict[str, dict[str, "Value"]]
"""Path to record."""

SORTS = ("measure", "goal", "body", "paper", "indicator", "term", "round", "process")
SENTENCES = [
    "Die Stadt fördert Vereine.",
    "Alle Schüler*innen lernen Deutsch.",
    "Bis 2025 sind es 25 %.",
    "Die Verwaltung soll berichten.",
    "Das gilt nicht für Träger.",
    "* Sport",
    "„Misch mit!“ heißt es.",
]
LINES = ["Bildung", "Linden-Nord", "Rat", "Ä", "§ 3", "[neu]", "", "WIR 2.0"]
WITHOUT = frozenset({"id", "lineage", "withdrawn"})
"""What a plan says of its own history has laws of its own."""

_SCALARS: Mapping[ValueKind, SearchStrategy[Value]] = {
    ValueKind.PROSE: st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join),
    ValueKind.LINE: st.sampled_from(LINES),
    ValueKind.URL: st.sampled_from(["https://example.org/a", "https://example.org/b"]),
    ValueKind.INTEGER: st.integers(0, 5),
    ValueKind.NUMBER: st.sampled_from([0, 1, 1.5, 2.25]),
    ValueKind.SHARE: st.sampled_from([0, 17, 14.87, 100]),
    ValueKind.MONEY: st.sampled_from([0, 5000, "0.50", "5000.00"]),
    ValueKind.DATE: st.sampled_from(["2021", "2021-11", "2021-11-22"]),
    ValueKind.BOOLEAN: st.booleans(),
    ValueKind.LANGUAGE: st.sampled_from(["de", "en"]),
}
_NAMES = st.sampled_from(["X-1", "X-2", "X-3", "X-4"])


@st.composite
def records(draw: DrawFn, fields: Mapping[str, Field], most: int = 4) -> dict[str, Value]:
    """A record with some of these fields."""
    names = sorted(set(fields) - WITHOUT)
    chosen = draw(st.lists(st.sampled_from(names), unique=True, max_size=most))
    return {name: draw(values(fields[name])) for name in chosen}


def values(field: Field) -> SearchStrategy[Value]:
    """A value of this field; a list names each of its items once."""
    if field.value in _SCALARS:
        return _SCALARS[field.value]
    if field.item is not None:
        return st.lists(values(field.item), max_size=3, unique_by=_identity(field))
    if field.fields:
        return records(field.fields, 3)
    return st.sampled_from(field.choices) if field.choices else _NAMES


def _identity(field: Field) -> Callable[[Value], str]:
    """What tells two items of a list apart for everybody: their key, or what they say."""

    def identity(value: Value) -> str:
        record = record_of(value)
        keys = [record.get(name) for name in field.key] if is_record(value) else [value]
        return repr([str(key) for key in keys])

    return identity


@st.composite
def pairs(draw: DrawFn) -> tuple[Records, Records]:
    """Two versions of a small plan: elements came, went, changed in some fields, or stayed."""
    old: Records = {}
    new: Records = {}
    for number in range(draw(st.integers(1, 3))):
        kind = KINDS[draw(st.sampled_from(SORTS))]
        fate = draw(st.sampled_from(["both", "both", "both", "came", "went"]))
        before = draw(records(kind.fields))
        if fate != "came":
            _put(old, kind, number, before)
        if fate != "went":
            _put(new, kind, number, draw(rewritten(before, kind.fields)))
    return old, new


@st.composite
def rewritten(
    draw: DrawFn, record: Mapping[str, Value], fields: Mapping[str, Field]
) -> dict[str, Value]:
    """The record after somebody worked on it: fields kept, changed inside, dropped, added."""
    found: dict[str, Value] = {}
    for name, value in record.items():
        fate = draw(st.sampled_from(["keep", "keep", "inside", "other", "drop"]))
        if fate == "keep" or (fate == "inside" and not isinstance(value, (dict, list))):
            found[name] = value
        elif fate == "inside":
            found[name] = draw(_inside(value, fields[name]))
        elif fate == "other":
            found[name] = draw(values(fields[name]))
    return {**draw(records(fields, 2)), **found}


@st.composite
def _inside(draw: DrawFn, value: Value, field: Field) -> Value:
    """A list or record of which a part changed."""
    if isinstance(value, dict):
        return draw(rewritten(value, field.fields))
    kept = [item for item in list_of(value) if draw(st.integers(0, 3))]
    more = draw(st.lists(values(field.item), max_size=2)) if field.item is not None else []
    mixed = draw(st.permutations([*kept, *more])) if draw(st.booleans()) else [*kept, *more]
    identity = _identity(field)
    return list({identity(item): item for item in mixed}.values())


def _put(records: Records, kind: Kind, number: int, record: Mapping[str, Value]) -> None:
    id_ = f"X-{number}"
    path = kind.file or f"{kind.folder}/{id_}.yaml"
    records[path] = {"id": kind.name.upper() if kind.file else id_, **record}


def plain(records: Records, label: str = "PLAIN") -> MemoryTree:
    """The records as files in one and the same style."""
    return MemoryTree({path: _json(value) for path, value in records.items()}, label)


@st.composite
def styled(draw: DrawFn, records: Records) -> MemoryTree:
    """The records as files, each written in some way: quotes, blocks, comments, order, place."""
    files = {}
    for path, record in records.items():
        mixed = dict(draw(st.permutations(list(record.items()))))
        folder, _, name = path.rpartition("/")
        below = draw(st.sampled_from(["", "", "tiefer/"])) if folder else ""
        files[f"{folder}/{below}{name}" if folder else name] = _written(draw, mixed)
    return MemoryTree(files, "STYLED")


def _written(draw: DrawFn, record: Mapping[str, Value]) -> bytes:
    """The record in some style; in one that is always right where that says something else.

    A comment below a block is a line of its text.
    """
    data = ("\n".join(Writer(draw).record(cast("dict[str, Written]", record), 0)) + "\n").encode()
    return data if read("", data).value == record else _json(record)


def _json(record: Mapping[str, Value]) -> bytes:
    return json.dumps(record).encode()
