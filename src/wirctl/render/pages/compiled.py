"""Templates as they were compiled, kept for the next time in a folder outside the project.

Each is sealed with a digest of itself and of the program that compiled it; one that is damaged,
or was compiled by another program, is as good as none, and costs the time of compiling.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from wirctl.edit.files import write_whole

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

    from wirctl.render.pages.ledger import Compiled


class CompiledTemplates(BytecodeCache):
    """The compiled templates of a folder; a template that changes is compiled anew."""

    def __init__(self, compiled: Compiled) -> None:
        self._folder, self._program = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if what lies there is whole and our own."""
        with suppress(OSError):
            seal, _, code = (self._folder / bucket.key).read_bytes().partition(b"\n")
            if seal == self._seal(code):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket. Where that cannot be, it is compiled again next time."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._folder / bucket.key, self._seal(code) + b"\n" + code)

    def _seal(self, code: bytes) -> bytes:
        return sha256(self._program.encode() + code).hexdigest().encode()
