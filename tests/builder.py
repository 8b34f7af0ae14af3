"""Real git repositories for tests, made in a few words."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from shutil import copytree, rmtree
from typing import TYPE_CHECKING, Self

from git import Repo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
_WHO = {
    "GIT_AUTHOR_NAME": "Expert group",
    "GIT_AUTHOR_EMAIL": "group@example.invalid",
    "GIT_COMMITTER_NAME": "Expert group",
    "GIT_COMMITTER_EMAIL": "group@example.invalid",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


class Builder:
    """One repository that grows. Commits are an hour apart unless a date is given."""

    def __init__(self, repository: Repo, path: Path) -> None:
        self.repository = repository
        self.path = path
        self._count = 0
        repository.git.update_environment(**_WHO)

    @classmethod
    def new(cls, path: Path, *, object_format: str = "sha1") -> Self:
        """An empty repository with a branch `main`."""
        with Repo.init(path, initial_branch="main", object_format=object_format) as repository:
            rmtree(path / ".git" / "hooks")
            return cls(repository, path)

    def copy(self, path: Path) -> Self:
        """The whole repository once more: cheaper than the same commits over again."""
        copytree(self.path, path)
        with Repo(path) as repository:
            copied = type(self)(repository, path)
        copied._count = self._count
        return copied

    def write(self, files: Mapping[str, str | bytes | None]) -> Self:
        """Write each file; `None` removes it."""
        for name, content in files.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def move(self, old: str, new: str) -> Self:
        """Move a file or folder."""
        (self.path / new).parent.mkdir(parents=True, exist_ok=True)
        (self.path / old).rename(self.path / new)
        return self

    def commit(
        self, files: Mapping[str, str | bytes | None] | None = None, *, date: str = ""
    ) -> str:
        """Write the files and commit all there is; the id of the commit."""
        self.write(files or {})
        self.git("add", "--all")
        return self._commit("commit", "--quiet", "--allow-empty", "--message=Step", date=date)

    def merge(self, *branches: str, files: Mapping[str, str | bytes | None] | None = None) -> str:
        """Merge, always with a commit; with `files`, these are the outcome whatever git makes."""
        command = ["merge", "--quiet", "--no-ff", "--no-edit", "--strategy-option=ours"]
        if files is None:
            return self._commit(*command, *branches)
        self.git(*command, "--no-commit", *branches)
        self.write(files).git("add", "--all")
        return self._commit("commit", "--quiet", "--message=Merge")

    def branch(self, name: str, at: str = "HEAD") -> Self:
        """Go on with a new branch from there."""
        self.git("checkout", "--quiet", "-b", name, at)
        return self

    def switch(self, name: str) -> Self:
        """Go on with another branch."""
        self.git("checkout", "--quiet", name)
        return self

    def tag(self, name: str, at: str = "HEAD", *, message: str = "") -> Self:
        """Set a tag; with a message, an annotated one."""
        self.git("tag", *(["--annotate", f"--message={message}"] if message else []), name, at)
        return self

    def configure(self, **settings: str) -> Self:
        """Write into the repository's configuration: `core__fsmonitor` is `core.fsmonitor`."""
        for name, value in settings.items():
            self.git("config", name.replace("__", "."), value)
        return self

    def clone(self, path: Path, *options: str) -> Builder:
        """A clone, made over a transport so that `--depth` counts."""
        self.git("clone", "--quiet", *options, self.path.as_uri(), str(path))
        with Repo(path) as repository:
            return Builder(repository, path)

    def worktree(self, path: Path, at: str = "HEAD") -> Path:
        """A further working tree of this repository."""
        self.git("worktree", "add", "--quiet", "--detach", str(path), at)
        return path

    def blob(self, data: bytes) -> str:
        """Put the bytes into the object store; the id."""
        return self._store("blob", data)

    def tree(self, *entries: tuple[str, bytes, str]) -> str:
        """Put a tree object of (mode, name, id) into the store, however wrong; its id."""
        data = b"".join(
            mode.encode() + b" " + name + b"\0" + bytes.fromhex(there)
            for mode, name, there in entries
        )
        return self._store("tree", data)

    def commit_tree(self, tree: str, *, parent: str = "") -> str:
        """Commit a tree object, and go on from there without touching the files."""
        parents = ["-p", parent] if parent else []
        commit = self._commit("commit-tree", "-m", "Made by hand", *parents, tree)
        self.git("update-ref", "HEAD", commit)
        return commit

    @property
    def head(self) -> str:
        """The id of the commit that is checked out."""
        named = (self.path / ".git" / "HEAD").read_text().strip().removeprefix("ref: ")
        branch = self.path / ".git" / named
        return branch.read_text().strip() if branch.is_file() else self.git("rev-parse", "HEAD")

    def git(self, *arguments: str) -> str:
        """What git says to a command."""
        name, *rest = arguments
        return str(self.repository.git.execute(["git", name, *rest], strip_newline_in_stdout=True))

    def _store(self, kind: str, data: bytes) -> str:
        file = self.path / ".git" / "made-by-hand"
        file.write_bytes(data)
        return self.git("hash-object", "-w", "--literally", "-t", kind, str(file))

    def _commit(self, *command: str, date: str = "") -> str:
        moment = date or (_BEGIN + timedelta(hours=self._count)).isoformat()
        self._count += 1
        with self.repository.git.custom_environment(
            GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment
        ):
            said = self.git(*command)
        return said if command[0] == "commit-tree" else self.head
