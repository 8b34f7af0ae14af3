"""A hidden folder beside an output, in which the new one is built before they change places.

Whoever builds holds a lock on a file in it. A run that was killed holds none any more, so the
next one can tell its folder from that of a run that is still at work.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.edit.locking import locked

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK = "lock"
_OURS = b"wirctl builds here; this file is locked for as long as it does\n"
_RANDOM = r"[a-z0-9_]{8}"
_TRIES = 10


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """An empty folder beside the output; afterwards it goes, unless something lies in it.

    Raises:
        OSError: there is no right to make one.
    """
    beside, handle = _made(output)
    try:
        yield beside
    finally:
        _left(beside, handle)


def abandoned(output: Path) -> Iterator[Path]:
    """Each folder of a run that was killed, to be emptied; what is left in it stays.

    Never one in which another run builds, nor one that is not ours.
    """
    name = re.compile(re.escape(f".{output.name}.") + _RANDOM)
    beside = sorted(path for path in output.parent.glob(".*") if name.fullmatch(path.name))
    for folder in beside:
        handle = _taken_over(folder)
        if handle is not None:
            try:
                yield folder
            finally:
                _left(folder, handle)


def _made(output: Path) -> tuple[Path, int | None]:
    for _ in range(_TRIES):
        beside = Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent))
        try:
            return beside, _begun(beside / _LOCK)
        except FileNotFoundError:
            continue  # taken for abandoned before it was locked: once more
        except OSError:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    return Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent)), None


def _begun(lock: Path) -> int | None:
    """A handle on a new lock; without locks there is none, and no file for one either."""
    lock.write_bytes(_OURS)
    handle = locked(lock, wait=True)
    if handle is None:
        lock.unlink()
    return handle


def _taken_over(folder: Path) -> int | None:
    """A handle with the lock of the folder, if it is ours and nobody builds in it."""
    lock = folder / _LOCK
    if folder.is_symlink():
        return None
    try:
        if lock.is_symlink() or lock.stat().st_size != len(_OURS) or lock.read_bytes() != _OURS:
            return None
        return locked(lock, wait=False)
    except OSError:
        return None


def _left(folder: Path, handle: int | None) -> None:
    """Let go of a folder: it goes if it is empty, and what is not ours stays in it."""
    with suppress(OSError):
        if handle is not None:
            (folder / _LOCK).unlink()
    with suppress(OSError):
        folder.rmdir()
    if handle is not None:
        os.close(handle)
