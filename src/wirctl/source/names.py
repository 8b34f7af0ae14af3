"""Which names of files and folders a plan can have on every system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.regex import regex
from wirctl.source.messages import files as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.core.catalogue import Message

_DEVICES = "(?:con|prn|aux|nul|com[0-9]|lpt[0-9])"
_FOREIGN = regex(r"[^A-Za-z0-9._-]")
_DEVICE = regex(rf"{_DEVICES}(?:\..*)?", re.IGNORECASE)
_FOREIGN_IN_PATHS = regex(r"[^a-z0-9._/-]")
_DEVICE_IN_PATHS = regex(rf"/{_DEVICES}[./]")


def is_text(path: str) -> bool:
    """Whether the name, as the system gave it, is UTF-8."""
    return path.isascii() or not re.search("[\ud800-\udfff]", path)


def shown(path: str) -> str:
    r"""The path as it can be written: bytes that are no UTF-8 as `\xfc`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def name_faults(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong with the names of these paths; each folder is spoken of once."""
    every = sorted(paths)
    if _are_good(every):
        return
    seen: dict[str, str] = {}
    told: set[str] = set()
    for path in every:
        for part in _prefixes(path):
            if part not in told:
                told.add(part)
                yield from _faults(path, part, seen)


def _are_good(paths: Sequence[str]) -> bool:
    """Whether nothing is wrong with any of the names: one look at all of them."""
    whole = f"/{'/'.join(paths)}/"
    small = whole.lower()
    if not whole.isascii() or _FOREIGN_IN_PATHS.search(small):
        return False
    if _DEVICE_IN_PATHS.search(small) or "./" in small:
        return False
    folders = {path.rpartition("/")[0] for path in paths}
    parts = {*paths, *(part for folder in folders for part in _prefixes(folder))}
    return len({part.lower() for part in parts}) == len(parts)


def _prefixes(path: str) -> Iterator[str]:
    """The folders of a path, outermost first, and the path itself."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path


def _faults(path: str, part: str, seen: dict[str, str]) -> Iterator[Diagnostic]:
    name = part.rpartition("/")[2]
    foreign = _FOREIGN.search(name)
    if foreign is not None:
        yield _say(say.FILE_NAME_NOT_ASCII, path, sign=foreign[0])
    if _DEVICE.fullmatch(name) or name.endswith("."):
        yield _say(say.FILE_NAME_RESERVED, path, name=name)
    other = seen.setdefault(part.casefold(), part)
    if other != part:
        yield _say(say.FILE_NAMES_DIFFER_ONLY_IN_CASE, path, name=part, other=other)


def _say(message: Message, path: str, **words: str) -> Diagnostic:
    return Diagnostic(
        message.id, message.severity, Subject(path), arguments=tuple(sorted(words.items()))
    )
