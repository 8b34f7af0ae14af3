"""Write a file so that it is the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path


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
        OSError: the folder or the disk refuses; the old file stays.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(data)
        return
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode if mode is not None else 0o666 & ~_umask())  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def create(path: Path, data: bytes) -> None:
    """Make a new file, and its folders.

    Raises:
        FileExistsAlreadyError: something is there already.
    """
    if path.exists() or path.is_symlink():
        raise FileExistsAlreadyError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)
