"""From bytes to text, or the reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.regex import regex
from wirctl.core.span import TOP, Span
from wirctl.source import limits
from wirctl.source.characters import inspect
from wirctl.source.fault import WHOLE, fault
from wirctl.source.messages import files as say

if TYPE_CHECKING:
    from wirctl.source.fault import Fault

_BOM = "\ufeff"
_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_LINE_END = regex("\r\n|\r|\n")


class Decoded(NamedTuple):
    """The text, and the same for the parser: of equal length, without what it chokes on.

    `readable` is `None` where there is nothing to parse.
    """

    text: str
    readable: str | None
    faults: tuple[Fault, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of these bytes, without a byte order mark. Never raises."""
    if len(data) > limits.MAX_BYTES:
        words = {"size": len(data), "limit": limits.MAX_BYTES}
        return Decoded("", None, (fault(say.FILE_TOO_LARGE, TOP, WHOLE, **words),))
    wide = _wide(data)
    if wide:
        return Decoded("", None, (fault(say.WIDE_CHARACTERS, TOP, WHOLE, encoding=wide),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _foreign(data, error.start)
    text = text.removeprefix(_BOM)
    readable, faults = inspect(text)
    return Decoded(text, readable, faults)


def _wide(data: bytes) -> str:
    """The name of an encoding with two or four bytes a character, if this is one."""
    for mark, name in _WIDE:
        if data.startswith(mark):
            return name
    start = data[:1000]
    nulls = start.count(0)
    if nulls * 3 < len(start) or not nulls:
        return ""
    return "UTF-32" if nulls * 3 > len(start) * 2 else "UTF-16"


def _foreign(data: bytes, at: int) -> Decoded:
    """What to say of bytes that are no UTF-8 from `at` on."""
    encoding = _likely(data)
    text = data.decode(encoding, "replace")
    words = {
        "encoding": _NAMES[encoding],
        "byte": data[at : at + 1].hex().upper(),
        "text": data[at : at + 1].decode(encoding, "replace"),
    }
    place = _point(data[:at].decode("utf-8").removeprefix(_BOM))
    message = say.NOT_UTF_8 if data[:at].removeprefix(b"\xef\xbb\xbf").isascii() else say.STRAY_BYTE
    return Decoded(text, None, (fault(message, place, WHOLE, **words),))


_NAMES = {"cp1252": "Windows-1252", "latin-1": "ISO 8859-1 (Latin-1)", "cp850": "DOS (CP 850)"}
_DOS_UMLAUTS = regex(rb"[\x84\x94\x81\x8e\x99\x9a\xe1]")
_WINDOWS_ONLY = regex(rb"[\x80-\x9f]")
_WINDOWS_UMLAUTS = regex(rb"[\xe4\xf6\xfc\xc4\xd6\xdc\xdf]")


def _likely(data: bytes) -> str:
    """The 8-bit encoding that makes the most German of it."""
    dos, windows = (len(signs.findall(data)) for signs in (_DOS_UMLAUTS, _WINDOWS_UMLAUTS))
    if dos > windows:
        return "cp850"
    return "cp1252" if _WINDOWS_ONLY.search(data) else "latin-1"


def _point(before: str) -> Span:
    """The place after this text."""
    lines = _LINE_END.split(before)
    line, column = len(lines), len(lines[-1]) + 1
    return Span(line, column, line, column + 1, len(before), len(before) + 1)
