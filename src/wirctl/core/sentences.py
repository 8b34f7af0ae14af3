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

_OPENING = "„“‚‘»«›‹\"'([{*_¿¡–—-•"
_CLOSING = "”“‘’»«›‹\"')\\]}*_"
# A mark, what closes with it, a space, and no small letter behind: all that may be an end.
_CANDIDATE = re.compile(rf"(?<![.!?…؟۔])([.!?…؟۔]++)([{_CLOSING}]*+) (?![a-zäöüß])(?=\S)")
_FIRST_WORD = re.compile(rf"[{re.escape(_OPENING)} ]*([^\W_]*)")
_LETTERS = re.compile(r"(?<![\w.])((?:[^\W\d_]\. ?)+[^\W\d_]|[vn]\. ?Chr)$")
_NUMBER = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*$")
_DAY_AND_MONTH = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}$")
_ROMAN = re.compile(r"[IVXLCDM]+$")
_VOWELLESS = re.compile(r"[A-Z]?[b-df-hj-np-tv-xz]{1,4}$")
_MONTHS = re.compile(r"(?:Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_QUOTES = frozenset("”“‘’»«›‹\"'")
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
        if _ends(paragraph, start, mark):
            found.append(paragraph[start : mark.end() - 1])
            start = mark.end()
    if start < len(paragraph):
        found.append(paragraph[start:])
    return tuple(found)


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
    letters = _LETTERS.search(text, max(start, point - _LONGEST_LETTERS), point)
    begin = text.rfind(" ", start, point) + 1 if not letters else letters.start()
    begin = max(begin, start)
    last = text[begin:point].lstrip(_OPENING)
    begins = word in BEGINNERS
    is_first = not text[start:begin].strip(_OPENING + "+>#|")
    if letters:
        short = letters[1].replace(" ", "").lower()
        return begins and not is_first and short not in NEVER_LAST_LETTERS and not mark[2]
    if _NUMBER.match(last):
        return not is_first and _number_ends(text, start, begin, last, word)
    if (len(last) == 1 and last.isalpha()) or _ROMAN.match(last):
        return begins and not is_first
    return _word_ends(last, word, closed=bool(mark[2]))


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
