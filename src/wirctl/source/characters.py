"""Whether all characters of a text are ordinary ones: a look at every file, so a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex

if TYPE_CHECKING:
    from wirctl.source.fault import Fault

# Everything that is looked at more closely; German text holds none of it.
_SUSPECT = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00c2\u00c3\u034f\u0370-\u052f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff]"
)


def inspect(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The text for the parser, of equal length, and what is wrong with its characters."""
    if _SUSPECT.search(text) is None:
        return text, ()
    from wirctl.source.invisible import odd_characters

    return odd_characters(text)
