"""Locks on files: who was killed holds none any more, and so is told from who is at work."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def locked(file: Path, *, wait: bool) -> int | None:
    """A handle that holds the lock; `None` where it cannot be had, as on a system without any.

    Raises:
        FileNotFoundError: the file is gone, be it while one waited for the lock.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(file, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        if os.path.samestat(os.fstat(handle), file.lstat()):
            return handle
    except FileNotFoundError:
        os.close(handle)
        raise
    except OSError:
        pass
    os.close(handle)
    return None
