"""Plan text on a terminal: nothing in it may steer the terminal, and all of it has a width."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from wirctl.core.regex import regex

if TYPE_CHECKING:
    import re

_ENDS = (0xFFFE, 0xFFFF)
_HIDDEN = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
    # What is no letter in any text, so that pages and documents may not hold it.
    "\ufdd0-\ufdef" + "".join(chr(plane << 16 | end) for plane in range(17) for end in _ENDS) + "]"
)
_BYTE = 0x100
_PLANE = 0x10000
_FIRST_MARK = "\u0300"
"""Before it stand the letters of Latin, each one column wide, and the soft hyphen."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def visible(text: str) -> str:
    r"""The text with control, direction and invisible characters written as escapes.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return text if text.isprintable() else _HIDDEN.sub(_escape, text)


def one_line(text: str) -> str:
    r"""The text on one line, safe for a terminal.

    >>> one_line("eins\n zwei")
    'eins zwei'
    """
    return visible(" ".join(text.split()))


def width(text: str) -> int:
    """How many columns of a screen the text takes.

    >>> width("Öffnung"), width("平和"), width("o\u0308")
    (7, 4, 1)
    """
    if text.isascii() or (max(text) < _FIRST_MARK and "\u00ad" not in text):
        return len(text)
    return sum(map(_width, text))


def _width(sign: str) -> int:
    if category(sign) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(sign) in {"W", "F"} else 1


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < _BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _PLANE else f"\\U{code:08x}"
