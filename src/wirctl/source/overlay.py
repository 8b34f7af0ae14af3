"""A tree with some of its files replaced or added, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.source.folder import blob_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.source.tree import Tree


class Overlay:
    """The files of another tree, but for these; path below the plan folder to bytes."""

    def __init__(self, tree: Tree, files: Mapping[str, bytes]) -> None:
        self._tree = tree
        self._files = files

    @property
    def label(self) -> str:
        """What a person calls the version below."""
        return self._tree.label

    def paths(self) -> tuple[str, ...]:
        """Every file of both, sorted."""
        return tuple(sorted({*self._tree.paths(), *self._files}))

    def contents(self) -> Mapping[str, str]:
        """Path to content id, for every path."""
        own = {path: blob_id(data) for path, data in self._files.items()}
        return dict(sorted({**self._tree.contents(), **own}.items()))

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Path to bytes, for the paths that can be read."""
        wanted = tuple(paths)
        own = {path: self._files[path] for path in wanted if path in self._files}
        return {**self._tree.read([path for path in wanted if path not in own]), **own}

    def faults(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files below that are not replaced."""
        return tuple(item for item in self._tree.faults() if item.subject.path not in self._files)
