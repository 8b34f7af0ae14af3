"""What in a text binds: its figures and their bounds, negations, modal verbs, paragraph signs.

Each function gives a multiset, so that `new - old` is what was added and `old - new` what was
lost. Spelling that means the same is the same: `250 000 EUR` and `250.000 Euro`, `zwei` and `2`.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.text import canonical_line
from wirctl.core.tokens import tokens
from wirctl.diff.compounds import versions
from wirctl.diff.figures import figures, number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_NEGATION = regex(
    r"(?<![\w*-])(?:(nicht|keinesfalls|keineswegs|mitnichten|niemals|nie|nichts|nirgends|nirgendwo"
    r"|ohne|weder|not|never|without|neither|cannot)"
    r"|(kein)(?:e[mnrs]?|erlei)?|(niemand)(?:e[mn])?)(?!\w)"
)
_NO_NEGATION = regex(
    r"\s+(?:nur|zuletzt|bloß|lediglich|only|least)\b|\s+allein\b(?=[^.;]{0,200}\bsondern\b)"
)


def _by_form(names: Mapping[str, str]) -> Mapping[str, str]:
    """The name of each form, from the forms of each name with commas."""
    return {form: name for name, forms in names.items() for form in forms.split(", ")}


_MODALS = _by_form(
    {
        "müssen": "muss, muß, musst, müssen, müsst, mußte, musste, mussten, must",
        "müsste": "müsste, müssten, müßte",
        "sollen": "soll, sollen, sollst, sollt, shall",
        "sollte": "sollte, sollten, solltet, should",
        "können": "kann, kannst, können, könnt, konnte, konnten, can",
        "könnte": "könnte, könnten, könntet, could",
        "dürfen": "darf, darfst, dürfen, dürft, durfte, durften",
        "dürfte": "dürfte, dürften",
    }
)
_BOUNDS = _by_form(
    {
        "mindestens": "mindestens, wenigstens, zumindest, at least",
        "höchstens": "höchstens, maximal, at most",
        "bis zu": "bis zu, up to",
        "mehr als": "mehr als, über, more than, over",
        "weniger als": "weniger als, unter, less than, under",
        "rund": "rund, etwa, circa, ca., ungefähr, gut, about, around",
        "fast": "fast, knapp, nearly, almost",
    }
)
_BEFORE_NOUN = frozenset(
    {"das", "dem", "des", "ein", "kein", "im", "zum", "vom", "am", "ihr", "sein", "dieses"}
)
_PART = r"(?:Abs(?:\.|atz)|S(?:\.|atz|ätze)|N(?:r\.|rn\.|ummer)|Buchst(?:\.|abe)|lit\.)"
_MORE = r"(?:(?:, ?| und | bis |[–-])[0-9]+[a-z]?\b)*"
_SIGN = regex(
    rf"(?:§§ ?[0-9]+[a-z]?\b{_MORE}|§ ?[0-9]+[a-z]?\b|\bArt(?:\.|ikels?\b) ?[0-9]+[a-z]?\b)"
    rf"(?: {_PART} ?(?:[0-9]+[a-z]?|[a-z])\b| ff?\.)*"
    r"(?: [A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*(?: [IVX]+\b)?)?"
)
_LONG_PARTS = (
    (regex(r"\bAbsatz\b"), "Abs."),
    (regex(r"\bS\. "), "Satz "),
    (regex(r"\bNummer\b"), "Nr."),
    (regex(r"\bBuchstabe\b"), "Buchst."),
    (regex(r"\bArtikels?\b"), "Art."),
    (regex(r"(?<=§)(?=[0-9])"), " "),
    (regex(r"(?<=[0-9a-z])[–-](?=[0-9])"), " bis "),
)


_TEXTS = 512
"""Texts whose facts are remembered: what is new in one change is old in the next."""


@lru_cache(_TEXTS)
def numbers(text: str) -> Counter[str]:
    """The figures of a text: numbers with their unit, dates, intervals.

    >>> sorted(numbers("Bis 31. März 2025 stehen 1,5 Mio. Euro für zwei Jahre bereit."))
    ['1500000 EUR', '2 Jahr', '2025-03-31']
    """
    return Counter(figures(canonical_line(text)))


def names_of_versions(text: str) -> dict[str, str]:
    """The figure of each version that belongs to one name in a text, with that name before it.

    >>> names_of_versions("Der WIR 2.0 folgt auf den LIP 1.0.")
    {'2.0': 'WIR 2.0', '1.0': 'LIP 1.0'}
    """
    found = dict.fromkeys(versions(canonical_line(text)))
    many = Counter(figure for _, figure in found)
    return {figure: f"{name} {figure}" for name, figure in found if many[figure] == 1}


@lru_cache(_TEXTS)
def negations(text: str) -> Counter[str]:
    """The words of a text that deny; `nicht nur` and `nicht zuletzt` do not.

    >>> sorted(negations("Keine Stelle, nicht nur hier, ohne Mittel.").elements())
    ['kein', 'ohne']
    """
    line = canonical_line(text)
    # "Not" is German for distress, "not" English.
    line = line.replace("Not", "_").lower()
    return Counter(
        match[match.lastindex or 0]
        for match in _NEGATION.finditer(line)
        if not _NO_NEGATION.match(line, match.end())
    )


def commas_at_negations(text: str) -> list[tuple[bool, bool]]:
    """Whether a comma stands before and behind each word that denies, in order.

    >>> commas_at_negations("Wir helfen nicht, zahlen. Wir helfen, nicht zahlen.")
    [(False, True), (True, False)]
    """
    line = canonical_line(text).lower()
    places = [match.span() for match in _NEGATION.finditer(line)]
    return [(line.startswith(", ", start - 2), line[end : end + 1] == ",") for start, end in places]


@lru_cache(_TEXTS)
def modals(text: str) -> Counter[str]:
    """The modal verbs of obligation and permission; a subjunctive is a verb of its own.

    >>> sorted(modals("Die Stadt soll fördern; die Träger könnten warten.").elements())
    ['könnte', 'sollen']
    """
    found: Counter[str] = Counter()
    before = ""
    for word in tokens(canonical_line(text))[1]:
        verb = _MODALS.get(word.lower())
        if verb and not (word[0].isupper() and before in _BEFORE_NOUN):
            found[verb] += 1
        before = word.lower()
    return found


@lru_cache(_TEXTS)
def bounds(text: str) -> Counter[str]:
    """The words before the figures of a text that say whether it is the least, the most or about.

    >>> sorted(bounds("Wenigstens zwei von bis zu 20 Räumen, zumindest im Mai.").elements())
    ['bis zu', 'mindestens']
    """
    words = tokens(canonical_line(text))[1]
    found = (
        _BOUNDS.get(" ".join(words[place - count : place]).lower(), "")
        for place, word in enumerate(words)
        if number_of(word)
        for count in (1, 2)
        if count <= place
    )
    return Counter(filter(None, found))


@lru_cache(_TEXTS)
def paragraph_signs(text: str) -> Counter[str]:
    """The places of law a text names, abbreviated in one way.

    >>> sorted(paragraph_signs("nach § 5 Absatz 2 S. 1 SGB VIII und Artikel 3 GG"))
    ['Art. 3 GG', '§ 5 Abs. 2 Satz 1 SGB VIII']
    """
    return Counter(map(_shortened, _SIGN.finditer(canonical_line(text))))


def shortened_signs(line: str) -> str:
    """A canonical line with the places of law that it names abbreviated in one way.

    >>> shortened_signs("Es gilt Artikel 3 Absatz 1 GG.")
    'Es gilt Art. 3 Abs. 1 GG.'
    """
    return _SIGN.sub(_shortened, line)


def _shortened(match: re.Match[str]) -> str:
    place = match[0]
    for form, short in _LONG_PARTS:
        place = form.sub(short, place)
    return place
