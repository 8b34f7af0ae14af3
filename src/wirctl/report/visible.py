"""Plan text on a terminal: nothing in it may steer the terminal."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff]"
)


_BYTE = 0x100


def visible(text: str) -> str:
    r"""The text with control, direction and invisible characters written as escapes.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return _HIDDEN.sub(_escape, text)


def one_line(text: str) -> str:
    r"""The text on one line, safe for a terminal.

    >>> one_line("eins\n zwei")
    'eins zwei'
    """
    return visible(" ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}"
