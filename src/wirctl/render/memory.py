"""What came of each element, kept so that one that says the same need not be read through again.

An element is known by its kind, its record and the words that its values may be: with those, and
with the same titles of whatever it asked about, the same comes of it. Its fields are then only
converted when somebody asks for them; what they say as a whole is known by their digest, and whom
they refer to from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wirctl.core.frozen import replace
from wirctl.core.value import list_of, record_of, text_of
from wirctl.render.compared import Compared
from wirctl.render.digest import digest
from wirctl.render.model.values import Group, Many, Reference
from wirctl.render.traces import Fields, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.core.value import Record
    from wirctl.render.convert import Converter, Known
    from wirctl.render.model.values import Entry, Shown
    from wirctl.render.traces import Way
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind, Kinds

# Shown as marks on the element and not among its fields.
_MARKS = frozenset({"id", "illustrative"})


class Memory:
    """The traces of elements by what they were made from: of the last time, and of this one.

    Beside them, in `compared`, what changed between versions of the plan that are closed.
    """

    def __init__(
        self, before: Mapping[str, Trace] | None = None, compared: Compared | None = None
    ) -> None:
        self._before = before or {}
        self.now: dict[str, Trace] = {}
        self.compared = compared or Compared()

    @property
    def is_new(self) -> bool:
        """Whether anything was found out that was not known before."""
        return self.now != self._before or self.compared.is_new

    def recall(self, key: str, known: Known) -> Trace | None:
        """What came of an element, if whatever it asked about is called as it was then."""
        trace = self._before.get(key)
        if trace is None or any(
            known.titles.get(id, ("", "")) != (kind, title) for id, kind, title in trace.asked
        ):
            return None
        self.now[key] = trace
        return trace

    def record(self) -> dict[str, object]:
        """What to remember for the next time, as plain data."""
        traces = {
            key: [trace.asked, trace.digest, [[*way, id] for way, id in trace.references]]
            for key, trace in self.now.items()
        }
        return {"elements": traces, "compared": self.compared.record()}


def memory_of(said: Record) -> Memory:
    """What was remembered, freed of whatever does not look like it."""
    lines = record_of(said.get("elements")).items()
    found = {key: _trace(list_of(line)) for key, line in lines}
    traces = {key: trace for key, trace in found.items() if trace is not None}
    return Memory(traces, Compared(record_of(said.get("compared"))))


def _trace(said: object) -> Trace | None:
    asked, digest, references = (*list_of(said), None, None, None)[:3]
    known = tuple(tuple(map(text_of, list_of(one))) for one in list_of(asked))
    ways = tuple(tuple(map(text_of, list_of(one))) for one in list_of(references))
    if not text_of(digest) or not all(ways) or any(len(one) != len(Trace._fields) for one in known):
        return None
    return Trace(
        tuple((id, kind, title) for id, kind, title in known),
        text_of(digest),
        tuple((way[:-1], way[-1]) for way in ways),
    )


class Recall:
    """A memory at work on one plan."""

    def __init__(self, memory: Memory, kinds: Kinds, known: Known) -> None:
        self._memory = memory
        self._known = known
        self._shown = {kind.name: shown_fields(kind) for kind in kinds}
        self._context = _context(kinds, known)

    def fields(self, kind: Kind, record: Record, converter: Converter) -> Fields:
        """The fields of an element; if it says what it said, none is converted yet."""
        shown = self._shown[kind.name]

        def make(name: str) -> Entry | None:
            return converter.fields(record, {name: shown[name]}).get(name)

        key = digest((self._context, kind.name, record))
        trace = self._memory.recall(key, self._known)
        if trace is not None:
            return Fields(tuple(shown), make, trace)
        before = len(converter.faults)
        asked: dict[str, tuple[str, str]] = {}
        noting = replace(self._known, titles=_Noting(self._known.titles, asked))
        found = replace(converter, known=noting).fields(record, shown)
        trace = _traced(found, asked)
        if len(converter.faults) == before:
            self._memory.now[key] = trace
        return Fields(tuple(shown), make, trace, {**dict.fromkeys(shown), **found})


def _context(kinds: Kinds, known: Known) -> str:
    """The digest of what elements have in common: their schemas, and the words of the plan."""
    schemas = [(kind.name, kind.schema, kind.shared) for kind in kinds]
    words = [(*place, title) for place, title in known.words.items()]
    return digest((schemas, words))


def _traced(fields: Mapping[str, Entry], asked: Mapping[str, tuple[str, str]]) -> Trace:
    titles = tuple((id, *found) for id, found in asked.items())
    return Trace(titles, digest(fields), tuple(references_of(fields)))


def shown_fields(kind: Kind) -> dict[str, Field]:
    """The fields of a kind that are shown as such, and not as marks on the element."""
    return {name: field for name, field in kind.fields.items() if name not in _MARKS}


class _Noting(Mapping[str, tuple[str, str]]):
    __slots__ = ("_asked", "_titles")

    def __init__(
        self, titles: Mapping[str, tuple[str, str]], asked: dict[str, tuple[str, str]]
    ) -> None:
        self._titles, self._asked = titles, asked

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as that of a mapping
        found = self._asked[key] = self._titles.get(key, default)
        return found

    def __getitem__(self, key: str) -> tuple[str, str]:
        found = self._asked[key] = self._titles[key]
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)


def references_of(fields: Mapping[str, Entry]) -> Iterable[tuple[Way, str]]:
    """Whom the fields of an element refer to: the way to each reference, and the id."""
    if isinstance(fields, Fields):
        return fields.trace.references
    return (found for name, entry in fields.items() for found in _in_value(entry.value, (name,)))


def _in_value(value: Shown, at: Way) -> Iterator[tuple[Way, str]]:
    match value:
        case Reference(id):
            yield at, id
        case Group(fields):
            for name, entry in fields.items():
                yield from _in_value(entry.value, (*at, name))
        case Many(values):
            for part in values:
                yield from _in_value(part, at)
        case _:
            return
