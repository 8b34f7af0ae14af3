"""Write the files of a document into a folder: built beside it, then swapped in.

The folder is ours if it is new, empty, or holds a `manifest.json` that we wrote. Only files
that a manifest names are ever deleted; what else lies in the folder stays.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.value import list_of, record_of, text_of
from wirctl.render.exchange import exchanged
from wirctl.render.staging import abandoned, staging

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from wirctl.core.value import Record

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = 1
_GENERATOR = "wirctl"
_ODD = re.compile(r"[\x00-\x1f\x7f\\:]")


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


def write(
    files: Mapping[str, bytes], output: Path, provenance: Mapping[str, object] | None = None
) -> Written:
    """Make the folder hold these files and a manifest of them, all or nothing.

    `provenance` is plain data that the manifest shall hold too.

    Raises:
        OutputError: the folder is not ours, or a path leads out of it or onto a foreign file.
        OSError: there is no room, or no right to write; the folder is as it was.
    """
    _check_paths(files)
    before = _written_before(output)
    digests = {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    notes = _notes(digests, provenance)
    place = output.resolve()
    foreign = tuple(sorted(set(files_in(place)) - set(before) - notes.keys()))
    _check_foreign(foreign, files, output)
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        _put({**files, **notes}, foreign, place, {*before, *notes})
    except OSError as error:
        error.filename, error.filename2 = str(output), None
        raise
    return _compared(before, digests)


def _put(
    files: Mapping[str, bytes], foreign: tuple[str, ...], output: Path, ours: Collection[str]
) -> None:
    """Build the folder beside the old one, and let them change places."""
    for left in abandoned(output):
        shutil.rmtree(left / "new", ignore_errors=True)
        _clear(left / "old", output)
    with staging(output) as beside:
        stage, retired = beside / "new", beside / "old"
        try:
            _fill(stage, files)
            _keep(foreign, output, stage)
            _swap(stage, output, retired)
            _remove(retired, output, ours)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _clear(retired: Path, output: Path) -> None:
    """Delete what a run that was killed was about to delete; what is only there stays."""
    said = read_manifest(retired)
    named = files_named(said) if said is not None else ()
    with suppress(OSError):  # what cannot be deleted stays; the new output does not need it
        if not retired.is_symlink():
            _remove(retired, output, {MANIFEST, SUMS, *named})


def _check_paths(files: Mapping[str, bytes]) -> None:
    seen = {MANIFEST.casefold(), SUMS.casefold()}
    for path in files:
        _check_path(path)
        if path.casefold() in seen:
            raise OutputError("bad-path", path)
        seen.add(path.casefold())


def _check_path(path: str) -> None:
    parts = PurePosixPath(path).parts
    is_plain = path == "/".join(parts) and all(part not in {".", ".."} for part in parts)
    if not path or not is_plain or path.startswith("/") or _ODD.search(path):
        raise OutputError("bad-path", path)


def _written_before(output: Path) -> dict[str, str]:
    """Path to digest of what we wrote there before; empty where there is nothing yet.

    Raises:
        OutputError: the folder holds something and no manifest of ours.
    """
    if not _is_path(output):
        raise OutputError("bad-path", str(output))
    if output.is_symlink():
        raise OutputError("is-link", str(output))
    if output.exists() and not output.is_dir():
        raise OutputError("is-file", str(output))
    if not output.exists() or not any(output.iterdir()):
        return {}
    said = read_manifest(output)
    if said is None:
        raise OutputError("not-ours", str(output))
    return files_named(said)


def _is_path(output: Path) -> bool:
    return not re.search(r"[\x00\ud800-\udfff]", str(output))


def read_manifest(output: Path) -> Record | None:
    """What the manifest of a folder says; `None` where there is none of ours."""
    path = output / MANIFEST
    try:
        if not path.is_file():
            return None
        said = record_of(json.loads(path.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None
    return said if said.get("generator") == _GENERATOR else None


def files_named(said: Record) -> dict[str, str]:
    """Path to digest of every file that a manifest names."""
    named = [record_of(entry) for entry in list_of(said.get("files"))]
    return {text_of(entry.get("path")): text_of(entry.get("sha256")) for entry in named}


def files_in(output: Path) -> Iterator[str]:
    """Every file and link below the folder; links are not followed."""
    if not output.is_dir():
        return
    for top, folders, names in os.walk(output):
        links = [name for name in folders if Path(top, name).is_symlink()]
        below = Path(top).relative_to(output).as_posix()
        start = "" if below == "." else f"{below}/"
        yield from (f"{start}{name}" for name in (*names, *links))


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
    while path := path.rpartition("/")[0]:
        yield path


def _compared(before: Mapping[str, str], after: Mapping[str, str]) -> Written:
    both = sorted(before.keys() & after.keys())
    return Written(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(path for path in both if before[path] != after[path]),
        same=tuple(path for path in both if before[path] == after[path]),
        gone=tuple(sorted(before.keys() - after.keys())),
    )


def manifest(
    files: Mapping[str, bytes], provenance: Mapping[str, object] | None = None
) -> dict[str, bytes]:
    """The two files that say what a folder holds: for `wirctl`, and for `sha256sum --check`."""
    digests = {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    return _notes(digests, provenance)


def _notes(digests: Mapping[str, str], provenance: Mapping[str, object] | None) -> dict[str, bytes]:
    said = {
        "generator": _GENERATOR,
        "version": FORMAT,
        **({"provenance": dict(provenance)} if provenance else {}),
        "files": [{"path": path, "sha256": digest} for path, digest in digests.items()],
    }
    text = (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()
    sums = {**digests, MANIFEST: sha256(text).hexdigest()}
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items()))
    return {MANIFEST: text, SUMS: lines.encode()}


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
    if exchanged(stage, output):
        stage.replace(retired)
        return
    output.replace(retired)
    try:
        stage.replace(output)
    except BaseException:
        retired.replace(output)
        raise


def _remove(retired: Path, output: Path, ours: Collection[str]) -> None:
    """Delete the old files that the manifest named; others only once they are in the new folder."""
    for path in tuple(files_in(retired)):
        if path in ours or (output / path).is_file() or (output / path).is_symlink():
            (retired / path).unlink()
    for top, _, _ in os.walk(retired, topdown=False):
        if not any(Path(top).iterdir()):
            Path(top).rmdir()
