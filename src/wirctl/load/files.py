"""From a tree to documents, each with the kind and id that its path gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.value import Record, record_of, text_of
from wirctl.load import messages as say
from wirctl.source.document import Document, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wirctl.schema.kind import Kind, Kinds
    from wirctl.source.tree import Tree


@dataclass(frozen=True, slots=True)
class File:
    """One plan file that was read: where it belongs and what is in it.

    `id` is the id of the element: what the file says if that is an id, else its name.
    """

    kind: Kind
    id: str
    document: Document

    @property
    def path(self) -> str:
        """The path below the plan folder."""
        return self.document.path

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
    placed = [path for path in tree.paths() if only is None or path in only]
    wanted = [path for path in placed if kinds.place(path).kind is not None]
    data = tree.read(wanted)
    return tuple(_file(path, data[path], kinds) for path in wanted if path in data)


def _file(path: str, data: bytes, kinds: Kinds) -> File:
    place = kinds.place(path)
    if place.kind is None:
        raise LookupError(path)
    document = read(path, data)
    return File(place.kind, text_of(record_of(document.value).get("id")) or place.id, document)


def stray_files(tree: Tree, kinds: Kinds) -> Iterator[Diagnostic]:
    """A finding for every plan file that no kind claims."""
    folders = ", ".join(sorted(kinds.by_folder))
    for path in tree.paths():
        if path.endswith(".json"):
            continue
        if kinds.place(path).kind is None:
            yield Diagnostic(
                say.UNKNOWN_FOLDER.id,
                say.UNKNOWN_FOLDER.severity,
                Subject(path),
                arguments=(("hint", folders),),
            )
