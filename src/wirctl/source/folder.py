"""A plan's files as they lie in a folder: the working tree."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.source import limits
from wirctl.source.errors import PlanNotFoundError
from wirctl.source.messages import files as say
from wirctl.source.names import is_text, name_faults, shown
from wirctl.source.tree import is_plan_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# A link or a pipe that took the file's place since it was listed is not followed, nor waited for.
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class FolderTree:
    """The plan files below a folder, as they are now. Each file is read once at most.

    Hidden files and folders (`.git`) are no part of a plan. Links are followed only to files
    inside the folder; pipes, devices and sockets are never opened.
    """

    def __init__(self, root: Path, label: str = "WORKTREE", hash_name: str = "sha1") -> None:
        """Look at `root`; nothing is listed or read yet.

        Raises:
            PlanNotFoundError: there is no such folder.
        """
        if not root.is_dir():
            raise PlanNotFoundError(str(root))
        self._root = os.path.realpath(root)
        self._label = label
        self._hash_name = hash_name
        self._listing: _Listing | None = None
        self._data: dict[str, bytes] = {}
        self._contents: dict[str, str] = {}
        self._unread: dict[str, Diagnostic] = {}

    @property
    def label(self) -> str:
        """What a person calls this version."""
        return self._label

    def paths(self) -> tuple[str, ...]:
        """Every plan file below the folder, sorted."""
        return tuple(self._listed().paths)

    def contents(self) -> Mapping[str, str]:
        """Path to the id that git gives these bytes, for every path that can be read."""
        for path in self.paths():
            if path not in self._contents:
                data = self._bytes(path)
                if data is not None:
                    self._contents[path] = blob_id(data, self._hash_name)
        return dict(self._contents)

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Path to bytes, for the paths that can be read; the others are among the faults."""
        known = frozenset(self.paths())
        read = ((path, self._bytes(path)) for path in paths if path in known)
        return {path: data for path, data in read if data is not None}

    def faults(self) -> tuple[Diagnostic, ...]:
        """What could not be listed or read so far, sorted by path."""
        found = [*self._listed().faults, *self._unread.values()]
        return tuple(sorted(found, key=lambda fault: (fault.subject, fault.rule)))

    def _listed(self) -> _Listing:
        if self._listing is None:
            self._listing = _list(self._root)
        return self._listing

    def _bytes(self, path: str) -> bytes | None:
        if path in self._data:
            return self._data[path]
        if path in self._unread:
            return None
        try:
            self._data[path] = _read(f"{self._root}/{path}")
        except OSError as error:
            self._unread[path] = _os_fault(path, error)
        except _NotReadError as refusal:
            self._unread[path] = _say(refusal.message, path, **refusal.words)
        return self._data.get(path)


def blob_id(data: bytes, hash_name: str = "sha1") -> str:
    """The id that git gives a file of these bytes.

    >>> blob_id(b"")
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    from hashlib import new as new_hash

    return new_hash(hash_name, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class _Listing:
    """What lies below the root: paths that can be opened, and why the others cannot."""

    __slots__ = ("faults", "paths", "root")

    def __init__(self, root: str) -> None:
        self.root = root
        self.paths: list[str] = []
        self.faults: list[Diagnostic] = []

    def enter(self, entry: os.DirEntry[str], path: str) -> bool:
        """Take in one entry; whether it is a folder to look into."""
        if not is_text(entry.name):
            if is_plan_file(path) or entry.is_dir(follow_symlinks=False):
                self.faults.append(_say(say.FILE_NAME_NOT_UTF_8, shown(path)))
        elif entry.is_dir(follow_symlinks=False):
            return self._may_descend(path)
        elif entry.is_symlink():
            self._link(path)
        elif is_plan_file(path):
            self._file(entry, path)
        return False

    def _may_descend(self, path: str) -> bool:
        if path.count("/") < limits.MAX_FOLDERS:
            return True
        self.faults.append(_say(say.FOLDERS_TOO_DEEP, path, limit=limits.MAX_FOLDERS))
        return False

    def _file(self, entry: os.DirEntry[str], path: str) -> None:
        if entry.is_file(follow_symlinks=False):
            self.paths.append(path)
        else:
            mode = entry.stat(follow_symlinks=False).st_mode
            self.faults.append(_say(say.NOT_A_FILE, path, **_sort_of(mode)))

    def _link(self, path: str) -> None:
        full = f"{self.root}/{path}"
        if Path(full).is_dir():
            self.faults.append(_say(say.LINK_TO_FOLDER, path))
        elif is_plan_file(path):
            self.faults.append(_say(_link_fault(self.root, full), path))


def _list(root: str) -> _Listing:
    listing = _Listing(root)
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(f"{root}/{below}") as entries:
                found = [(entry, below + entry.name) for entry in entries]
        except OSError as error:
            listing.faults.append(_os_fault(below.removesuffix("/"), error))
            continue
        visible = ((entry, path) for entry, path in found if not entry.name.startswith("."))
        waiting += [f"{path}/" for entry, path in visible if listing.enter(entry, path)]
    listing.paths.sort()
    listing.faults += name_faults(listing.paths)
    return listing


def _link_fault(root: str, full: str) -> Message:
    target = os.path.realpath(full)
    if os.path.commonpath((root, target)) != root:
        return say.LINK_LEAVES_PLAN
    return say.LINK_IN_PLAN if Path(full).exists() else say.LINK_BROKEN


class _NotReadError(Exception):
    """Why a file was opened and still not read."""

    def __init__(self, message: Message, **words: Argument) -> None:
        super().__init__(message.id)
        self.message = message
        self.words = words


def _read(full: str) -> bytes:
    """The bytes of a regular file that is not too large."""
    handle = os.open(full, _FLAGS | _SAFELY)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise _NotReadError(say.NOT_A_FILE, **_sort_of(state.st_mode))
        _check_size(state.st_size)
        data = os.read(handle, state.st_size + 1)
        if len(data) != state.st_size:
            data = _rest(handle, data)
        return data
    finally:
        os.close(handle)


def _rest(handle: int, data: bytes) -> bytes:
    """The whole of a file that grows while it is read, or that comes in pieces."""
    while more := os.read(handle, limits.MAX_BYTES):
        data += more
        _check_size(len(data))
    return data


def _check_size(size: int) -> None:
    if size > limits.MAX_BYTES:
        raise _NotReadError(say.FILE_TOO_LARGE, size=size, limit=limits.MAX_BYTES)


def _sort_of(mode: int) -> dict[str, str]:
    for test, german, english in _SORTS:
        if test(mode):
            return {"what_de": german, "what_en": english}
    return {"what_de": "etwas Unbekanntes", "what_en": "something unknown"}


_SORTS = (
    (stat.S_ISFIFO, "eine Pipe (FIFO)", "a pipe (FIFO)"),
    (stat.S_ISSOCK, "ein Socket", "a socket"),
    (stat.S_ISCHR, "ein Gerät", "a device"),
    (stat.S_ISBLK, "ein Gerät", "a device"),
    (stat.S_ISDIR, "ein Ordner", "a folder"),
)


def _os_fault(path: str, error: OSError) -> Diagnostic:
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return _say(say.FILE_VANISHED, path)
    if error.errno == errno.ELOOP:
        return _say(say.LINK_IN_PLAN, path)
    return _say(say.FILE_UNREADABLE, path, why=errno.errorcode.get(error.errno or 0, "?"))


def _say(message: Message, path: str, **words: Argument) -> Diagnostic:
    return Diagnostic(
        message.id, message.severity, Subject(path), arguments=tuple(sorted(words.items()))
    )
