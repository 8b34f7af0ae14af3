"""Which elements each closed round held, by the names of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.frozen import field, frozen
from wirctl.history import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.history.repository import Repository
    from wirctl.history.rounds import RoundVersion

_NO_KIND = "schemas"
_ENDINGS = (".yaml", ".yml")


@frozen
class Place:
    """Where an element lies: the folder of its kind, and its path below the plan folder.

    `blob` is the git object with its file, where the place is one in a commit.
    """

    folder: str
    path: str
    blob: str = field(default="", compare=False)


def ids_of_closed_rounds(
    repository: Repository, found: Iterable[RoundVersion]
) -> Mapping[str, Mapping[str, Place]]:
    """Round to the ids of that version, each with its place; rounds in their order.

    A folder that did not change between two rounds is looked at once.
    """
    known: dict[tuple[str, str], Mapping[str, Place]] = {}
    found = tuple(found)
    repository.read_ahead((version.commit, version.below) for version in found)
    return {version.round_id: _ids_of(repository, version, known) for version in found}


def ids_ever(
    repository: Repository, found: Iterable[RoundVersion], below: str = ""
) -> frozenset[str]:
    """Every id that an element had in a closed round or in any commit up to the last one.

    `below` is where the plan's folder lies now; rounds know where it lay before.
    """
    rounds = ids_of_closed_rounds(repository, found).values()
    start = f"{below}/" if below else ""
    changed = (
        change.path.removeprefix(start)
        for entry in repository.log(repository.head or "", [below] if below else [])
        for change in entry.changes
    )
    return frozenset((*ids_in(changed), *(name for ids in rounds for name in ids)))


def ids_in(paths: Iterable[str]) -> Mapping[str, Place]:
    """Id to place, for the paths of one version; files beside the folders have no id."""
    return _ids_in((path, "") for path in paths)


def _ids_in(files: Iterable[tuple[str, str]]) -> dict[str, Place]:
    places = (Place(path.partition("/")[0], path, blob) for path, blob in files if _has_id(path))
    return {place.path.rpartition("/")[2].rpartition(".")[0]: place for place in places}


def identity_findings(
    paths: Iterable[str], earlier: Mapping[str, Mapping[str, Place]]
) -> Iterator[Diagnostic]:
    """What was in a closed round and is gone without a tombstone, or is something else now."""
    now = ids_in(paths)
    last = {
        name: (round_id, then) for round_id, ids in earlier.items() for name, then in ids.items()
    }
    for name, (round_id, then) in sorted(last.items()):
        if name not in now:
            yield _finding(say.ID_LOST, name, round_id, then, then.path)
        elif now[name].folder != then.folder:
            yield _finding(say.ID_REUSED, name, round_id, then, now[name].path)


def _finding(message: Message, name: str, round_id: str, then: Place, path: str) -> Diagnostic:
    arguments = (("id", name), ("round", round_id), ("path", then.path))
    return Diagnostic(message.id, message.severity, Subject(path, id=name), arguments=arguments)


def _ids_of(
    repository: Repository,
    version: RoundVersion,
    known: dict[tuple[str, str], Mapping[str, Place]],
) -> Mapping[str, Place]:
    root = repository.folder(version.commit, version.below)
    ids: dict[str, Place] = {}
    for folder in repository.node(root).folders if root else ():
        if folder not in known:
            name, tree = folder
            files = repository.listing(tree).files.items()
            known[folder] = _ids_in((f"{name}/{path}", blob) for path, blob in files)
        ids.update(known[folder])
    return ids


def _has_id(path: str) -> bool:
    return "/" in path and path.endswith(_ENDINGS) and not path.startswith(f"{_NO_KIND}/")
