"""Figures on which a word hangs, and versions that belong to names: `5-jährig`, `WIR 2.0-Plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPOUND = regex(r"(?![0-9.,]+-[0-9])(.*[0-9][^\W\d_]?)-([^\W\d_][^0-9]*)$")
_ADJECTIVE = regex(r"(jähr|monat|wöch|täg|stünd|prozent)ige?[mnrs]?$")
_UNITS = {
    "jähr": "Jahr",
    "monat": "Monat",
    "wöch": "Woche",
    "täg": "Tag",
    "stünd": "Stunde",
    "prozent": "%",
}
_VERSION = regex(r"(?:([^\W\d_]+)-?)?([0-9]{1,3}\.0)$")


def parted(token: str) -> tuple[str, str]:
    """A figure, and the word that hangs on it by a hyphen; any other token and nothing.

    >>> parted("5-jährige"), parted("2.0-Plan"), parted("M-BIL-01"), parted("Nord-Süd")
    (('5', 'jährige'), ('2.0', 'Plan'), ('M-BIL-01', ''), ('Nord-Süd', ''))
    """
    match = _COMPOUND.match(token) if "-" in token else None
    return (match[1], match[2]) if match is not None else (token, "")


def in_compound(word: str) -> str:
    """The unit that an adjective tells which hangs on a figure, or the empty text.

    >>> [in_compound(word) for word in ("jährigen", "prozentige", "Plan")]
    ['Jahr', '%', '']
    """
    match = _ADJECTIVE.match(word)
    return _UNITS[match[1]] if match is not None else ""


def is_version(text: str) -> bool:
    """Whether the text is a version as names have it, without one.

    >>> is_version("2.0"), is_version("WIR-2.0"), is_version("2,0")
    (True, False, False)
    """
    match = _VERSION.match(text)
    return match is not None and not match[1]


def bare(token: str) -> str:
    """A version without its name before a hyphen; any other token as it is.

    >>> bare("WIR-2.0"), bare("M-BIL-01")
    ('2.0', 'M-BIL-01')
    """
    match = _VERSION.match(token) if token.endswith(".0") else None
    return match[2] if match is not None else token


def versions(text: str) -> Iterator[tuple[str, str]]:
    """Each version that belongs to a name in a canonical text, as the name and the figure.

    Neither in German nor in English is a number of things written so.

    >>> list(versions("Der WIR 2.0-Plan folgt auf den LIP-1.0 mit 2,0 Stellen."))
    [('WIR', '2.0'), ('LIP', '1.0')]
    """
    words = [parted(word)[0] for word in tokens(text)[1]]
    for place, word in enumerate(words):
        match = _VERSION.match(word) if word.endswith(".0") else None
        name = (match[1] or (words[place - 1] if place else "")) if match is not None else ""
        if match is not None and name[:1].isupper() and name.isalpha():
            yield name, match[2]
