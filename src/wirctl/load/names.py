"""Which ids there are, so that a file which could not be read makes no reference wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wirctl.load.files import Faulty, File
    from wirctl.schema.kind import Kinds

_ANY = ""


class Names(NamedTuple):
    """Every id with the kinds of its elements.

    A file counts by its name too, and one that belongs to no kind as any kind. `nameless` are the
    kinds of which an element could not be read that not even a file name tells.
    """

    kinds: Mapping[str, frozenset[str]]
    nameless: frozenset[str]

    @classmethod
    def of(
        cls, files: Iterable[File], unread: Iterable[str], known: Kinds, faulty: Faulty
    ) -> Names:
        """The names in these files, and those of files and folders that were not read.

        Of a kind that has one file only, the id stands nowhere but in it; if something is wrong
        with it there, nobody knows it.
        """
        kinds: dict[str, set[str]] = {}
        nameless: set[str] = set()
        for file in files:
            if not file.id or (file.kind.file and faulty.has(file, "id")):
                nameless.add(file.kind.name)
                continue
            kinds.setdefault(file.id, set()).add(file.kind.name)
            if file.kind.folder:
                kinds.setdefault(file.stem, set()).add(file.kind.name)
        for path in unread:
            place = known.place(path)
            if not path.endswith((".yaml", ".yml")):
                folder = known.by_folder.get(path.partition("/")[0])
                nameless |= {folder.name} if folder is not None else set()
            elif not place.id and place.kind is not None:
                nameless.add(place.kind.name)
            else:
                kinds.setdefault(place.id, set()).add(place.kind.name if place.kind else _ANY)
        found = {name: frozenset(kind) for name, kind in kinds.items()}
        return cls(found, frozenset(nameless))

    def has(self, name: str, target: Sequence[str] = ()) -> bool:
        """Whether the name stands for something, perhaps for what could not be read."""
        if name in self.kinds or not self.nameless:
            return name in self.kinds
        return not target or not self.nameless.isdisjoint(target)

    def fits(self, name: str, target: tuple[str, ...]) -> bool:
        """Whether the name stands for something of these kinds; of any, where none is named."""
        found = self.kinds.get(name)
        if found is None or not target or not found.isdisjoint(target):
            return True
        return _ANY in found

    def fitting(self, target: tuple[str, ...]) -> tuple[str, ...]:
        """The names that a reference to these kinds may give, sorted."""
        return tuple(sorted(name for name in self.kinds if self.fits(name, target)))
