"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux


def exchanged(one: Path, other: Path) -> bool:
    """Whether the two have changed places; at no moment does either of them lack.

    False, and nothing done, where the system or the disk does not know how.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None), "renameat2", None)
    if call is None:
        return False
    names = [ctypes.c_char_p(os.fsencode(path)) for path in (one, other)]
    return bool(call(_HERE, names[0], _HERE, names[1], ctypes.c_uint(_EXCHANGE)) == 0)
