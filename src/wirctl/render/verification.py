"""Whether a folder holds what rendering once more gives, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.core.value import record_of, text_of
from wirctl.render.output import MANIFEST, SUMS, files_in, files_named, manifest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from wirctl.core.value import Record


class Outcome(StrEnum):
    """What is wrong with a file.

    `altered` since it was written, `missing`, `extra`; `differs` tells that it is as it was
    written, but that rendering once more gives something else. Of a file without its folder
    one only knows that it is `unlike` everything that its commit gives.
    """

    ALTERED = "altered"
    MISSING = "missing"
    EXTRA = "extra"
    DIFFERS = "differs"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A file that is not what it should be."""

    path: str
    outcome: Outcome


def folder_of(path: Path) -> Path | None:
    """The output folder that this is or lies in: the nearest with a manifest of ours."""
    path = path.resolve()
    for folder in (path, *path.parents):
        if folder.is_dir() and read_manifest(folder) is not None:
            return folder
    return None


def deviations(
    folder: Path, said: Record, files: Mapping[str, bytes], provenance: Mapping[str, object]
) -> tuple[Deviation, ...]:
    """Every file of the folder that is not as rendered once more, sorted by path.

    `said` is the manifest in the folder, `files` and `provenance` what rendering gave.
    """
    again = {**files, **manifest(files, provenance)}
    named = files_named(said)
    found = _outcomes(folder, named, again, set(files_in(folder)))
    return tuple(Deviation(path, outcome) for path, outcome in sorted(found))


def _outcomes(
    folder: Path, named: Mapping[str, str], again: Mapping[str, bytes], there: set[str]
) -> Iterator[tuple[str, Outcome]]:
    for path in again.keys() | named.keys() | there:
        if path not in there:
            yield path, Outcome.MISSING
        elif path not in again:
            yield path, Outcome.DIFFERS if path in named else Outcome.EXTRA
        elif not _is(folder / path, again[path]):
            is_note = path in {MANIFEST, SUMS}
            as_written = is_note or _digest(folder / path) == named.get(path)
            yield path, Outcome.DIFFERS if as_written else Outcome.ALTERED


def _is(path: Path, data: bytes) -> bool:
    """Whether it is an ordinary file that holds just these bytes; never waits for a pipe."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(data):
        return False
    return path.read_bytes() == data


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as stream:
        found = sha256()
        while part := stream.read(1 << 20):
            found.update(part)
    return found.hexdigest()


def said_in(said: Record, *names: str) -> str:
    """A text in the manifest at the end of these names, or the empty text."""
    *way, last = names
    for name in way:
        said = record_of(said.get(name))
    return text_of(said.get(last))
