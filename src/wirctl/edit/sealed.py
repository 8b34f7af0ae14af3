"""Files of a cache, each sealed with a digest of itself; what is not whole is as good as none."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def unsealed(file: Path, known: bytes = b"") -> bytes | None:
    """What was sealed in a file together with what is `known`; `None` where nothing is whole."""
    try:
        seal, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if seal == _seal(data, known) else None


def write_sealed(file: Path, data: bytes, known: bytes = b"", most: int = 0) -> None:
    """Seal bytes in a file, and what is `known` with them; where that cannot be, nothing is kept.

    It need not be written whole: its seal tells. With `most`, so many files of that ending stay
    in the folder, those that were written last.
    """
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(_seal(data, known) + b"\n" + data)
        if most:
            files = [
                (path.stat().st_mtime_ns, path) for path in file.parent.glob(f"*{file.suffix}")
            ]
            for _, path in sorted(files)[:-most]:
                path.unlink(missing_ok=True)


def _seal(data: bytes, known: bytes) -> bytes:
    return sha256(known + data).hexdigest().encode()
