"""Each id once, and each file named like its element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Location
from wirctl.core.value import text_of
from wirctl.load import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.load.files import Faulty, File

_ID = ("id",)


def owners(files: Iterable[File]) -> Mapping[str, File]:
    """The file that has each id.

    Of two it is that of the plan or the process, else the one that is named so, else the first by
    path. A file whose id is not known stands under its path.
    """
    found: dict[str, File] = {}
    for file in sorted(files, key=_claim):
        found.setdefault(file.id or file.path, file)
    return found


def _claim(file: File) -> tuple[bool, bool, str]:
    return (not file.kind.file, file.stem != file.id, file.path)


def identity_findings(
    files: Iterable[File], owner: Mapping[str, File], faulty: Faulty
) -> Iterator[Diagnostic]:
    """Where two files claim one id, or a file is not named like its element."""
    alike: dict[str, File] = {}
    for file in files:
        first = owner[file.id or file.path]
        if first is not file:
            if file.path.casefold() != first.path.casefold():
                yield _taken(say.DUPLICATE_ID, file, first)
            continue
        if not faulty.has(file, "id"):
            yield from _misnamed(file)
            other = alike.setdefault(file.id.casefold(), file)
            if other is not file and other.path.casefold() != file.path.casefold():
                yield _taken(say.IDS_DIFFER_ONLY_IN_CASE, file, other)


def _taken(message: Message, file: File, first: File) -> Diagnostic:
    words: tuple[tuple[str, Argument], ...] = (("id", file.id), ("other", first.path))
    related = (Location(first.subject, _ID),)
    return Diagnostic(message.id, message.severity, file.subject, _ID, words, related)


def _misnamed(file: File) -> Iterator[Diagnostic]:
    said = text_of(file.record.get("id"))
    if said and not file.kind.file and said != file.stem:
        message = say.ID_DIFFERS_FROM_FILE_NAME
        name = file.path.rpartition("/")[2]
        words = (("id", said[:100]), ("file", name), ("stem", file.stem))
        yield Diagnostic(message.id, message.severity, file.subject, _ID, words)
