"""What keeps git from giving an answer; each class carries what a person has to be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

UNSHALLOW = "git fetch --unshallow"
REFETCH = "git -c remote.origin.partialCloneFilter= fetch --refetch origin"


class HistoryError(Problem):
    """No version can be had; the classes below say why."""


@dataclass(eq=False)
class GitMissingError(HistoryError):
    """The program `git` is on no absolute folder of the search path."""


@dataclass(eq=False)
class NotARepositoryError(HistoryError):
    """The folder lies in no git repository, but a version out of one was asked for."""

    folder: Path
    revision: str = ""


@dataclass(eq=False)
class ForeignOwnerError(HistoryError):
    """The repository belongs to somebody else, and git wants to be told that it may be read."""

    folder: Path
    command: str


@dataclass(eq=False)
class UnknownRevisionError(HistoryError):
    """Neither a round nor a revision has this name.

    `near` holds the names most like it, the likeliest first. `command` is empty, or what
    fetches the rest of a history that is cut.
    """

    revision: str
    near: tuple[str, ...] = ()
    command: str = ""


@dataclass(eq=False)
class PlanNotInVersionError(HistoryError):
    """The revision is there, but holds no such folder."""

    revision: str
    folder: str


@dataclass(eq=False)
class ShallowCloneError(HistoryError):
    """The history is cut at a place where the answer could be wrong."""

    command: str = UNSHALLOW
    about: str = ""


@dataclass(eq=False)
class MissingObjectError(HistoryError):
    """The repository does not hold an object that its history names (a partial clone)."""

    object_id: str
    command: str = REFETCH


@dataclass(eq=False)
class GitFailedError(HistoryError):
    """Git ended with an error that none of the classes above stands for."""

    command: str
    stderr: str
