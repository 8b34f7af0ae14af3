"""The two versions that a command compares, by the names that people have for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wirctl.cli.place import NoPlanError
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from wirctl.cli.place import Place
    from wirctl.history.version import Version, Versions
    from wirctl.source.tree import Tree


class NoClosedRoundError(Problem):
    """Nothing to compare the work tree with: no round is closed."""


class TwoRoundsOneCommitError(Problem):
    """Two rounds that lie in one commit: what changed between them is not known."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


class Sided(NamedTuple):
    """One version, its plan files, and what leads to them from the top of the repository."""

    version: Version
    tree: Tree
    prefix: str


def place_of(plan: str, config: str, old: str, new: str) -> Place:
    """The plan whose versions these are.

    Where there is none, two folders can still be compared, and two folders of revisions.

    Raises:
        NoPlanError: there is none, and a version is named that only a plan has.
    """
    from wirctl.cli.config import Config
    from wirctl.cli.place import Place, find_place

    try:
        return find_place(plan, config)
    except NoPlanError:
        if plan or not (_is_of_itself(old) and _is_of_itself(new)):
            raise
    return find_place(new, config) if _is_folder(new) else Place(Path(), Config())


def two_sides(versions: Versions, old: str, new: str) -> tuple[Sided, Sided]:
    """Both versions; where no older one is named, the round that was closed last.

    Raises:
        NoClosedRoundError: there is none.
        TwoRoundsOneCommitError: two rounds are named that one commit closed.
        NoPlanError: a version holds no plan, and comparing with it would show all as gone.
        HistoryError: a version cannot be had.
    """
    before, after = _older(versions, old), versions.find(new)
    _check_told_apart(before, after)
    return _sided(versions, before), _sided(versions, after)


def _is_folder(name: str) -> bool:
    return bool(name) and Path(name).is_dir()


def _is_of_itself(name: str) -> bool:
    """Whether the name says where the plan lies: a folder, or a folder of a revision."""
    return _is_folder(name) or ":" in name.strip(":")


def _older(versions: Versions, name: str) -> Version:
    """The version that is named, else the round that was closed last."""
    if name:
        return versions.find(name)
    last = versions.last_closed
    if last is None:
        raise NoClosedRoundError
    return versions.find(last.round_id)


def _check_told_apart(old: Version, new: Version) -> None:
    """Refuse to compare two rounds that one commit closed."""
    from wirctl.history.version import VersionKind

    both_rounds = old.kind is VersionKind.ROUND and new.kind is VersionKind.ROUND
    if both_rounds and old.name != new.name and old.commit == new.commit:
        raise TwoRoundsOneCommitError(old.name, new.name)


def _sided(versions: Versions, version: Version) -> Sided:
    """The version with its plan; of a folder that holds a folder `plan`, what is in there."""
    from wirctl.history.version import VersionKind

    if version.kind is VersionKind.FOLDER:
        return _of_folder(versions, version)
    if ":" in version.name and not _holds_plan(version.tree):
        raise NoPlanError(Path(version.name))
    below = version.below if version.commit else _below(versions)
    return Sided(version, version.tree, f"{below}/" if below else "")


def _of_folder(versions: Versions, version: Version) -> Sided:
    from wirctl.cli.place import shown_path

    folder = Path(version.name)
    if _holds_plan(version.tree):
        return Sided(version, version.tree, f"{shown_path(folder)}/")
    inside = folder / "plan"
    if not (inside / "plan.yaml").is_file():
        raise NoPlanError(folder)
    name = str(inside) if inside.is_absolute() else f"./{inside}"
    return Sided(version, versions.find(name).tree, f"{shown_path(inside)}/")


def _below(versions: Versions) -> str:
    """Where the plan lies from the top of its repository; without one, from where one stands."""
    from wirctl.cli.place import shown_path

    repository = versions.repository
    if repository is not None:
        return repository.below(versions.plan_root)
    shown = shown_path(versions.plan_root)
    return "" if shown == "." else shown


def _holds_plan(tree: Tree) -> bool:
    """Whether a file of the tree belongs to a kind of element."""
    from wirctl.load import kinds_of

    kinds = kinds_of(tree)[0]
    return any(kinds.place(path).kind is not None for path in tree.paths())
