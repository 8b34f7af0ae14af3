"""Which values of an element name something else: another element, or a word of some list.

Every file is searched for them, and most fields hold none. So the schemas are followed once, down
to the properties that lead to a link, and only those are looked at.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from wirctl.core.value import record_of, text_of
from wirctl.schema.field import LISTS_IN_LISTS, item_schema, notes_of, resolved, texts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.value import Record, Value
    from wirctl.schema.kind import Kind

Path: TypeAlias = "tuple[str | int, ...]"

_NOTHING: Mapping[str, _Node] = MappingProxyType({})


class Link(NamedTuple):
    """One name that stands for something else.

    `path` leads to it, by keys and places from 0. `target` names the kinds that it may refer to,
    none for any; `listed_in` is the list that has the word, and empty for a reference.
    """

    path: Path
    name: str
    target: tuple[str, ...]
    listed_in: str


class _Node(NamedTuple):
    """A property, or the items of a list: a link itself, or what is in it that leads to one."""

    is_link: bool
    target: tuple[str, ...] = ()
    listed_in: str = ""
    fields: Mapping[str, _Node] = _NOTHING
    item: _Node | None = None


class Links:
    """The links in elements of any kind."""

    def __init__(self) -> None:
        self._made: dict[int, dict[str, _Node]] = {}
        self._unfinished: set[int] = set()

    def of(self, kind: Kind, record: Record) -> list[Link]:
        """Every link in an element of this kind, in the order of its schema."""
        found: list[Link] = []
        _collect_fields(record, self._fields(kind.schema, kind.shared), (), found)
        return found

    def _fields(self, schema: Record, shared: Mapping[str, Record]) -> dict[str, _Node]:
        """The properties that lead to links; made once, and also where a schema holds itself."""
        properties = record_of(schema.get("properties"))
        if not properties:
            return {}
        mark = id(properties)
        if mark not in self._made:
            self._made[mark] = {}
            self._unfinished.add(mark)
            for name, part in properties.items():
                node = self._node(resolved(record_of(part), shared), shared)
                if node is not None:
                    self._made[mark][name] = node
            self._unfinished.discard(mark)
        return self._made[mark]

    def _node(self, whole: Record, shared: Mapping[str, Record], depth: int = 0) -> _Node | None:
        """The property with this schema, if it leads to a link."""
        note = notes_of(whole)
        listed_in = text_of(note.get("listed_in"))
        if (listed_in or note.get("value") == "reference") and "items" not in whole:
            return _Node(is_link=True, target=texts_of(note.get("target")), listed_in=listed_in)
        fields = self._fields(whole, shared)
        items = item_schema(whole, shared) if depth < LISTS_IN_LISTS else None
        item = self._node(items, shared, depth + 1) if items is not None else None
        leads = fields or item is not None or id(whole.get("properties")) in self._unfinished
        return _Node(is_link=False, fields=fields, item=item) if leads else None


def _collect_fields(
    record: Record, nodes: Mapping[str, _Node], path: Path, found: list[Link]
) -> None:
    for name, node in nodes.items():
        if name in record:
            _collect(record[name], node, (*path, name), found)


def _collect(value: Value, node: _Node, path: Path, found: list[Link]) -> None:
    """Enter the links of a value; what is of another type than the schema says has none."""
    if isinstance(value, str):
        if node.is_link and value:
            found.append(Link(path, value, node.target, node.listed_in))
    elif isinstance(value, list):
        if node.item is not None:
            for place, item in enumerate(value):
                _collect(item, node.item, (*path, place), found)
    elif isinstance(value, dict):
        _collect_fields(value, node.fields, path, found)
