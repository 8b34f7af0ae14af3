"""The figures of a text: numbers with their unit, dates, intervals; one form for one value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def _table(text: str) -> dict[str, str]:
    """Each word with what stands before the colon of its line."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {word: value.strip() for value, _, words in lines for word in words.split()}


_MONTHS = _table("""
    01: Januar Jänner Jan.
    02: Februar Feb.
    03: März Mrz.
    04: April Apr.
    05: Mai
    06: Juni Jun.
    07: Juli Jul.
    08: August Aug.
    09: September Sept. Sep.
    10: Oktober Okt.
    11: November Nov.
    12: Dezember Dez.
""")
_UNITS = _table("""
    %: % Prozent Prozents
    %-Punkte: Prozentpunkt Prozentpunkte Prozentpunkten
    EUR: EUR Euro Euros €
    Jahr: Jahr Jahre Jahren Jahres
    Monat: Monat Monate Monaten Monats
    Woche: Woche Wochen
    Tag: Tag Tage Tagen Tages
    Stunde: Stunde Stunden Std.
    Uhr: Uhr
""")
_POWERS = _table("""
    3: Tsd. Tausend tausend
    6: Mio. Mio Million Millionen
    9: Mrd. Mrd Milliarde Milliarden
""")
_NUMBERS = _table("""
    0: null
    1: eins erste
    2: zwei zweite zweimal zweifach
    3: drei dritte dreimal dreifach
    4: vier vierte viermal vierfach
    5: fünf fünfte fünfmal fünffach
    6: sechs sechste
    7: sieben siebte
    8: acht achte
    9: neun neunte
    10: zehn zehnte
    11: elf elfte
    12: zwölf zwölfte dutzend
    20: zwanzig
    30: dreißig
    40: vierzig
    50: fünfzig
    60: sechzig
    70: siebzig
    80: achtzig
    90: neunzig
    100: hundert einhundert
    1000: tausend eintausend
    1/2: hälfte
    1/3: drittel
""")
_INTERVALS = regex(
    r"((?:all|halb|viertel|zwei|drei|vier|fünf|zehn)?(?:täg|wöchent|monat|jähr)lich"
    r"|quartalsweise|einmalig|dauerhaft|befristet|unbefristet)(?:e[mnrs]?)?$"
)
_ENDING = regex(r"(?<=te)[mnrs]$|(?<=fach)e[mnrs]?$")
_MONTH = "|".join(re.escape(month) for month in sorted(_MONTHS, key=len, reverse=True))
_DATES = regex(
    rf"(?<![\w.,])(?:(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|(?P<day>[0-9]{{1,2}})\. ?(?:(?P<number>[0-9]{{1,2}})\.|(?P<name>{_MONTH}))"
    rf"(?: ?(?P<year>[0-9]{{4}}))?"
    rf"|(?P<month>{_MONTH})(?: (?P<of>[0-9]{{4}}))?)(?!\w|-[^\W\d])"
)
_GROUPED = regex(r"(?<![\w.,])([0-9]{1,3})((?: [0-9]{3})+)(?!\w)")
_THOUSANDS = regex(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
_VALUE = regex(r"-?[0-9]{1,20}(?:\.[0-9]+)?$")
_MOST_DIGITS = 20
_DECIMAL = regex(r"[0-9]+(?:,[0-9]+)?$")


def figures(text: str) -> Iterator[str]:
    """Each figure of a canonical text in one form: dates first, then the others in order.

    >>> list(figures("Bis 31. März 2025 stehen 1,5 Mio. Euro bereit, jährlich 250 000 EUR."))
    ['2025-03-31', '1500000 EUR', 'jährlich', '250000 EUR']
    """
    text = with_points(text)
    yield from map(_date, _DATES.finditer(text))
    words = tokens(_DATES.sub(" ", text))[1]
    for place, word in enumerate(words):
        number = number_of(word)
        if number:
            yield _quantity(number, words, place)
        else:
            interval = _INTERVALS.match(word.lower())
            if interval:
                yield interval[1]


def with_points(text: str) -> str:
    """The text with points in numbers where spaces group their digits.

    >>> with_points("250 000 Euro")
    '250.000 Euro'
    """
    return _GROUPED.sub(lambda match: match[1] + match[2].replace(" ", "."), text)


def number_of(token: str) -> str:
    """The number that a token is or names, in one form; else the empty text.

    >>> [number_of(token) for token in ("250.000", "14,50", "zweiten", "E13/A13", "Rat")]
    ['250000', '14.5', '2', 'E13/A13', '']
    """
    if not any(map(str.isdigit, token)):
        word = _ENDING.sub("", token.lower())
        return _NUMBERS.get(word, "")
    sign = "-" if token[0] in "-–−" else ""
    digits = token.strip(".-–−+")
    if _THOUSANDS.match(digits):
        digits = digits.replace(".", "")
    if len(digits) > _MOST_DIGITS or not _DECIMAL.match(digits):
        return sign + digits
    return sign + _plain(digits)


def _plain(digits: str) -> str:
    """A number without superfluous zeros, its comma as a point."""
    whole, _, rest = digits.partition(",")
    whole, rest = whole.lstrip("0") or "0", rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def _scaled(number: str, power: int) -> str:
    from decimal import Decimal

    scaled = Decimal(number).scaleb(power)
    return f"{scaled.normalize():f}" if scaled else "0"


def _quantity(number: str, words: Sequence[str], place: int) -> str:
    """The number with what belongs to it: a power of ten behind, a unit behind or a currency."""
    following = words[place + 1 : place + 3]
    if following and following[0] in _POWERS and _VALUE.match(number):
        number = _scaled(number, int(_POWERS[following[0]]))
        following = following[1:]
    unit = _UNITS.get(following[0], "") if following else ""
    if not unit and place and words[place - 1] in {"EUR", "€"}:
        unit = "EUR"
    return f"{number} {unit}".rstrip()


def _date(match: re.Match[str]) -> str:
    """The date as far as it is known: `2025-03-31`, `2025-03`, `--03-31`, `--03`."""
    if match["iso"]:
        return match["iso"]
    year = match["year"] or match["of"] or "-"
    if match["month"]:
        return f"{year}-{_MONTHS[match['month']]}"
    month = match["number"] or _MONTHS[match["name"]]
    return f"{year}-{month:0>2}-{match['day']:0>2}"
