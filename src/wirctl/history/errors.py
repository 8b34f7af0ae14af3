"""What keeps git from giving an answer; each class carries what a person has to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

UNSHALLOW = "git fetch --unshallow"
REFETCH = "git -c remote.origin.partialCloneFilter= fetch --refetch origin"


class HistoryError(Problem):
    """No version can be had; the classes below say why."""


class GitMissingError(HistoryError):
    """The program `git` is on no absolute folder of the search path."""


class NotARepositoryError(HistoryError):
    """The folder lies in no git repository, but a version out of one was asked for."""

    def __init__(self, folder: Path, revision: str = "") -> None:
        super().__init__(folder, revision)
        self.folder = folder
        self.revision = revision


class NoWorkTreeError(HistoryError):
    """A bare repository has the versions of a plan, but no folder with its files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class ForeignOwnerError(HistoryError):
    """The repository belongs to somebody else, and git wants to be told that it may be read."""

    def __init__(self, folder: Path, command: str) -> None:
        super().__init__(folder, command)
        self.folder = folder
        self.command = command


class UnknownRevisionError(HistoryError):
    """Neither a round nor a revision has this name.

    `near` holds the names most like it, the likeliest first. `command` is empty, or what
    fetches the rest of a history that is cut.
    """

    def __init__(self, revision: str, near: tuple[str, ...] = (), command: str = "") -> None:
        super().__init__(revision, near, command)
        self.revision = revision
        self.near = near
        self.command = command


class UnrelatedHistoriesError(HistoryError):
    """Two revisions without a common ancestor, so that nobody can say where they parted."""

    def __init__(self, base: str, head: str) -> None:
        super().__init__(base, head)
        self.base = base
        self.head = head


class PlanNotInVersionError(HistoryError):
    """The revision is there, but holds no such folder."""

    def __init__(self, revision: str, folder: str) -> None:
        super().__init__(revision, folder)
        self.revision = revision
        self.folder = folder


class ShallowCloneError(HistoryError):
    """The history is cut at a place where the answer could be wrong."""

    def __init__(self, command: str = UNSHALLOW, about: str = "") -> None:
        super().__init__(command, about)
        self.command = command
        self.about = about


class MissingObjectError(HistoryError):
    """The repository does not hold an object that its history names (a partial clone)."""

    def __init__(self, object_id: str, command: str = REFETCH) -> None:
        super().__init__(object_id, command)
        self.object_id = object_id
        self.command = command


class GitFailedError(HistoryError):
    """Git ended with an error that none of the classes above stands for."""

    def __init__(self, command: str, stderr: str) -> None:
        super().__init__(command, stderr)
        self.command = command
        self.stderr = stderr
