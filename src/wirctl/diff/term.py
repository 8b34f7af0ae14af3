"""Which words of a text were exchanged for others, where nothing else of it changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.text import canonical_prose
from wirctl.core.tokens import is_word, tokens
from wirctl.diff.alignment import align
from wirctl.diff.compounds import is_version
from wirctl.diff.wording import modals, negations, numbers
from wirctl.diff.words import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_WORDS = 8
"""A longer stretch is a passage and no name."""
_MOST_TERMS = 3
_SAYS_ALL = 1.0
_HYPHEN = "-"


class Term(NamedTuple):
    """What a thing was called, and what it is called instead."""

    old: str
    new: str


class Place(NamedTuple):
    """One exchange: the tokens around it, by which several are seen to be of one longer name."""

    term: Term
    before: str
    after: str


def exchanges(old: str, new: str) -> tuple[Place, ...]:
    """Every place at which a name became another; nothing if more happened than that.

    Figures, negations and modal verbs are no names: each of them is a decision of its own. The
    version behind a name is part of it.

    >>> [place.term for place in exchanges("Der LIP 2.0 gilt.", "Der WIR 2.0 gilt.")]
    [Term(old='LIP', new='WIR')]
    >>> exchanges("Bis 2024 fertig.", "Bis 2025 fertig.")
    ()
    >>> [place.term for place in exchanges("Der WIR 2.0 gilt.", "Der WIR 3.0 gilt.")]
    [Term(old='WIR 2.0', new='WIR 3.0')]
    """
    before, after = (tokens(canonical_prose(text))[1] for text in (old, new))
    found: list[Place] = []
    for a, b, c, d in _zones(before, after):
        place = _place(before, after, (a, b, c, d))
        if place is None:
            return ()
        found.append(place)
    return tuple(found) if len({place.term for place in found}) <= _MOST_TERMS else ()


def lengthened(places: Sequence[Place]) -> Term:
    """The term with the name that follows it everywhere: `LIP` before `2.0` is `LIP 2.0`."""
    term = places[0].term
    after = {place.after for place in places}
    before = {place.before for place in places}
    if len(after) == 1 and _is_of_name(min(after)):
        term = Term(*(f"{side} {min(after)}" for side in term))
    if len(before) == 1 and _is_of_name(min(before)):
        term = Term(*(f"{min(before)} {side}" for side in term))
    return term


def pattern(term: str) -> re.Pattern[str]:
    """What finds the term in a text, whole."""
    words = r"\s+".join(map(re.escape, term.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _zones(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    a = c = 0
    for left, right in [*align(old, new), (len(old), len(new))]:
        if a < left or c < right:
            yield a, left, c, right
        a, c = left + 1, right + 1


def _place(old: Sequence[str], new: Sequence[str], zone: tuple[int, int, int, int]) -> Place | None:
    a, b, c, d = zone
    if not 0 < b - a <= _MOST_WORDS or not 0 < d - c <= _MOST_WORDS:
        return None
    term = _bare(" ".join(old[a:b]), " ".join(new[c:d]))
    if all(map(is_version, term)) and a and _is_of_name(old[a - 1]):
        return Place(Term(*(f"{old[a - 1]} {side}" for side in term)), "", "")
    if not all(map(_is_name, term)):
        return None
    whole = term.old == " ".join(old[a:b])
    return Place(
        term,
        old[a - 1] if a and whole else "",
        old[b].partition(_HYPHEN)[0] if b < len(old) and whole else "",
    )


def _bare(old: str, new: str) -> Term:
    """The term without the parts of a compound that both share: `LIP-Bericht`, `WIR-Bericht`."""
    before, after = old.split(_HYPHEN), new.split(_HYPHEN)
    while len(before) > 1 and len(after) > 1 and before[-1] == after[-1]:
        del before[-1], after[-1]
    while len(before) > 1 and len(after) > 1 and before[0] == after[0]:
        del before[0], after[0]
    return Term(_HYPHEN.join(before), _HYPHEN.join(after))


def _is_name(text: str) -> bool:
    """Whether a word in it says something and binds nobody."""
    words = tokens(text)[1]
    says = any(is_word(word) and weight(word) >= _SAYS_ALL for word in words)
    return says and not all(map(_binds, filter(is_word, words)))


def _binds(word: str) -> bool:
    return bool(numbers(word) or modals(word) or negations(word))


def _is_of_name(word: str) -> bool:
    """Whether a word beside a name belongs to it: a version, or another word with a capital."""
    return bool(word) and (word[0].isdigit() or (word[0].isupper() and weight(word) >= _SAYS_ALL))
