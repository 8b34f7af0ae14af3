"""From a tree to documents, each with the kind and id that its path gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.diagnostic import Subject
from wirctl.core.span import Span
from wirctl.core.value import record_of, text_of
from wirctl.schema.kind import stem
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record
    from wirctl.schema.kind import Kind, Kinds
    from wirctl.schema.links import Path
    from wirctl.source.document import Document
    from wirctl.source.tree import Tree


class File(NamedTuple):
    """One plan file that was read: where it belongs and what is in it.

    `id` is the id of the element: what the file says if that can be an id, else its name.
    """

    kind: Kind
    id: str
    document: Document

    @property
    def path(self) -> str:
        """The path below the plan folder."""
        return self.document.path

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return stem(self.document.path)

    @property
    def record(self) -> Record:
        """The content, empty where the file could not be read."""
        return record_of(self.document.value)

    @property
    def subject(self) -> Subject:
        """The element as a subject of findings."""
        return Subject(self.path, self.kind.name, self.id)


def read_files(tree: Tree, kinds: Kinds, only: Collection[str] | None = None) -> tuple[File, ...]:
    """The files of the tree that belong to a kind, sorted by path.

    `only` limits the reading to these paths.
    """
    paths = tree.paths() if only is None else sorted(only)
    return files_of(tree.read(path for path in paths if kinds.place(path).kind is not None), kinds)


def files_of(data: Mapping[str, bytes], kinds: Kinds) -> tuple[File, ...]:
    """The files with these bytes (by path) that belong to a kind, in this order."""
    placed = ((path, kinds.place(path)) for path in data)
    return tuple(
        _file(place.kind, place.id, read(path, data[path]))
        for path, place in placed
        if place.kind is not None
    )


def _file(kind: Kind, name: str, document: Document) -> File:
    said = text_of(record_of(document.value).get("id"))
    return File(kind, said if _can_be_id(said) else name, document)


def _can_be_id(text: str) -> bool:
    """Whether the text may name a file: ids become paths and addresses."""
    return text.isascii() and text.replace("-", "").replace("_", "").isalnum()


class Faulty(NamedTuple):
    """What is wrong inside files already, so that nobody finds fault with it a second time.

    `fields` are the fields at the top of files that something is wrong with, as path and name;
    an empty name is the whole file. `values` are the single values that could not be read, and
    `places` those that do not fit their schema.
    """

    fields: frozenset[tuple[str, str]]
    values: frozenset[tuple[str, Path]]
    places: frozenset[tuple[str, Pointer]]

    @classmethod
    def of(cls, files: Iterable[File], found: Iterable[Diagnostic]) -> Faulty:
        """What the reader could not read, and what does not fit its schema."""
        values = frozenset((file.path, path) for file in files for path in file.document.unreadable)
        unread = {(file, str(path[0]) if path else "") for file, path in values}
        places = frozenset(
            (item.subject.path, item.at) for item in found if not isinstance(item.at, Span)
        )
        unfit = {(file, at[0]) for file, at in places if at}
        return cls(frozenset(unread | unfit), values, places)

    def has(self, file: File, *names: str) -> bool:
        """Whether one of these fields, or the whole file, is at fault."""
        return bool(self.fields) and any((file.path, name) in self.fields for name in ("", *names))

    def has_value(self, file: File, path: Path) -> bool:
        """Whether this value, by keys and places, or one around it could not be read."""
        return bool(self.values) and any(
            (file.path, path[:end]) in self.values for end in range(len(path) + 1)
        )

    def has_place(self, file: File, at: Pointer) -> bool:
        """Whether the value at this pointer does not fit its schema."""
        return (file.path, at) in self.places
