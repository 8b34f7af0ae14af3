"""Which bodies a text names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.text import canonical_line
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    line = canonical_line(text)
    patterns = _patterns(line, names)
    if not patterns:
        return Counter()
    longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    anyone = re.compile(rf"(?<!\w)(?:{'|'.join(f'({part})' for part in longest_first)})(?!\w)")
    found = (longest_first[(match.lastindex or 1) - 1] for match in anyone.finditer(line))
    return Counter(patterns[pattern] for pattern in found)


def _patterns(line: str, names: Iterable[str]) -> Mapping[str, str]:
    """A pattern for each name that may stand in the line; of names with one, the first."""
    found: dict[str, str] = {}
    for name in map(canonical_line, names):
        if _SHORTEST <= len(name) <= _LONGEST and _may_stand_in(line, name):
            found.setdefault(_pattern(name), name)
    return found


def _may_stand_in(line: str, name: str) -> bool:
    """Whether each of its words begins there somewhere: so hardly any pattern is ever made."""
    return all(stem in line for stem, _ in _words(name))


def _pattern(name: str) -> str:
    return " ".join(re.escape(stem) + ending for stem, ending in _words(name))


def _words(name: str) -> Iterator[tuple[str, str]]:
    """The words without ending, each with a pattern of those it may have.

    Abbreviations have none.
    """
    for word in [name] if name.isupper() else name.split():
        if word.isupper():
            yield word, ""
        else:
            yield _ENDING.sub("", word), _ENDINGS
