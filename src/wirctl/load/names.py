"""Which ids there are, so that a file which could not be read makes no reference wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.schema.kind import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.load.files import File

_ANY = ""


class Names(NamedTuple):
    """Every id with the kinds of its elements.

    A file counts by its name too, and one that belongs to no kind as any kind. `nameless` are the
    kinds of files that should have told their id and could not be read.
    """

    kinds: Mapping[str, frozenset[str]]
    nameless: frozenset[str]

    @classmethod
    def of(cls, files: Iterable[File], strays: Iterable[str]) -> Names:
        """The names in these files, and those of files that belong to no kind."""
        kinds: dict[str, set[str]] = {}
        nameless = set()
        for file in files:
            if not file.id:
                nameless.add(file.kind.name)
                continue
            kinds.setdefault(file.id, set()).add(file.kind.name)
            if file.kind.folder:
                kinds.setdefault(file.stem, set()).add(file.kind.name)
        for path in strays:
            kinds.setdefault(stem(path), set()).add(_ANY)
        found = {name: frozenset(kind) for name, kind in kinds.items()}
        return cls(found, frozenset(nameless))

    def has(self, name: str, target: Iterable[str] = ()) -> bool:
        """Whether the name stands for something, perhaps for what could not be read."""
        wanted = frozenset(target)
        return name in self.kinds or bool(self.nameless & wanted if wanted else self.nameless)

    def fits(self, name: str, target: tuple[str, ...]) -> bool:
        """Whether the name stands for something of these kinds; of any, where none is named."""
        found = self.kinds.get(name)
        return found is None or not target or bool(found & {_ANY, *target})

    def fitting(self, target: tuple[str, ...]) -> tuple[str, ...]:
        """The names that a reference to these kinds may give, sorted."""
        return tuple(sorted(name for name in self.kinds if self.fits(name, target)))
