"""What was probably meant by a value that does not fit."""

from __future__ import annotations

import re
from calendar import monthrange

from wirctl.core.regex import regex
from wirctl.schema.pattern import Pattern, PatternError

_UNIT = regex(r"\s*(?:€|EUR|Euro|%|Prozent)$", re.IGNORECASE)
_GROUPED = regex(r"[-+]?[0-9]{1,3}(?:[._' \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?")
_PLAIN = regex(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_MARKS = regex(r"[._' \u00a0\u202f]")
_DAY = regex(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_MONTH = regex(r"([0-9]{1,2})[./]\s?([0-9]{4})")
_YEAR = regex(r"[0-9]{4}")
_DECEMBER = 12
_CENTS = 2
_LONGEST = 100


def plain_number(text: str) -> str:
    """The number that a German spelling means, as YAML writes it; empty if it is none.

    >>> plain_number("250.000 €"), plain_number("14,87"), plain_number("12_500")
    ('250000', '14.87', '12500')
    >>> plain_number("etwa 30")
    ''
    """
    bare = _UNIT.sub("", text[:_LONGEST].strip())
    if _GROUPED.fullmatch(bare):
        return _MARKS.sub("", bare).replace(",", ".")
    return bare.replace(",", ".") if _PLAIN.fullmatch(bare) else ""


def whole_number(text: str) -> str:
    """The whole number that a German spelling means; empty if it is none.

    >>> whole_number("1.500,00 €"), whole_number("14,87")
    ('1500', '')
    """
    whole, _, rest = plain_number(text).partition(".")
    return "" if rest.strip("0") else whole


def amount(text: str) -> str:
    """The amount of money that a German spelling means, as a plan writes it; empty if it is none.

    >>> amount("250.000 €"), amount("12,5"), amount("12,345")
    ('250000', '"12.50"', '')
    """
    whole, _, rest = plain_number(text).partition(".")
    if not rest.strip("0"):
        return whole
    return f'"{whole}.{rest:0<2}"' if len(rest) <= _CENTS else ""


def iso_date(text: str) -> str:
    """The date that a German spelling means, as a plan writes it; empty if it is none.

    >>> iso_date("1.7.2022"), iso_date("9/2022"), iso_date("2022"), iso_date("30.2.2022")
    ('2022-07-01', '2022-09', '"2022"', '')
    """
    text = text[:_LONGEST].strip()
    if day := _DAY.fullmatch(text):
        return _date(int(day[3]), int(day[2]), int(day[1]))
    if month := _MONTH.fullmatch(text):
        return _date(int(month[2]), int(month[1]))
    return f'"{text}"' if _YEAR.fullmatch(text) else ""


def _date(year: int, month: int, day: int = 0) -> str:
    if not (year and 1 <= month <= _DECEMBER):
        return ""
    if not day:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else ""


def truth(text: str) -> str:
    """`true` or `false` for a word that means it; else empty.

    >>> truth("Ja"), truth("vielleicht")
    ('true', '')
    """
    word = text.strip().casefold()
    if word in {"ja", "yes", "y", "j", "wahr", "x", "on", "an"}:
        return "true"
    return "false" if word in {"nein", "no", "n", "falsch", "off", "aus"} else ""


def fitting(text: str, pattern: str) -> str:
    """A text of the form that the pattern asks for and that was probably meant; else empty.

    >>> fitting("m-bil-01", "^M-[A-Z]{3}-[0-9]{2}$"), fitting("www.hannover.de", "^https://.+$")
    ('M-BIL-01', 'https://www.hannover.de')
    """
    bare = text[:_LONGEST].strip()
    joined = re.sub(r"[\s_–/.]+", "-", bare)
    candidates = (bare, bare.upper(), bare.lower(), joined.upper(), joined.lower())
    snake = joined.lower().replace("-", "_")
    for candidate in (*candidates, snake, f"https://{bare}"):
        if candidate != text and _fits(candidate, pattern):
            return candidate
    return ""


def _fits(text: str, pattern: str) -> bool:
    try:
        return Pattern(pattern).found_in(text)
    except PatternError:
        return False


def example(pattern: str) -> str:
    """A short text of the form that the pattern asks for; empty where none is found.

    >>> example("^M-[A-Z0-9]{2,8}-[0-9]{2,4}$"), example("^[a-z]+(_[a-z]+)*$")
    ('M-AA-00', 'a')
    """
    try:
        return Pattern(pattern).example()
    except PatternError:
        return ""
