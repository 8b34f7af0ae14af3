"""Where the sentences of a German administrative text end."""

from __future__ import annotations

import re

from wirctl.core.abbreviations import (
    BEGINNERS,
    COUNTED,
    LAST_BUT_BEFORE_FIGURES,
    NEVER_LAST,
    NEVER_LAST_LETTERS,
    OFTEN_LAST,
    SELDOM_LAST,
)
from wirctl.core.regex import regex

_OPENING = "„“‚‘»«›‹\"'([{*_¿¡–—-•"
_CLOSING = "”“‘’»«›‹\"')\\]}*_"
_MARKS = ".!?…؟۔"
# A mark, what closes with it, a space, and no small letter behind: all that may be an end. What
# stands behind the first sign keeps a long row of signs from being read from each of them.
_CANDIDATE = regex(
    rf"([{_MARKS}](?<![{_MARKS}]{{2}})[{_MARKS}]*+)([{_CLOSING}]*+) (?![a-zäöüß])(?=\S)"
)
_FIRST_WORD = regex(rf"[{re.escape(_OPENING)} ]*([^\W_]*)")
_LETTERS = regex(r"(?<![\w.])((?:[^\W\d_]\. ?)+[^\W\d_]|[vn]\. ?Chr)$")
_NUMBER = regex(r"[0-9]+(?:[.,:/][0-9]+)*$")
_DAY_AND_MONTH = regex(r"[0-9]{1,2}\.[0-9]{1,2}$")
_ROMAN = regex(r"[IVXLCDM]+$")
_VOWELLESS = regex(r"[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]{1,4}$")
_MONTHS = regex(r"(?:Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_QUOTES = frozenset("”“‘’»«›‹\"'")
_MOST_MARKS = 24
_LONGEST_VOWELLESS = 5
_ABBREVIATIONS = NEVER_LAST | SELDOM_LAST | OFTEN_LAST | {word.capitalize() for word in NEVER_LAST}
_LONGEST_LETTERS = 16
_FIRST_FULL_YEAR = 1000


def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of a paragraph that is in canonical form; joined by spaces they are it.

    >>> sentences("Das regelt § 3 Abs. 2 Satz 1. Es gilt u. a. ab dem 12. März. Wie? So.")
    ('Das regelt § 3 Abs. 2 Satz 1.', 'Es gilt u. a. ab dem 12. März.', 'Wie?', 'So.')
    """
    found: list[str] = []
    start = 0
    for mark in _CANDIDATE.finditer(paragraph):
        end = mark.end()
        if is_certain_end(paragraph, end) or _ends(paragraph, start, mark):
            found.append(paragraph[start : end - 1])
            start = end
    if start < len(paragraph):
        found.append(paragraph[start:])
    return tuple(found)


def is_certain_end(text: str, end: int) -> bool:
    """Whether a sentence ends before this place, whatever else the text holds.

    So it does after a word of some length that is no abbreviation, a point and a space, before
    a capital or a figure. Most ends are of this sort, and the look is quick.
    """
    after = text[end]
    if text[end - 2] != "." or not after.isalnum() or after.islower():
        return False
    word = text[text.rfind(" ", 0, end - 1) + 1 : end - 2]
    return (
        len(word) > _LONGEST_VOWELLESS
        and word.isalpha()
        and word not in _ABBREVIATIONS
        and word[-3:] not in {"str", "Str"}
    )


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends with this mark."""
    following = _FIRST_WORD.match(text, mark.end())
    word = following[1] if following else ""
    if word and word[0].islower():
        return False
    if mark[1] == ".":
        return _point_ends(text, start, mark, word)
    if mark[1][-1] in "….":
        return word in BEGINNERS and not _is_gap(text, mark)
    return _cry_ends(text, start, mark, word)


def _is_gap(text: str, mark: re.Match[str]) -> bool:
    """Whether the marks stand alone in brackets: `[…]`, `(!)`."""
    return mark.start() > 0 and text[mark.start() - 1] in "([" and mark[2][:1] in {")", "]"}


def _cry_ends(text: str, start: int, mark: re.Match[str], word: str) -> bool:
    """After `!` or `?`: a quoted title goes on, `„Misch mit!“ Hannover`."""
    if _is_gap(text, mark):
        return False
    quoted = bool(_QUOTES & set(mark[2]))
    return not quoted or word in BEGINNERS or text[start] in "„“»«‚\"'"


def _point_ends(text: str, start: int, mark: re.Match[str], word: str) -> bool:
    point = mark.start()
    begin = max(text.rfind(" ", start, point) + 1, start)
    last = text[begin:point].lstrip(_OPENING)
    if last[-1:].isdigit() and _NUMBER.match(last):
        first = _stands_first(text, start, begin)
        return not first and _number_ends(text, start, begin, last, word)
    letters = len(last) == 1 or "." in last or last == "Chr"
    found = letters and _LETTERS.search(text, max(start, point - _LONGEST_LETTERS), point)
    if found:
        return not mark[2] and word in BEGINNERS and _letters_end(text, start, found)
    if (len(last) == 1 and last.isalpha()) or _ROMAN.match(last):
        return word in BEGINNERS and not _stands_first(text, start, begin)
    return _word_ends(last, word, closed=bool(mark[2]))


def _letters_end(text: str, start: int, letters: re.Match[str]) -> bool:
    """Whether a sentence may end with these letters: `u. a.` may, `z. B.` may not."""
    if _stands_first(text, start, letters.start()):
        return False
    return letters[1].replace(" ", "").lower() not in NEVER_LAST_LETTERS


def _stands_first(text: str, start: int, begin: int) -> bool:
    """Whether nothing but marks stands before: a number there counts the sentences."""
    return begin - start < _MOST_MARKS and not text[start:begin].strip(_OPENING + " +>#|")


def _number_ends(text: str, start: int, begin: int, number: str, word: str) -> bool:
    """Whether the point behind a number is no ordinal's: `2021.` is a year, `3.` often not."""
    if _DAY_AND_MONTH.match(number):
        return word in BEGINNERS
    if not number.isdigit() or int(number[:9]) >= _FIRST_FULL_YEAR:
        return True
    if not word or word[0].isdigit() or _MONTHS.match(word):
        return False
    before = text[start:begin].rstrip().rpartition(" ")[2].lstrip(_OPENING)
    return word in BEGINNERS or before in COUNTED


def _word_ends(last: str, word: str, *, closed: bool) -> bool:
    short = last.rpartition("-")[2].rpartition("/")[2]
    figure = word[:1].isdigit()
    if short in NEVER_LAST or (short[:1].lower() + short[1:]) in NEVER_LAST:
        return False
    if short in LAST_BUT_BEFORE_FIGURES:
        return not figure
    if short in OFTEN_LAST:
        return not closed and not figure
    if short in SELDOM_LAST or short.endswith(("str", "Str")) or _VOWELLESS.match(short):
        return word in BEGINNERS and not closed
    return True
