"""What the repository of a plan is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from wirctl.core.regex import regex
from wirctl.history import objects
from wirctl.history.cat_file import CatFile
from wirctl.history.errors import (
    UNSHALLOW,
    GitFailedError,
    MissingObjectError,
    ShallowCloneError,
    UnknownRevisionError,
)
from wirctl.history.git import Git, is_full_id, start_of
from wirctl.history.graph import Graph
from wirctl.history.log import FORMAT, narrowed, parse
from wirctl.source.limits import MAX_BYTES, MAX_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from wirctl.history.log import FileChange, LogEntry

_NAME_LIMIT = 200
_LONGEST_TIME = 11
_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

_LOG = (
    "log",
    "-z",
    "--raw",
    "-c",
    "--root",
    f"--format={FORMAT}",
    "--encoding=UTF-8",
    "--full-history",
    "--topo-order",
    "-O/dev/null",  # Git's own word for: no order file.
    "--no-abbrev",
    "--no-color",
    "--no-decorate",
    "--no-ext-diff",
    "--no-follow",
    "--no-mailmap",
    "--no-notes",
    "--no-relative",
    "--no-renames",
    "--no-show-signature",
    "--no-textconv",
    "--ignore-submodules=none",
)
_REFS = ("for-each-ref", "--format=%(refname)%00%(objectname)%00%(*objectname)")


class Repository:
    """One git repository. Use it in a `with` block: it keeps a child process.

    What never changes is remembered: trees by id, and the whole log of a commit. Blobs are not,
    they may be large; whoever parses them remembers what came out.
    """

    def __init__(self, start: Path, *, is_bare: bool) -> None:
        self.start = start
        self.is_bare = is_bare
        self._git = Git.at(start, is_bare=is_bare)
        self.is_shallow = self._git.is_shallow
        self.head = self._git.head or None
        self._store = CatFile(self._git)
        self._nodes: dict[str, objects.Node] = {}
        self._roots: dict[str, str] = {}
        self._logs: dict[str, tuple[LogEntry, ...]] = {}

    @classmethod
    def discover(cls, folder: Path) -> Self | None:
        """The repository around the folder, or `None` where there is none.

        Raises:
            HistoryError: there is one, and it cannot be read.
        """
        found = start_of(folder.resolve())
        return None if found is None else cls(found[0], is_bare=found[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child processes; a further question starts them again."""
        self._store.close()

    def below(self, folder: Path) -> str:
        """The folder's path from the top of the repository, with `/`; the top is empty.

        Raises:
            ValueError: the folder is not inside.
        """
        path = folder.resolve().relative_to(self.start).as_posix()
        return "" if path == "." else path

    @property
    def hash_name(self) -> str:
        """What this repository names its objects by: `sha1` or `sha256`."""
        return self._git.hash_name

    def resolve(self, revision: str) -> str:
        """The full id of the commit that a person's name for it stands for.

        Raises:
            UnknownRevisionError: there is none, or it is nothing that git should be asked.
        """
        commit = self.commit(revision)
        if commit is None:
            from difflib import get_close_matches

            near = get_close_matches(revision[:_NAME_LIMIT], sorted(self.names()))
            command = UNSHALLOW if self.is_shallow else ""
            raise UnknownRevisionError(revision, tuple(near), command)
        return commit

    def commit(self, revision: str) -> str | None:
        """The full id of the commit that a name stands for, or `None`."""
        if not _is_askable(revision):
            return None
        question = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        done = self._git.run(*question, revision + "^{commit}")
        answer = done.stdout.decode("ascii", "replace").strip()
        return answer if done.returncode == 0 and is_full_id(answer) else None

    def names(self) -> frozenset[str]:
        """The short names of all tags and branches, also those of remotes."""
        refs = self._refs("refs/heads", "refs/tags", "refs/remotes")
        return frozenset(name.split("/", 2)[2] for name in refs)

    def tags(self) -> Mapping[str, str]:
        """Name of each tag to the id of the object that it points at in the end."""
        return {name.split("/", 2)[2]: target for name, target in self._refs("refs/tags").items()}

    def set_tag(self, name: str, commit: str) -> None:
        """Set a tag on a commit; one that is there already on another is left as it is.

        Raises:
            GitFailedError: git refuses.
        """
        self._git.ask("tag", "--no-sign", "--end-of-options", name, checked(commit))

    def _refs(self, *under: str) -> Mapping[str, str]:
        output = self._git.ask(*_REFS, *under).decode("utf-8", "surrogateescape")
        lines = (line.split("\0") for line in output.split("\n")[:-1])
        return {name: peeled or target for name, target, peeled in lines}

    def log(self, commit: str, paths: Iterable[str] = ()) -> tuple[LogEntry, ...]:
        """The commits up to this one that changed something below the paths, newest first.

        Every side of every merge is walked. No path at all means the whole repository.
        """
        folders = tuple(paths)
        if not folders:
            if commit not in self._logs:
                self._logs[commit] = self._log(commit)
            return self._logs[commit]
        whole = self._logs.get(commit)
        return narrowed(whole, folders) if whole is not None else self._log(commit, folders)

    def _log(self, commit: str, folders: Iterable[str] = ()) -> tuple[LogEntry, ...]:
        places = [f":(top,literal){path}" for path in folders]
        return parse(self._git.ask(*_LOG, "--end-of-options", checked(commit), "--", *places))

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        """Everything that one commit changed, wherever it lies."""
        known = (entry for log in self._logs.values() for entry in log if entry.commit == commit)
        question = (*_LOG, "--no-walk", "--end-of-options", checked(commit), "--")
        entry = next(known, None) or parse(self._git.ask(*question))[0]
        return entry.changes

    def day(self, commit: str) -> str:
        """The day on which the commit was made, where its maker was: `YYYY-MM-DD`."""
        question = ("log", "--no-walk", "--format=%cs", "--no-show-signature", "--no-patch")
        output = self._git.ask(*question, "--end-of-options", checked(commit), "--")
        return output.decode("ascii", "replace").strip()

    def seconds(self, commit: str) -> int:
        """When the commit was made, in seconds since 1970; 0 where it names no time we can tell."""
        question = ("log", "--no-walk", "--format=%ct", "--no-show-signature", "--no-patch")
        output = self._git.ask(*question, "--end-of-options", checked(commit), "--")
        text = output.decode("ascii", "replace").strip()
        return int(text) if text.isdecimal() and len(text) <= _LONGEST_TIME else 0

    def graph(self, commit: str) -> Graph:
        """The commit and all that it came from."""
        question = ("rev-list", "--parents", "--topo-order", "--end-of-options", checked(commit))
        lines = self._git.ask(*question).decode("ascii").splitlines()
        return Graph({name: tuple(parents) for name, *parents in map(str.split, lines)})

    def merge_base(self, one: str, other: str) -> str | None:
        """The commit at which two lines of history parted; `None` where they share nothing.

        Raises:
            ShallowCloneError: they share nothing that is there, but the history is cut.
        """
        done = self._git.run("merge-base", checked(one), checked(other))
        answer = done.stdout.decode("ascii", "replace").strip()
        if done.returncode == 0 and is_full_id(answer):
            return answer
        if self.is_shallow:
            raise ShallowCloneError
        if done.returncode > 1:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise GitFailedError("git merge-base", said)
        return None

    def file(self, commit: str, path: str) -> bytes:
        """The bytes of one file of a commit; none where it is not there, or too large to read."""
        folder, _, name = path.rpartition("/")
        tree = self.folder(commit, folder)
        blob = dict(self.node(tree).files).get(name) if tree is not None else None
        if blob is None or self.sizes([blob]).get(blob, 0) > MAX_BYTES:
            return b""
        return self.blobs([blob])[blob]

    def cut(self) -> frozenset[str]:
        """The commits whose parents a shallow clone does not have."""
        if not self.is_shallow:
            return frozenset()
        return frozenset((self._git.common / "shallow").read_text("ascii").split())

    def folder(self, commit: str, below: str = "") -> str | None:
        """The id of the tree object of a folder in a commit; `None` where it has none."""
        self._load_roots([commit])
        tree: str | None = self._roots[commit]
        for name in below.split("/") if below else ():
            tree = dict(self.node(tree).folders).get(name) if tree else None
        return tree

    def read_ahead(self, folders: Iterable[tuple[str, str]]) -> None:
        """Read all that lies below folders of commits, a whole level of them at a time.

        Each question to git is a wait; what is asked about afterwards is remembered.
        """
        places = tuple(folders)
        self._load_roots([commit for commit, _ in places])
        for depth in range(max((below.count("/") + 1 for _, below in places if below), default=0)):
            above = {(commit, "/".join(below.split("/")[:depth])) for commit, below in places}
            trees = (self.folder(commit, below) for commit, below in above)
            self._load(dict.fromkeys(filter(None, trees)))
        trees = (self.folder(commit, below) for commit, below in places)
        self._load_below(list(dict.fromkeys(filter(None, trees))))

    def node(self, tree: str) -> objects.Node:
        """What stands in one tree object."""
        self._load([tree])
        return self._nodes[tree]

    def listing(self, tree: str) -> objects.Listing:
        """Every file below a tree object, with its path from there."""
        self._load_below([tree])
        return objects.walk(tree, self._nodes)

    def tree(self, commit: str, below: str = "") -> objects.Listing:
        """Every file of a commit below a folder, with its path from there."""
        root = self.folder(commit, below)
        return objects.EMPTY if root is None else self.listing(root)

    def _load_roots(self, commits: Iterable[str]) -> None:
        wanted = [commit for commit in dict.fromkeys(commits) if commit not in self._roots]
        for commit, data in self.blobs(wanted).items():
            self._roots[commit] = objects.tree_of(data)

    def _load_below(self, level: list[str]) -> None:
        for _ in range(MAX_FOLDERS + 1):
            if not level:
                break
            self._load(level)
            below = (child for name in level for _, child in self._nodes[name].folders)
            level = list(dict.fromkeys(below))

    def _load(self, trees: Iterable[str]) -> None:
        wanted = [tree for tree in trees if tree not in self._nodes]
        for tree, data in self.blobs(wanted).items():
            self._nodes[tree] = objects.node(data, len(tree) // 2)

    def sizes(self, ids: Iterable[str]) -> Mapping[str, int]:
        """The size of each object in bytes, without reading it; a missing one has none."""
        wanted = [checked(name) for name in ids]
        try:
            return self._store.sizes(wanted)
        except EOFError:
            raise self._broken(wanted) from None

    def blobs(self, ids: Iterable[str]) -> Mapping[str, bytes]:
        """The bytes of each object. Ask for `sizes` first where they could be anything.

        Raises:
            MissingObjectError: the repository lacks one.
        """
        wanted = [checked(name) for name in ids]
        try:
            found = self._store.contents(wanted) if wanted else {}
        except EOFError:
            raise self._broken(wanted) from None
        missing = [name for name in wanted if name not in found]
        if missing:
            raise self._broken(missing)
        return found

    def _broken(self, ids: Iterable[str]) -> MissingObjectError | GitFailedError:
        """What is wrong with the first object that git cannot give."""
        for name in ids:
            if self._git.run("cat-file", "-e", name).returncode:
                return MissingObjectError(name)
            done = self._git.run("cat-file", "-p", name)
            if done.returncode:
                said = done.stderr.decode("utf-8", "replace").strip()
                return GitFailedError("git cat-file", said)
        return GitFailedError("git cat-file", "")


def checked(commit: str) -> str:
    """The text, if it is a full id.

    Raises:
        ValueError: it is none; that would be a bug of ours.
    """
    if not is_full_id(commit):
        raise ValueError(commit)
    return commit


def _is_askable(revision: str) -> bool:
    return (
        0 < len(revision) <= _NAME_LIMIT
        and not revision.startswith("-")
        and not _CONTROL.search(revision)
    )
