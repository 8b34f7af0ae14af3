"""Write the files of a document into a folder: built beside it, then swapped in.

The folder is ours if it is new, empty, or holds a `manifest.json` that we wrote. Only files
that a manifest names are ever deleted; what else lies in the folder stays.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANIFEST = "manifest.json"
FORMAT = 1
_GENERATOR = "wirctl"


class OutputError(Problem):
    """The output folder cannot be used as it is; nothing was changed.

    `reason` is one of `not-ours`, `is-file`, `is-link`, `in-the-way`, `bad-path`; `path` is the
    place.
    """

    def __init__(self, reason: str, path: str) -> None:
        super().__init__(f"{reason}: {path}")
        self.reason = reason
        self.path = path


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files: paths that are new, others than before, the same, and gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]


def write(files: Mapping[str, bytes], output: Path) -> Written:
    """Make the folder hold these files and a manifest of them, all or nothing.

    Raises:
        OutputError: the folder is not ours, or a path leads out of it or onto a foreign file.
        OSError: there is no room, or no right to write; the folder is as it was.
    """
    seen: set[str] = set()
    for path in files:
        _check_path(path)
        if path.casefold() in seen:
            raise OutputError("bad-path", path)
        seen.add(path.casefold())
    before = _manifest_of(output)
    foreign = tuple(sorted(set(_files_in(output)) - set(before) - {MANIFEST}))
    _check_foreign(foreign, files, output)
    written = _compared(before, files)
    output.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent))
    stage, retired = beside / "new", beside / "old"
    try:
        _fill(stage, {**files, MANIFEST: _manifest(files)})
        _keep(foreign, output, stage)
        _swap(stage, output, retired)
        _remove(retired, output, before)
    except OSError as error:
        if error.filename is None:
            error.filename = str(output)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        with suppress(OSError):  # what is not ours stays in it, and so does the folder
            beside.rmdir()
    return written


def _check_path(path: str) -> None:
    parts = PurePosixPath(path).parts
    is_plain = path == "/".join(parts) and all(part not in {".", ".."} for part in parts)
    if not path or not is_plain or path.startswith("/") or set(path) & set("\\:\0"):
        raise OutputError("bad-path", path)
    if path == MANIFEST:
        raise OutputError("bad-path", path)


def _manifest_of(output: Path) -> dict[str, str]:
    """Path to digest of what we wrote there before; empty where there is nothing yet.

    Raises:
        OutputError: the folder holds something and no manifest of ours.
    """
    if output.is_symlink():
        raise OutputError("is-link", str(output))
    if output.exists() and not output.is_dir():
        raise OutputError("is-file", str(output))
    if not output.exists() or not any(output.iterdir()):
        return {}
    try:
        said = record_of(json.loads((output / MANIFEST).read_bytes()))
    except (OSError, ValueError, RecursionError):
        raise OutputError("not-ours", str(output)) from None
    if said.get("generator") != _GENERATOR:
        raise OutputError("not-ours", str(output))
    named = [record_of(entry) for entry in list_of(said.get("files"))]
    return {text_of(entry.get("path")): text_of(entry.get("sha256")) for entry in named}


def _files_in(output: Path) -> Iterator[str]:
    """Every file and link below the folder; links are not followed."""
    if not output.is_dir():
        return
    for top, folders, names in os.walk(output):
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        for name in (*names, *links):
            yield (Path(top) / name).relative_to(output).as_posix()


def _check_foreign(foreign: tuple[str, ...], files: Mapping[str, bytes], output: Path) -> None:
    """Nothing that others put there is overwritten, not even where only the case differs."""
    ours = {path.casefold() for path in files}
    folders = {parent.casefold() for path in files for parent in _folders(path)}
    for path in foreign:
        above = {parent.casefold() for parent in _folders(path)}
        if path.casefold() in ours | folders or above & ours:
            raise OutputError("in-the-way", str(output / path))


def _folders(path: str) -> Iterator[str]:
    """The folders above a file, without the top."""
    yield from (str(parent) for parent in PurePosixPath(path).parents if str(parent) != ".")


def _compared(before: Mapping[str, str], files: Mapping[str, bytes]) -> Written:
    after = {path: sha256(data).hexdigest() for path, data in files.items()}
    both = sorted(before.keys() & after.keys())
    return Written(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(path for path in both if before[path] != after[path]),
        same=tuple(path for path in both if before[path] == after[path]),
        gone=tuple(sorted(before.keys() - after.keys())),
    )


def _manifest(files: Mapping[str, bytes]) -> bytes:
    named = [
        {"path": path, "sha256": sha256(data).hexdigest()} for path, data in sorted(files.items())
    ]
    said = {"generator": _GENERATOR, "version": FORMAT, "files": named}
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()


def _fill(stage: Path, files: Mapping[str, bytes]) -> None:
    stage.mkdir()
    for folder in sorted({parent for path in files for parent in _folders(path)}):
        (stage / folder).mkdir(exist_ok=True, parents=True)
    for path, data in files.items():
        (stage / path).write_bytes(data)


def _keep(foreign: tuple[str, ...], output: Path, stage: Path) -> None:
    """Lay what others put into the folder into the new one too; the old one keeps it as well."""
    for path in foreign:
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(output / path, stage / path, follow_symlinks=False)


def _swap(stage: Path, output: Path, retired: Path) -> None:
    """Put the new folder in the place of the old one, which is kept beside it."""
    if not output.exists():
        stage.replace(output)
        return
    output.replace(retired)
    try:
        stage.replace(output)
    except BaseException:
        retired.replace(output)
        raise


def _remove(retired: Path, output: Path, before: Mapping[str, str]) -> None:
    """Delete the old files that the manifest named; others only once they are in the new folder."""
    for path in tuple(_files_in(retired)):
        ours = path in before or path == MANIFEST
        if ours or (output / path).is_file() or (output / path).is_symlink():
            (retired / path).unlink()
    for top, _, _ in os.walk(retired, topdown=False):
        if not any(Path(top).iterdir()):
            Path(top).rmdir()
