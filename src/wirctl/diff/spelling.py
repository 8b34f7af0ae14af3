"""Whether two texts say the same in another spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.core.text import canonical_line
from wirctl.core.tokens import is_word
from wirctl.diff.figures import words_and_figures
from wirctl.diff.wording import commas_at_negations, shortened_signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEPT = frozenset("%§€+=<>&°$@|~^/")
_INSIDE_STAR = regex(r"(\w+?)(?:[*:·]|/-?|_)(innen|in)(\w*)$")
_BRACKETED = regex(r"(\w+)\((innen|in)\)$")
_CAPITAL_I = regex(r"([A-ZÄÖÜ]\w*[a-zäöüß])I(nnen|n)(\w*)$")
_STARRED = regex(r"([a-zäöüß]+)[*:·_]([a-zäöüß]+)$", re.IGNORECASE)
_FEMININE = regex(r"(\w{2,})innen$")
_SLASHED = regex(
    r"(?<=[a-zäöüß])/-?(?=e[mnrs]?\b|[rnms]\b)|(?<=\b[Dd]er)/(?=die\b)|(?<=\b[Dd]ie)/(?=der\b)"
    r"|(?<=\b[Ee]r)/(?=sie\b)|(?<=\b[Ss]ie)/(?=er\b)"
)
_DASH = regex(r"(?<=[^\W\d_])[-‐‑–](?=[^\W\d_])")
_DROPPED = str.maketrans(dict.fromkeys("'’‘‚.·­", ""))
_BARE = str.maketrans("äöü", "aou")
_BETWEEN = frozenset({"und", "oder", "bzw", "sowie", "/", "beziehungsweise"})
_PLURALS = ("", "e", "en", "n", "s", "er", "ern")
_PAIR = 3
_TEXTS, _TOKENS = 512, 4096
"""Texts and tokens whose meaning is remembered: what is new in one change is old in the next."""


@frozen
class _Gendered:
    """A word for people of any gender: `Bürger*innenrat` is `bürger` and `rat`."""

    stem: str
    rest: str = ""

    def covers(self, word: str) -> bool:
        """Whether the word, in the generic masculine, means the same people."""
        if not word.endswith(self.rest):
            return False
        front = word[: len(word) - len(self.rest)]
        stems = {self.stem, self.stem.translate(_BARE)}
        return any(front == stem + ending for stem in stems for ending in _PLURALS)


_Key: TypeAlias = "str | _Gendered | frozenset[str]"


def only_spelling(old: str, new: str) -> bool:
    """Whether two texts differ by no more than their spelling.

    That is punctuation, quotes, hyphens and dashes, a capital at the begin of a word, `ß` and
    `ss`, white space, the form of a number, and how words for people are made to mean all
    genders. A feminine form alone means other people and is no spelling, nor is a comma that
    goes from one side of a negation to the other.

    >>> only_spelling("Die Bürger zahlen 5.000 Euro", "die Bürger*innen zahlen: 5000 Euro.")
    True
    >>> only_spelling("Die Bürger zahlen", "Die Bürgerinnen zahlen")
    False
    """
    before, after = _keys(old), _keys(new)
    if len(before) != len(after) or not all(map(_same, before, after)):
        return False
    commas = zip(commas_at_negations(old), commas_at_negations(new), strict=False)
    return not any(one == other[::-1] != other for one, other in commas)


def _same(one: _Key, other: _Key) -> bool:
    if one == other:
        return True
    if isinstance(one, str):
        one, other = other, one
    if isinstance(one, _Gendered):
        return isinstance(other, str) and one.covers(other)
    if isinstance(one, frozenset):
        return bool(one & other) if isinstance(other, frozenset) else other in one
    return False


@lru_cache(_TEXTS)
def _keys(text: str) -> tuple[_Key, ...]:
    """What each word says; marks say nothing."""
    line = _SLASHED.sub("*", shortened_signs(canonical_line(text)))
    words = [key for token in words_and_figures(line) if (key := _key(token)) is not None]
    return tuple(_paired(words))


@lru_cache(_TOKENS)
def _key(token: str) -> _Key | None:
    """What a token says, or nothing where it is a mark that says nothing."""
    if not is_word(token):
        return token if token[0] in _KEPT else None
    return token if token[0].isdigit() else _gendered(token) or _word(token)


def _word(token: str) -> str:
    plain = "".join(part[:1].lower() + part[1:] for part in _DASH.split(token))
    return plain.translate(_DROPPED).replace(" ", "").replace("ß", "ss")


def _gendered(token: str) -> _Gendered | frozenset[str] | None:
    """What a token with a gender mark says, or nothing where it has none."""
    inside = _INSIDE_STAR.match(token) or _BRACKETED.match(token) or _CAPITAL_I.match(token)
    if inside:
        rest = inside[3] if inside.re.groups >= _PAIR else ""
        return _Gendered(_word(inside[1]), _word(rest))
    starred = _STARRED.match(token)
    if starred:
        first, second = starred[1].lower(), starred[2].lower()
        return frozenset({first, first + second, second})
    return None


def _paired(words: Sequence[_Key]) -> Iterator[_Key]:
    """The words, with `Bürgerinnen und Bürger` as one."""
    place = 0
    while place < len(words):
        pair = _pair(words[place : place + _PAIR])
        yield pair or words[place]
        place += _PAIR if pair else 1


def _pair(words: Sequence[_Key]) -> _Gendered | None:
    if len(words) < _PAIR or words[1] not in _BETWEEN:
        return None
    for one, other in ((words[0], words[2]), (words[2], words[0])):
        feminine = _FEMININE.match(one) if isinstance(one, str) else None
        if feminine and isinstance(other, str):
            gendered = _Gendered(feminine[1])
            if gendered.covers(other):
                return gendered
    return None
