"""Git as a child process, read only. The one module that runs it.

A repository under review is hostile until read: its configuration, attributes, refs and
objects may be made to run a program, to open a connection or to answer wrongly. So nothing
here checks out, compares with the working tree or shows a patch; every option of git's that
could start a program is set, and what configuration could change about an answer is said on
the command line of the question.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Self

from wirctl.core.frozen import frozen, replace
from wirctl.core.regex import regex
from wirctl.history.errors import ForeignOwnerError, GitFailedError, GitMissingError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROGRAM = "git.exe" if os.name == "nt" else "git"
_PATIENCE = 120
"""Seconds for one question. Git itself waits for ever where a file of its own is a pipe."""
_FULL_ID = regex(r"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\Z")
_FOREIGN = (b"safe.directory", b"dubious ownership")

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    # No transport at all, whatever `protocol.*.allow` says. This is what keeps an older git,
    # which does not know the line above, from fetching what a partial clone lacks.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "C",
}
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.sshCommand=false",
    "core.askPass=false",
    "core.alternateRefsCommand=false",
    "credential.helper=",
    "diff.external=",
    "gpg.program=false",
    "log.showSignature=false",
    "protocol.allow=never",
    "advice.graftFileDeprecated=false",  # It is meant that an empty one is named.
)
_OPTIONS = ("--no-pager", *(word for setting in _SETTINGS for word in ("-c", setting)))
_ABOUT = (
    "rev-parse",
    "--is-shallow-repository",
    "--show-object-format",
    "--git-common-dir",
    "HEAD^{commit}",
)


@frozen
class Git:
    """The program, the folder it is run in, the environment that it gets, and what it found.

    `common` is the folder that all worktrees of the repository share, `head` the commit that
    is checked out, or empty.
    """

    program: str
    start: Path
    environment: Mapping[str, str]
    is_shallow: bool = False
    hash_name: str = "sha1"
    common: Path = Path()
    head: str = ""

    @classmethod
    def at(cls, start: Path, *, is_bare: bool) -> Self:
        """Git for the repository that begins at this folder.

        Raises:
            GitMissingError: there is no git.
            ForeignOwnerError: git refuses it, and nobody has told it otherwise.
            GitFailedError: it is no repository that git can read.
        """
        git = cls(_program(), start, _environment(start, is_bare=is_bare))
        done = git.run(*_ABOUT)
        if any(word in done.stderr for word in _FOREIGN):
            git = git._declared(start if is_bare else start / ".git")
            done = git.run(*_ABOUT)
        lines = done.stdout.decode("utf-8", "surrogateescape").split("\n")
        if len(lines) < len(_ABOUT):
            raise _failure("rev-parse", done)
        shallow, hash_name, common, head, *_ = lines
        if not is_full_id(head):
            _check_refs(git)
        return replace(
            git,
            is_shallow=shallow == "true",
            hash_name=hash_name,
            common=start / common,
            head=head if is_full_id(head) else "",
        )

    def _declared(self, inside: Path) -> Self:
        """Git that reads the repository of somebody else, where the user has agreed to that."""
        if not self._is_declared_safe():
            raise ForeignOwnerError(self.start, _declare_safe(self.start))
        return replace(self, environment={**self.environment, "GIT_DIR": str(inside)})

    def command(self, *arguments: str) -> list[str]:
        """The whole command line."""
        return [self.program, "-C", str(self.start), *_OPTIONS, *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """What git answers, whether it fails or not.

        Raises:
            GitFailedError: it gives no answer at all.
        """
        return _run(self.command(*arguments), self.environment)

    def start_up(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A git that stays, to be written to and read from; what it complains of is lost."""
        return subprocess.Popen(
            self.command(*arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )

    def ask(self, *arguments: str) -> bytes:
        """What git answers.

        Raises:
            GitFailedError: it fails.
        """
        done = self.run(*arguments)
        if done.returncode:
            raise _failure(arguments[0], done)
        return done.stdout

    def _is_declared_safe(self) -> bool:
        """Whether the user or the system has declared the folder safe (`safe.directory`).

        Their configuration is shut out of every other question, so it is asked here.
        """
        places = [value for scope in ("--system", "--global") for value in self._safe(scope)]
        while "" in places:
            places = places[places.index("") + 1 :]
        return any(_covers(place, self.start) for place in places)

    def _safe(self, scope: str) -> list[str]:
        command = [self.program, "config", scope, "-z", "--get-all", "safe.directory"]
        done = _run(command, _scrubbed())
        return done.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _check_refs(git: Git) -> None:
    """Tell a repository before its first commit from one whose refs are broken."""
    done = git.run("for-each-ref", "--format=%(objecttype)")
    if done.returncode or done.stderr:
        raise _failure("for-each-ref", done)


def is_full_id(text: str) -> bool:
    """Whether the text is a whole object id, of SHA-1 or SHA-256."""
    return _FULL_ID.match(text) is not None


def _program() -> str:
    """The path of git: the first on the search path, never one in the current folder.

    Raises:
        GitMissingError: there is none.
    """
    for folder in os.get_exec_path():
        candidate = Path(folder, _PROGRAM)
        if candidate.is_absolute() and os.access(candidate, os.X_OK) and candidate.is_file():
            return str(candidate)
    raise GitMissingError


def start_of(folder: Path) -> tuple[Path, bool] | None:
    """Where the repository around the folder begins, and whether it is bare; `None` for no one.

    A `.git` further up goes before a bare repository further down: files that look like one
    can be part of what is under review.
    """
    places = (folder, *folder.parents)
    work = next((place for place in places if os.access(place / ".git", os.F_OK)), None)
    if work is not None:
        return work, False
    bare = next((place for place in places if _is_bare(place)), None)
    return None if bare is None else (bare, True)


def _is_bare(place: Path) -> bool:
    return (place / "HEAD").is_file() and (place / "objects").is_dir() and (place / "refs").is_dir()


def _environment(start: Path, *, is_bare: bool) -> dict[str, str]:
    """The caller's environment without git's variables, and ours instead.

    The working tree is named so that the repository cannot name another (`core.worktree`),
    the ceiling so that git takes no other repository further up where this one is broken.
    """
    work = {} if is_bare else {"GIT_WORK_TREE": str(start)}
    ceiling = {"GIT_CEILING_DIRECTORIES": str(start.parent)}
    return {**_scrubbed(), **_ENVIRONMENT, **ceiling, **work}


def _scrubbed() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def _run(command: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=environment,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitFailedError("git", str(error)) from error


def _failure(question: str, done: subprocess.CompletedProcess[bytes]) -> GitFailedError:
    said = done.stderr.decode("utf-8", "replace").strip()
    return GitFailedError(f"git {question}", said)


def _covers(place: str, start: Path) -> bool:
    if place == "*":
        return True
    path, below = (place[:-2], True) if place.endswith("/*") else (place, False)
    safe = Path(path).expanduser()
    return safe == start or (below and start.is_relative_to(safe))


def _declare_safe(start: Path) -> str:
    from shlex import quote

    return f"git config --global --add safe.directory {quote(str(start))}"
