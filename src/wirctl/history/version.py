"""The versions of a plan by the names that people have for them."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.history.errors import (
    UNSHALLOW,
    HistoryError,
    NotARepositoryError,
    NoWorkTreeError,
    PlanNotInVersionError,
    ShallowCloneError,
    UnknownRevisionError,
    UnrelatedHistoriesError,
)
from wirctl.history.repository import Repository
from wirctl.history.revision import RevisionTree
from wirctl.history.rounds import FOLDER, closings, last_closed
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.history.rounds import RoundVersion
    from wirctl.source.tree import Tree

WORKTREE = "WORKTREE"
_ROUND_ID = regex(r"[A-Z][A-Z0-9-]*")
_NEAR_LENGTH = 200


class VersionKind(StrEnum):
    """What a name for a version turned out to be."""

    WORKTREE = "worktree"
    ROUND = "round"
    REVISION = "revision"
    FOLDER = "folder"


@frozen
class Version:
    """One version of a plan, found by its name; without a commit where it is a folder.

    `below` is where the plan lies in that commit, from the top of the repository.
    """

    name: str
    kind: VersionKind
    tree: Tree
    commit: str = ""
    below: str = ""


def resolve(name: str, plan_root: Path) -> Tree:
    """The plan's files at a round, a git revision, `WORKTREE` or another folder.

    Raises:
        UnknownRevisionError: the name stands for none of these.
        HistoryError: the version cannot be had.
    """
    return Versions(plan_root).find(name).tree


class Versions:
    """Every version of the plan in one folder.

    In a `with` block git ends with the block, else when the last tree is let go.
    """

    def __init__(self, plan_root: Path) -> None:
        self.plan_root = plan_root

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        repository: Repository | None = self.__dict__.get("repository")
        if repository is not None:
            repository.close()

    @cached_property
    def repository(self) -> Repository | None:
        """The repository around the plan; `None` where there is none.

        Raises:
            HistoryError: there is one, and it cannot be read.
        """
        return Repository.discover(self.plan_root)

    @cached_property
    def closings(self) -> tuple[RoundVersion, ...]:
        """The closed rounds and, in their places, those that have been opened again since."""
        repository = self.repository
        if repository is None or repository.head is None:
            return ()
        return closings(repository, repository.head, repository.below(self.plan_root))

    @property
    def rounds(self) -> tuple[RoundVersion, ...]:
        """Every closed round in the history of what is checked out, in that order."""
        return tuple(version for version in self.closings if not version.is_open)

    @property
    def last_closed(self) -> RoundVersion | None:
        """The round that was closed last; of several closed by one commit, the latest by date.

        Raises:
            ShallowCloneError: the history is cut before it.
        """
        last = last_closed(self.rounds)
        is_cut = self.repository is not None and self.repository.is_shallow
        if is_cut and (last is None or last.is_cut):
            raise ShallowCloneError
        return last

    @property
    def uncommitted(self) -> tuple[str, ...]:
        """The plan files whose text is not that of the commit checked out, sorted.

        `git status` is not asked: it would run the filters that the repository names. Line
        ends are no difference, as git may have been told to write those of the system.
        """
        repository = self.repository
        here = self._folder(self.plan_root, WORKTREE)
        if repository is None or repository.head is None:
            return here.paths()
        below = repository.below(self.plan_root)
        there = RevisionTree(repository, repository.head, below, "HEAD")
        old, new = there.contents(), here.contents()
        changed = [path for path in {*old, *new} if old.get(path) != new.get(path)]
        before, after = there.read(changed), here.read(changed)
        return tuple(sorted(path for path in changed if _text(before, path) != _text(after, path)))

    def find(self, name: str) -> Version:
        """The version that the name stands for: a round, else a revision, else a folder.

        `REVISION:FOLDER` is a folder of a revision, named from the top of the repository, that
        the plan does not have to lie in now. A name that begins with `.`, `/` or `~` is a folder,
        whatever else is called so.

        Raises:
            UnknownRevisionError: it stands for nothing.
            ShallowCloneError: the history is cut where the answer could be wrong.
            HistoryError: the repository cannot be read.
        """
        found = next(self._meanings(name), None)
        if found is None:
            raise self._unknown(name)
        return found

    def at(self, round: RoundVersion) -> Version:
        """The version of a closed round, found in any history of this repository.

        Raises:
            ShallowCloneError: the history is cut before it.
            NotARepositoryError: there is no repository any more.
        """
        if self.repository is None:
            raise NotARepositoryError(self.plan_root, round.round_id)
        return self._closed(self.repository, round)

    def fork(self, base: Version, head: Version) -> Version:
        """The version at which the head left the base; the base itself where one is a folder.

        The working tree has the history of the commit that is checked out.

        Raises:
            UnrelatedHistoriesError: the two never were one.
            ShallowCloneError: the history is cut where the answer could be wrong.
        """
        repository = self.repository
        commit = head.commit
        if head.kind is VersionKind.WORKTREE and repository is not None:
            commit = repository.head or ""
        if repository is None or not base.commit or not commit:
            return base
        found = repository.merge_base(base.commit, commit)
        if found is None:
            raise UnrelatedHistoriesError(base.name, head.name)
        if found == base.commit:
            return base
        below = self._below(repository, found, base.name)
        tree = RevisionTree(repository, found, below, base.name)
        return Version(base.name, VersionKind.REVISION, tree, found, below)

    def hidden(self, version: Version) -> tuple[VersionKind, ...]:
        """What else the name of a version could have meant."""
        others = (other for other in self._meanings(version.name) if other.kind != version.kind)
        return tuple(
            other.kind for other in others if not other.commit or other.commit != version.commit
        )

    def _meanings(self, name: str) -> Iterator[Version]:
        if name == WORKTREE:
            yield Version(name, VersionKind.WORKTREE, self._folder(self.plan_root, name))
        elif not _is_path(name):
            yield from self._rounds(name)
            yield from self._revisions(name)
        if _is_folder(name):
            yield Version(name, VersionKind.FOLDER, self._folder(Path(name), name))

    def _rounds(self, name: str) -> Iterator[Version]:
        """The round of this name: closed, its commit; open, the working tree."""
        if not _ROUND_ID.fullmatch(name):
            return
        closed = next((version for version in self.rounds if version.round_id == name), None)
        if closed is not None and self.repository is not None:
            yield self._closed(self.repository, closed)
        elif name in self._open_rounds:
            yield Version(name, VersionKind.ROUND, self._folder(self.plan_root, name))

    def _closed(self, repository: Repository, version: RoundVersion) -> Version:
        if version.is_cut:
            raise ShallowCloneError(UNSHALLOW, version.round_id)
        tree = RevisionTree(repository, version.commit, version.below, version.round_id)
        return Version(version.round_id, VersionKind.ROUND, tree, version.commit, version.below)

    @cached_property
    def _open_rounds(self) -> frozenset[str]:
        files = (self.plan_root / FOLDER).glob("**/*.y*ml")
        return frozenset(path.stem for path in files) - {item.round_id for item in self.rounds}

    def _revisions(self, name: str) -> Iterator[Version]:
        repository = self.repository
        commit = repository.commit(name) if repository is not None else None
        if repository is not None and commit is not None:
            below = self._below(repository, commit, name)
            tree = RevisionTree(repository, commit, below, name)
            yield Version(name, VersionKind.REVISION, tree, commit, below)
        elif repository is not None and ":" in name:
            yield from self._folder_of(repository, name)

    def _folder_of(self, repository: Repository, name: str) -> Iterator[Version]:
        """The folder of a revision, where the name is `REVISION:FOLDER`."""
        revision, _, folder = name.rpartition(":")
        below = folder.strip("/")
        commit = repository.commit(revision)
        if commit is None:
            return
        if repository.folder(commit, below) is None:
            raise PlanNotInVersionError(revision, folder)
        tree = RevisionTree(repository, commit, below, name)
        yield Version(name, VersionKind.REVISION, tree, commit, below)

    def _below(self, repository: Repository, commit: str, name: str) -> str:
        """The plan's folder in this commit: where it is now, or where it was before a move."""
        now = repository.below(self.plan_root)
        if repository.folder(commit, now) is not None:
            return now
        for place in dict.fromkeys(version.below for version in self.rounds):
            if repository.folder(commit, place) is not None:
                return place
        raise PlanNotInVersionError(name, now)

    def _folder(self, folder: Path, label: str) -> FolderTree:
        if not folder.is_dir() and self.repository is not None and self.repository.is_bare:
            raise NoWorkTreeError(folder)
        return FolderTree(folder, label, self._hash_name)

    @cached_property
    def _hash_name(self) -> str:
        """What content ids are made with; a folder can be read without any repository."""
        try:
            return "sha1" if self.repository is None else self.repository.hash_name
        except HistoryError:
            return "sha1"

    def _unknown(self, name: str) -> UnknownRevisionError | NotARepositoryError:
        from difflib import get_close_matches

        if self.repository is None:
            return NotARepositoryError(self.plan_root, name)
        rounds = (version.round_id for version in self.rounds)
        known = {WORKTREE, *rounds, *self._open_rounds, *self.repository.names()}
        near = tuple(get_close_matches(name[:_NEAR_LENGTH], sorted(known)))
        return UnknownRevisionError(name, near, UNSHALLOW if self.repository.is_shallow else "")


def _text(files: Mapping[str, bytes], path: str) -> bytes | None:
    return files[path].replace(b"\r\n", b"\n") if path in files else None


def _is_path(name: str) -> bool:
    return name.startswith((".", "/", "~")) or "\\" in name


def _is_folder(name: str) -> bool:
    try:
        return name != "" and Path(name).is_dir()
    except (OSError, ValueError):
        return False
