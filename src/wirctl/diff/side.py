"""One side of a comparison: elements by id, read only when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import field, frozen, replace
from wirctl.core.problem import Problem
from wirctl.core.severity import Severity
from wirctl.core.value import text_of
from wirctl.load import kinds_of
from wirctl.load.files import files_of, read_files
from wirctl.model.plan import Element
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.core.pointer import Pointer
    from wirctl.core.span import Span
    from wirctl.load.files import File
    from wirctl.schema.kind import Kind, Kinds
    from wirctl.source.tree import Tree


class UnreadableVersionError(Problem):
    """A version that cannot be compared, because something of it cannot be read.

    `paths` names the files, `label` the version, `command` what shows the places.
    """

    def __init__(self, label: str, paths: Iterable[str]) -> None:
        self.label = label
        self.paths = tuple(sorted(paths))
        self.command = f"wirctl validate --at {label}"
        super().__init__(label, self.paths)


class TwoFilesOneIdError(Problem):
    """A version that cannot be compared, because two of its files are one element."""

    def __init__(self, label: str, id: str, paths: Iterable[str]) -> None:
        self.label = label
        self.id = id
        self.paths = tuple(sorted(paths))
        super().__init__(label, id, self.paths)


_AT_FIRST = 32
"""Files that are read first where it is not known how many are needed; then twice as many."""


@frozen
class Side:
    """A version of the plan, as far as the comparison needs it.

    `paths` leads from the name of each element to its files: one, where the version is in
    order; `of_kind` from each kind to the names of its elements, sorted. An element is named by
    its file, as everywhere; those that a plan has once, such as `plan.yaml`, by the file's path,
    so that they stay what they are under a new id.
    """

    tree: Tree
    kinds: Kinds
    paths: Mapping[str, tuple[str, ...]]
    of_kind: Mapping[str, tuple[str, ...]]
    unplaced: frozenset[str]
    _faults: tuple[Diagnostic, ...] = ()
    _files: dict[str, File] = field(default_factory=dict)
    _common: frozenset[str] = frozenset()
    _both: dict[str, File] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _elements: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree) -> Side:
        """The side of this tree; nothing is read yet but the list of files and own schemas."""
        kinds, faults = kinds_of(tree)
        named: dict[str, list[str]] = {}
        of_kind: dict[str, list[str]] = {}
        unplaced = set()
        for path in tree.paths():
            kind, id = kinds.place(path)
            if kind is None:
                unplaced.add(path)
                continue
            name = id or path
            if name not in named:
                named[name] = []
                of_kind.setdefault(kind.name, []).append(name)
            named[name].append(path)
        paths = {name: tuple(found) for name, found in named.items()}
        sorts = {kind: tuple(sorted(names)) for kind, names in of_kind.items()}
        return cls(tree, kinds, paths, sorts, frozenset(unplaced), faults)

    @classmethod
    def both(cls, old: Tree, new: Tree) -> tuple[Side, Side]:
        """The sides of both trees; a file that is the same in both is read once."""
        before, after = cls.of(old), cls.of(new)
        if before.kinds is not after.kinds:
            return before, after
        there = new.contents()
        common = frozenset(path for path, id in old.contents().items() if there.get(path) == id)
        shared: dict[str, File] = {}
        return (
            replace(before, _common=common, _both=shared),
            replace(after, _common=common, _both=shared),
        )

    @property
    def label(self) -> str:
        """What a person calls the version."""
        return self.tree.label

    def require(self, names: Iterable[str]) -> None:
        """Read these elements, as far as this side has them, in one go.

        Raises:
            UnreadableVersionError: one of them cannot be read in every part, or something of
                the version cannot be listed.
            TwoFilesOneIdError: one of them stands in two files.
        """
        wanted = {name: self.paths[name] for name in names if name in self.paths}
        for name, found in sorted(wanted.items()):
            if len(found) > 1:
                raise TwoFilesOneIdError(self.label, name, found)
        paths = [path for found in wanted.values() for path in found]
        self._read(paths)
        bad = {*self._unlisted(), *(path for path in paths if not self._is_whole(path))}
        if bad:
            raise UnreadableVersionError(self.label, bad)

    def named(self, name: str) -> Element | None:
        """The element of this name; `None` if it is not here or cannot be read."""
        known = self._elements.get(name)
        if known is not None:
            return known
        path = next(iter(self.paths.get(name, ())), "")
        if not path:
            return None
        self._read((path,))
        file = self._files.get(path)
        if file is None or not file.record:
            return None
        found = Element(file.kind.name, _id(file, name), path, file.record)
        self._elements[name] = found
        return found

    def element(self, id: str) -> Element | None:
        """The element with this id; `None` if it is not here or cannot be read."""
        return self.named(self.name_of(id))

    def name_of(self, id: str) -> str:
        """The name of the element with this id: the id, but for those that a plan has once."""
        if id in self.paths:
            return id
        if not self._names:
            self._names.update(self._singles())
        return self._names.get(id, id)

    def ids_of(self, kind: str) -> Iterator[str]:
        """The id of each element of this kind that can be read, sorted."""
        names = self.of_kind.get(kind, ())
        self._read(self.paths[name][0] for name in names)
        yield from (element.id for element in map(self.named, names) if element is not None)

    def likely(
        self, kinds: Collection[str], words: Collection[bytes]
    ) -> Iterator[tuple[Element, ...]]:
        """The elements of these kinds whose files have all the words, a few files at a time.

        Files without them are not read as YAML; one in which letters may be escaped counts as
        having any.
        """
        names = sorted(name for kind in kinds for name in self.of_kind.get(kind, ()))
        start, many = 0, _AT_FIRST
        while start < len(names):
            some = {self.paths[name][0]: name for name in names[start : start + many]}
            start, many = start + many, 2 * many
            data = self.tree.read(path for path in some if path not in self._files)
            likely = {path: text for path, text in data.items() if _has(text, words)}
            self._keep(files_of(likely, self.kinds))
            known = (self.named(name) for path, name in some.items() if path in self._files)
            yield tuple(element for element in known if element is not None)

    def read(self, ids: Iterable[str]) -> None:
        """Read these elements in one go; what is not here or cannot be read is left out."""
        self._read(path for id in ids for path in self.paths.get(self.name_of(id), ())[:1])

    def kind(self, name: str) -> Kind | None:
        """The kind of this name, if the version has it."""
        return self.kinds.by_name.get(name)

    def label_of(self, id: str) -> str:
        """What a person calls the element; its id where it has no name here.

        An element that is named by another, as a translation is, has that one's name.
        """
        label, is_reference = self._label(id)
        return (self._label(label)[0] if is_reference else "") or label or id

    def _label(self, id: str) -> tuple[str, bool]:
        """What the element says it is called, and whether that is a reference."""
        element = self.element(id)
        kind = self.kind(element.kind) if element is not None else None
        if element is None or kind is None:
            return "", False
        field = kind.fields.get(kind.label)
        is_reference = field is not None and field.value is ValueKind.REFERENCE
        return text_of(element.value.get(kind.label)), is_reference

    def span(self, id: str, at: Pointer) -> Span | None:
        """Where the pointer leads in the element's file, if this side has the element."""
        element = self.element(id)
        if element is None:
            return None
        file = self._files[element.path]
        return file.document.span(at, file.kind.keys_of)

    def _read(self, paths: Iterable[str]) -> None:
        wanted = frozenset(path for path in paths if path not in self._files)
        if wanted:
            known = {path: self._both[path] for path in wanted & self._both.keys()}
            self._files.update(known)
            self._keep(read_files(self.tree, self.kinds, wanted - known.keys()))

    def _keep(self, files: Iterable[File]) -> None:
        """Remember what was read; for the other side, too, where it has the same."""
        for file in files:
            self._files[file.path] = file
            if file.path in self._common:
                self._both[file.path] = file

    def _unlisted(self) -> Iterator[str]:
        """The paths at which the version holds something that is not there to be compared."""
        there = self.tree.contents()
        yield from (fault.subject.path for fault in self._faults)
        for fault in self.tree.faults():
            if fault.severity is Severity.ERROR and fault.subject.path not in there:
                yield fault.subject.path

    def _is_whole(self, path: str) -> bool:
        """Whether the file could be read and every value in it is what it looks like."""
        file = self._files.get(path)
        return file is not None and bool(file.record) and not file.document.unreadable

    def _singles(self) -> Iterator[tuple[str, str]]:
        """The id of each element that a plan has once, with its name."""
        for kind in self.kinds:
            element = self.named(kind.file) if kind.file else None
            if element is not None:
                yield element.id, kind.file


def _has(data: bytes, words: Iterable[bytes]) -> bool:
    return b"\\" in data or all(word in data for word in words)


def _id(file: File, name: str) -> str:
    return name if not file.kind.file else text_of(file.record.get("id")) or file.kind.name
