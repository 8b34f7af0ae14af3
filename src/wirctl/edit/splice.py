"""Change a plan file by its text: what is not meant stays as it is, byte by byte.

Every change is a piece of text put in, taken out or exchanged. The result is read a second
time, by another reader, and compared with what was meant; if they differ, nothing is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeAlias

from wirctl.core.problem import Problem
from wirctl.core.value import is_list, is_record, list_of, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.core.value import Value

Path: TypeAlias = tuple[str | int, ...]
"""Keys, and places in lists from 0."""

Node: TypeAlias = Any
"""A node of the parser: its types do not tell what the kinds of nodes hold."""


class UnsafeEditError(Problem):
    """A change that cannot be made to the text without risk; nothing was changed.

    `path` is the place in the file, `reason` is a word: `flow` for a collection in
    brackets, `missing` for a place that is not there, `unreadable` for a text that is no YAML,
    `read-back` where the result says something else than was meant.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = "/".join(map(str, path))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Splice:
    """Put `text` in the place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def with_item(text: str, path: Path, item: Value) -> str:
    """The text with one more item at the end of the list at this path.

    A list that is not there yet is made; one that is empty is written anew. In brackets, a
    single value stands behind the last one.

    Raises:
        UnsafeEditError: a record would have to go into brackets, or the result would say
            otherwise.
    """
    meant = _changed(_read(text, path), path, lambda old: [*list_of(old), item])
    top = _composed(text)
    node = _node(top, path)
    if node is None or _is_empty(node):
        return with_value(text, path, [item])
    if node.id == "sequence" and node.flow_style and not (is_record(item) or is_list(item)):
        end = node.value[-1].end_mark.index
        return _proved(_spliced(text, Splice(end, end, f", {_in_brackets(item)}")), meant, path)
    if not _is_block(node, "sequence"):
        raise UnsafeEditError(path, "flow")
    indent = node.start_mark.column
    place = _end(text, node)
    return _proved(_spliced(text, Splice(place, place, _dumped([item], indent))), meant, path)


def with_value(text: str, path: Path, value: Value) -> str:
    """The text with this value at the path: exchanged where there is one, else added.

    Raises:
        UnsafeEditError: the parent is not there or is written in brackets, or the result
            would say otherwise.
    """
    meant = _changed(_read(text, path), path, lambda _: value)
    top = _composed(text)
    node = _node(top, path)
    if node is not None:
        return _proved(_exchanged(text, node, path, value), meant, path)
    parent = _node(top, path[:-1])
    if parent is None or not _is_block(parent, "mapping"):
        raise UnsafeEditError(path, "missing" if parent is None else "flow")
    if not path[:-1]:
        return _proved(_appended(text, path, value), meant, path)
    place = _end(text, parent)
    piece = _dumped({str(path[-1]): value}, parent.start_mark.column)
    return _proved(_spliced(text, Splice(place, place, piece)), meant, path)


def without(text: str, path: Path) -> str:
    """The text without the value at this path, its key and its own lines.

    Raises:
        UnsafeEditError: it is not there, stands in brackets, is the last one of its parent,
            or the result would say otherwise.
    """
    top = _composed(text)
    parent, node = _node(top, path[:-1]), _node(top, path)
    if parent is None or node is None:
        raise UnsafeEditError(path, "missing")
    if parent.flow_style or len(parent.value) == 1:
        raise UnsafeEditError(path, "flow")
    start = _line_start(text, _first(parent, path[-1]))
    meant = _removed(_read(text, path), path)
    return _proved(_spliced(text, Splice(start, _end(text, node), "")), meant, path)


def _composed(text: str) -> Node:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        raise UnsafeEditError((), "unreadable") from error
    if node is None:
        raise UnsafeEditError((), "missing")
    return node


def _read(text: str, path: Path) -> Value:
    """What the text says, by ruamel.yaml: YAML 1.2, strict, and not the reader of `source`.

    Raises:
        UnsafeEditError: it says nothing that could be changed.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        value: Value = YAML(typ="safe", pure=True).load(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise UnsafeEditError(path, "unreadable") from error
    return value


def _proved(text: str, meant: Value, path: Path) -> str:
    if not _are_same(_read(text, path), meant):
        raise UnsafeEditError(path, "read-back")
    return text


def _are_same(said: Value, meant: Value) -> bool:
    """Whether two values are equal in kind too: for Python, `true` is 1 and 1 is 1.0."""
    if is_record(said) and is_record(meant):
        one, other = record_of(said), record_of(meant)
        return list(one) == list(other) and all(_are_same(one[key], other[key]) for key in one)
    if is_list(said) and is_list(meant):
        pairs = zip(list_of(said), list_of(meant), strict=False)
        return len(list_of(said)) == len(list_of(meant)) and all(_are_same(*pair) for pair in pairs)
    return type(said) is type(meant) and said == meant


def _node(top: Node, path: Path) -> Node:
    node: Node = top
    for step in path:
        node = _child(node, step) if node is not None else None
    return node


def _child(node: Node, step: str | int) -> Node:
    if isinstance(step, int):
        items = node.value if node.id == "sequence" else []
        return items[step] if step < len(items) else None
    if node.id != "mapping":
        return None
    return next((value for key, value in node.value if key.value == step), None)


def _first(parent: Node, step: str | int) -> int:
    """Where the entry begins: its key, or the dash's item."""
    if isinstance(step, int):
        return int(parent.value[step].start_mark.index)
    return next(int(key.start_mark.index) for key, _ in parent.value if key.value == step)


def _is_empty(node: Node) -> bool:
    """Whether nothing stands there, or brackets with nothing in them."""
    if node.id == "scalar":
        return not node.style and node.value in {"", "~", "null"}
    return not node.value


def _is_block(node: Node, kind: str) -> bool:
    return node.id == kind and not node.flow_style


def _end(text: str, node: Node) -> int:
    """The offset behind the last line of the node's own text.

    A block collection ends for the parser where the next thing begins; for people it ends
    with its last value, and comments behind that belong to what follows.
    """
    last = node
    while last.id != "scalar" and last.value and not last.flow_style:
        child = last.value[-1]
        last = child[1] if isinstance(child, tuple) else child
    index = int(last.end_mark.index)
    if index and text[index - 1] == "\n":
        return index
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _exchanged(text: str, node: Node, path: Path, value: Value) -> str:
    """The text with another value in the node's place; scalars stay on their line."""
    scalar = node.id == "scalar" and not isinstance(value, Mapping) and not is_list(value)
    if scalar and node.style not in {"|", ">"}:
        start, end = node.start_mark.index, node.end_mark.index
        gap = " " if start == end and text[start - 1 : start] in {":", "-"} else ""
        return _spliced(text, Splice(start, end, f"{gap}{_inline(value)}"))
    if not path:
        raise UnsafeEditError(path, "flow")
    key = path[-1]
    if isinstance(key, int):
        raise UnsafeEditError(path, "flow")
    parent = _node(_composed(text), path[:-1])
    if parent is None or parent.flow_style:
        raise UnsafeEditError(path, "flow")
    start = _line_start(text, _first(parent, key))
    indent = parent.start_mark.column
    piece = _dumped({key: value}, indent)
    head = text[start : start + indent]
    if head.strip():  # the entry shares its line with the dash of an item
        start, piece = start + indent, piece[indent:]
    return _spliced(text, Splice(start, _end(text, node), piece))


def _appended(text: str, path: Path, value: Value) -> str:
    if len(path) != 1 or isinstance(path[0], int):
        raise UnsafeEditError(path, "missing")
    return _spliced(text, Splice(len(text), len(text), _dumped({path[0]: value}, 0)))


def _spliced(text: str, splice: Splice) -> str:
    """The text with the splice made; whole lines never join the end of an unfinished one."""
    before = text[: splice.start]
    is_line = splice.text.endswith("\n")
    gap = "\n" if is_line and before and not before.endswith("\n") else ""
    return f"{before}{_like(text, gap + splice.text)}{text[splice.end :]}"


def _like(text: str, piece: str) -> str:
    """The piece with the line ends of the text."""
    first = text.find("\n")
    return piece.replace("\n", "\r\n") if first > 0 and text[first - 1] == "\r" else piece


def _inline(value: Value) -> str:
    """A scalar as it stands behind a colon, on one line."""
    if isinstance(value, str) and any(sign in value for sign in _BREAKS):
        import json

        return json.dumps(value, ensure_ascii=False)
    return _dump_with_ruamel([value]).removeprefix("  - ").removeprefix("- ").rstrip("\n")


_BREAKS = "\n\r\x85\u2028\u2029"


def _in_brackets(value: Value) -> str:
    """A scalar as it stands in a list in brackets."""
    plain = _inline(value)
    needs_quotes = isinstance(value, str) and plain == value and set(value) & set(",[]{}")
    return f'"{value}"' if needs_quotes else plain


def _dumped(value: Value, indent: int) -> str:
    """The value as block lines, each indented."""
    lines = _dump_with_ruamel(value).splitlines()
    if isinstance(value, Sequence):
        lines = [line.removeprefix("  ") for line in lines]
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)


def _dump_with_ruamel(value: Value) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(value, stream)
    return stream.getvalue()


def _changed(value: Value, path: Path, change: Callable[[Any], Value]) -> Value:
    """A copy of the value with the part at the path replaced by what `change` makes of it."""
    if not path:
        return change(value)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(list_of(value))
        if not 0 <= step < len(items):
            raise UnsafeEditError(path, "missing")
        items[step] = _changed(items[step], rest, change)
        return items
    record = dict(value) if isinstance(value, Mapping) else {}
    record[step] = _changed(record.get(step), rest, change)
    return record


def _removed(value: Value, path: Path) -> Value:
    def drop(parent: Value) -> Value:
        step = path[-1]
        if isinstance(parent, Mapping):
            return {key: part for key, part in parent.items() if key != step}
        items = parent if isinstance(parent, Sequence) else ()
        return [part for place, part in enumerate(items) if place != step]

    return _changed(value, path[:-1], drop)
