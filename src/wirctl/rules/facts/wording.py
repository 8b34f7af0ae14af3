"""Words in German texts: what is said and not only mentioned, and in which forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.text import canonical_line

if TYPE_CHECKING:
    from collections.abc import Iterable

# A mark that is never closed must not be looked for from each of its kind: no class holds its own.
_QUOTED = regex('„[^„“”]*[“”]|‚[^‚‘’]*[‘’]|»[^«»]*«|“[^“”]*”|"[^"]*"')
_OPENING = frozenset('„‚»“"')
_ENDING = "(?:e[nrsm]?|s|n)?"
_WORD_BEFORE, _WORD_AFTER = r"(?<![\w*])", r"(?!\w|[*:_/]\w)"


def said(text: str) -> str:
    """The text on one line, with what stands between quotation marks blotted out.

    >>> said("Das Wort „Ausländer“ fällt hier nicht.")
    'Das Wort „         “ fällt hier nicht.'
    """
    line = canonical_line(text)
    return line if _OPENING.isdisjoint(line) else _QUOTED.sub(_blotted, line)


def without(names: re.Pattern[str], line: str) -> str:
    """The line with these names blotted out; all else stays at its place."""
    return names.sub(lambda found: " " * len(found[0]), line)


def _blotted(found: re.Match[str]) -> str:
    return f"{found[0][0]}{' ' * (len(found[0]) - 2)}{found[0][-1]}"


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Finds each of these words or phrases, whole, in the forms that a German ending gives.

    >>> word_pattern(["Hintergrund"]).findall("Hintergrunds, Hintergrundwissen, Hintergrund*in")
    ['Hintergrunds']
    """
    return _pattern(words, _ENDING)


def name_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Finds each of these names, whole, with or without its spaces.

    >>> name_pattern(["LIP 2.0"]).findall("LIP2.0-Umfrage, LIP 2.01")
    ['LIP2.0']
    """
    return _pattern(names, "")


def _pattern(words: Iterable[str], ending: str) -> re.Pattern[str]:
    gap = r"\s+" if ending else r"\s?"
    parts = sorted({gap.join(map(_one, word.split())) for word in words if word.strip()})
    longest_first = sorted(parts, key=len, reverse=True)
    inner = "|".join(longest_first) or "(?!)"
    return re.compile(f"{_WORD_BEFORE}(?:{inner}){ending}{_WORD_AFTER}")


def _one(word: str) -> str:
    """The word; one that is written small may stand at the start of a sentence."""
    first, rest = word[0], re.escape(word[1:])
    return f"[{first}{first.upper()}]{rest}" if first.islower() else re.escape(first) + rest
