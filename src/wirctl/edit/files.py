"""Write a file so that it is the old one or the new one, whole, whatever happens.

Whoever writes holds a lock on the file that is written beside. A run that was killed holds none
any more, so the next one that writes into the folder can take away what it left.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.regex import regex
from wirctl.edit.locking import locked

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_NO_SYNC = frozenset({errno.EACCES, errno.EINVAL, errno.ENOTSUP})
_BEFORE, _BEHIND = ".wirctl-", ".part"
_BEGUN = regex(r"\.wirctl-[a-z0-9_]{8}\.part")
_TRIES = 10
_FOLDERS = 1 << 10


class FileExistsAlreadyError(Problem):
    """A file that was to be made is there already; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def write_whole(path: Path, data: bytes) -> None:
    """Put these bytes where the path leads: written beside, synced, then renamed.

    An existing file keeps its mode; a link is followed. What is no ordinary file, such as
    `/dev/stdout`, is written to as it is.

    Raises:
        OSError: the folder or the disk refuses, or links lead in a circle; the old file stays.
    """
    target = _resolved(path)
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(data)
        return
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    _beside(target, data, mode, lambda made: made.replace(target))


def create(path: Path, data: bytes) -> None:
    """Make a new file, and its folders. Of two that make it at once, one wins, whole.

    Raises:
        FileExistsAlreadyError: something is there already, be it a link that leads nowhere.
        OSError: the folder or the disk refuses; nothing is there then.
    """
    if path.is_symlink() or path.exists():
        raise FileExistsAlreadyError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _beside(path, data, None, lambda made: _named(made, path, data))
    except FileExistsError:
        raise FileExistsAlreadyError(path) from None


def _resolved(path: Path) -> Path:
    """Where the path leads. Python before 3.13 calls a circle of links no fault of the system.

    Since then it leaves the circle in what it gives: a link, which nothing resolved is.
    """
    try:
        found = path.resolve()
    except RuntimeError:
        found = path
    if found.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    return found


def _beside(target: Path, data: bytes, mode: int | None, place: Callable[[Path], object]) -> None:
    """Write the bytes into a file of the same folder, and let `place` put it in its place."""
    _clear(target.parent)
    handle, made, lock = _begun(target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        made.chmod(mode if mode is not None else 0o666 & ~_umask())
        place(made)
    except BaseException as error:
        with suppress(OSError):
            made.unlink()
        if isinstance(error, OSError) and error.filename in {None, str(made)}:
            error.filename = str(target)  # who reads the message knows no other name
        raise
    finally:
        if lock is not None:
            os.close(lock)
    _sync_folder(target.parent)


def _begun(folder: Path) -> tuple[int, Path, int | None]:
    """A new file to write into, with a lock on it where there are any."""
    for _ in range(_TRIES):
        handle, name = tempfile.mkstemp(_BEHIND, _BEFORE, folder)
        try:
            return handle, Path(name), locked(Path(name), wait=True)
        except FileNotFoundError:
            os.close(handle)  # taken for left behind before it was locked: once more
    return (*_unlocked(folder), None)


def _unlocked(folder: Path) -> tuple[int, Path]:
    handle, name = tempfile.mkstemp(prefix=_BEFORE, dir=folder)
    return handle, Path(name)


@lru_cache(_FOLDERS)
def _clear(folder: Path) -> None:
    """Delete what killed runs left in a folder; once in a run, since it looks at every name.

    Never a file that another run is writing, nor where nobody can lock one.
    """
    with suppress(OSError), os.scandir(folder) as found:
        for path in sorted(Path(entry.path) for entry in found if _BEGUN.fullmatch(entry.name)):
            with suppress(OSError):
                _remove_left(path)


def _remove_left(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return
    lock = locked(path, wait=False)
    if lock is not None:
        try:
            path.unlink()
        finally:
            os.close(lock)


def _named(made: Path, target: Path, data: bytes) -> None:
    """Give the file its name, if nothing has it; where there are no links, by writing again."""
    try:
        os.link(made, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _written_anew(target, data)
    made.unlink()


def _written_anew(target: Path, data: bytes) -> None:
    with target.open("xb") as stream:
        try:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            target.unlink()
            raise


def _sync_folder(folder: Path) -> None:
    """Let the new name outlive a loss of power, where the system can promise that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
