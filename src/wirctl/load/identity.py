"""Each id once, and each file named like its element."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Location
from wirctl.load import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.load.files import File


def identity_findings(files: Iterable[File]) -> Iterator[Diagnostic]:
    """Where two files claim one id, or a file is not named like its element.

    Of two files with one id, the one that is named otherwise is at fault, else the later path.
    """
    owners: dict[str, File] = {}
    for file in sorted(files, key=lambda file: (not _named_like(file), file.path)):
        key = file.id.casefold()
        if key in owners:
            yield _duplicate(file, owners[key])
            continue
        owners[key] = file
        if not _named_like(file):
            yield _misnamed(file)


def _named_like(file: File) -> bool:
    return bool(file.kind.file) or PurePosixPath(file.path).stem == file.id


def _duplicate(file: File, owner: File) -> Diagnostic:
    return Diagnostic(
        say.DUPLICATE_ID.id,
        say.DUPLICATE_ID.severity,
        file.subject,
        ("id",),
        (("id", file.id), ("other", owner.path)),
        (Location(owner.subject, ("id",)),),
    )


def _misnamed(file: File) -> Diagnostic:
    name = PurePosixPath(file.path)
    return Diagnostic(
        say.ID_DIFFERS_FROM_FILE_NAME.id,
        say.ID_DIFFERS_FROM_FILE_NAME.severity,
        file.subject,
        ("id",),
        (("id", file.id), ("file", name.name), ("stem", name.stem)),
    )
