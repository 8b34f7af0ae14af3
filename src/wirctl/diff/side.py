"""One side of a comparison: elements by id, read only when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wirctl.core.value import text_of
from wirctl.load import kinds_of
from wirctl.load.files import read_files
from wirctl.model.plan import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.span import Span
    from wirctl.load.files import File
    from wirctl.schema.kind import Kind, Kinds
    from wirctl.source.tree import Tree


class UnreadableVersionError(Exception):
    """A version that cannot be compared, because files of it cannot be read.

    `paths` names the files, `label` the version.
    """

    def __init__(self, label: str, paths: tuple[str, ...]) -> None:
        super().__init__(label, paths)
        self.label = label
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Side:
    """A version of the plan, as far as the comparison needs it."""

    tree: Tree
    kinds: Kinds
    paths: Mapping[str, str]
    _files: dict[str, File] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree) -> Side:
        """The side of this tree; nothing is read yet but the list of files."""
        kinds = kinds_of(tree)[0]
        return cls(tree, kinds, {_id(path, kinds): path for path in tree.paths()})

    @property
    def label(self) -> str:
        """What a person calls the version."""
        return self.tree.label

    def read(self, paths: Iterable[str]) -> None:
        """Read these files in one go.

        Raises:
            UnreadableVersionError: one of them is no YAML, or cannot be had at all.
        """
        wanted = [path for path in paths if path not in self._files and self._claimed(path)]
        for file in read_files(self.tree, self.kinds, frozenset(wanted)):
            self._files[file.path] = file
        missing = [path for path in wanted if path not in self._files]
        broken = [path for path in wanted if path not in missing and not self._files[path].record]
        if missing or broken:
            raise UnreadableVersionError(self.label, tuple(sorted((*missing, *broken))))

    def element(self, id: str) -> Element | None:
        """The element with this id, or `None`."""
        path = self.paths.get(id)
        if path is None or not self._claimed(path):
            return None
        self.read((path,))
        file = self._files[path]
        return Element(file.kind.name, file.id, path, file.record)

    def kind(self, name: str) -> Kind | None:
        """The kind of this name, if the version has it."""
        return self.kinds.by_name.get(name)

    def label_of(self, id: str) -> str:
        """What a person calls the element; its id where it has no name here."""
        element = self.element(id)
        kind = self.kind(element.kind) if element is not None else None
        if element is None or kind is None:
            return id
        return text_of(element.value.get(kind.label)) or id

    def span(self, subject: Subject, at: Pointer) -> Span | None:
        """Where the pointer leads in the element's file, if this side has the element."""
        path = self.paths.get(subject.id) or self.paths.get(_id(subject.path, self.kinds))
        file = self._files.get(path) if path else None
        return file.document.span(at, file.kind.keys_of) if file is not None else None

    def _claimed(self, path: str) -> bool:
        return self.kinds.place(path).kind is not None


def _id(path: str, kinds: Kinds) -> str:
    """The id by the path alone; the only file of its kind has its path for an id."""
    return kinds.place(path).id or path
