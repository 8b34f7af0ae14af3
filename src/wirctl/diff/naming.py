"""Which bodies a text names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.text import canonical_line
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.value import Record

_ENDING = regex(r"(?<=\w{3})(?:e[mnrs]?|n|(?<!s)s)$")
_ENDINGS = r"(?:e[mnrs]?|[ns])?"
_SHORTEST, _LONGEST = 2, 200


def names_of(body: Record) -> Iterable[str]:
    """What a body is called: its title, its abbreviation, its other names."""
    yield text_of(body.get("title"))
    yield text_of(body.get("abbreviation"))
    yield from (text_of(record_of(alias).get("name")) for alias in list_of(body.get("aliases")))


def names_in(text: str, names: Iterable[str]) -> Counter[str]:
    """How often the text has each name, whatever its case ending.

    >>> sorted(names_in("Dem Internationalen Ausschuss und dem IA", ["Internationaler Ausschuss"]))
    ['Internationaler Ausschuss']
    """
    patterns = _patterns(names)
    if not patterns:
        return Counter()
    longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    anyone = re.compile(rf"(?<!\w)(?:{'|'.join(f'({part})' for part in longest_first)})(?!\w)")
    found = (
        longest_first[(match.lastindex or 1) - 1] for match in anyone.finditer(canonical_line(text))
    )
    return Counter(patterns[pattern] for pattern in found)


def _patterns(names: Iterable[str]) -> Mapping[str, str]:
    """A pattern for each name: abbreviations as they are, words with any ending of a case."""
    found: dict[str, str] = {}
    for name in names:
        line = canonical_line(name)
        if _SHORTEST <= len(line) <= _LONGEST:
            words = [line] if line.isupper() else line.split()
            found.setdefault(" ".join(map(_pattern, words)), line)
    return found


def _pattern(word: str) -> str:
    if word.isupper():
        return re.escape(word)
    return re.escape(_ENDING.sub("", word)) + _ENDINGS
