"""Templates as they were compiled, kept for the next time in a folder outside the project.

Each is sealed with a digest of itself, of its source and of the program that compiled it; one
that is damaged, or is another's, is as good as none, and costs the time of compiling. It is code,
as what Python keeps of its own modules: nothing is run from a folder that others can write to.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from stat import S_IWGRP, S_IWOTH
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from wirctl.edit.sealed import unsealed, write_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket

    from wirctl.render.pages.ledger import Compiled


class CompiledTemplates(BytecodeCache):
    """The compiled templates of a folder; a template that changes is compiled anew."""

    def __init__(self, compiled: Compiled) -> None:
        self._folder, self._program = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if what lies there is whole and our own."""
        with suppress(OSError):
            code = unsealed(self._folder / bucket.key, self._known(bucket))
            if code is not None and is_private(self._folder):
                bucket.code = marshal.loads(code)  # noqa: S302 - sealed, and only we write there

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket. Where that cannot be, it is compiled again next time."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_private(self._folder):
                code = marshal.dumps(bucket.code)
                write_sealed(self._folder / bucket.key, code, self._known(bucket))

    def _known(self, bucket: Bucket) -> bytes:
        return f"{self._program} {bucket.checksum} ".encode()


def is_private(folder: Path) -> bool:
    """Whether the folder is this user's, and nobody else can write to it, as far as can be told.

    Raises:
        OSError: nobody can look at it.
    """
    if not hasattr(os, "getuid"):
        return True
    said = folder.stat()
    return said.st_uid == os.getuid() and not said.st_mode & (S_IWGRP | S_IWOTH)
