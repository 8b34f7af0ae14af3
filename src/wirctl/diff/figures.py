"""The figures of a text: numbers with their unit, dates, intervals; one form for one value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.abbreviations import COUNTED
from wirctl.core.regex import regex
from wirctl.core.tokens import tokens
from wirctl.diff.compounds import bare, in_compound, parted

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
_CARDINALS = _table("""
    0: null
    2: zwei
    3: drei
    4: vier
    5: fünf
    6: sechs
    7: sieben
    8: acht
    9: neun
    10: zehn
    11: elf
    12: zwölf
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
""")
_NUMBERS = _CARDINALS | _table("""
    1: eins erste
    2: zweite zweimal zweifach
    3: dritte dreimal dreifach
    4: vierte viermal vierfach
    5: fünfte fünfmal fünffach
    6: sechste
    7: siebte
    8: achte
    9: neunte
    10: zehnte
    11: elfte
    12: zwölfte dutzend
    1/2: hälfte
    1/3: drittel
""")
_PARTS = _table("""
    1.: 1. I. ersten erstes erste
    2.: 2. II. zweiten zweites zweite
    3.: 3. III. dritten drittes dritte
    4.: 4. IV. vierten viertes vierte
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
    rf"(?: ?(?P<year>[0-9]{{4}}|(?(number)(?<=\.)[0-9]{{2}}(?![.,]?[0-9])|(?!))))?"
    rf"|(?P<month>{_MONTH})(?: (?P<of>[0-9]{{4}}))?"
    r"|(?:(?P<season>Anfang|Mitte|Ende|Frühjahr|Frühling|Sommer|Herbst|Winter)"
    rf"|(?:(?P<part>{'|'.join(map(re.escape, _PARTS))}) (?P<unit>Quartals?|Halbjahr(?:es)?)"
    r"|Q(?P<quarter>[1-4])))(?: | des Jahres |/)(?P<within>[0-9]{4})"
    r")(?!\w|-[^\W\d])"
)
_GROUPED = regex(r"(?<![\w.,])([0-9]{1,3})((?: [0-9]{3})+)(?!\w)")
_NO_CENTS = regex(r"(?<=[0-9]),(?:--?|[–—])(?![\w-])")
_THOUSAND_EUROS = regex(r"(?<=[0-9]) ?T(?:€|(?:EUR|Euro)\b)")
_SPAN = regex(r"(?<![\w.,/:–-])([0-9][0-9.,]*)[-–−‑‐]([1-9][0-9.,]*)(?![\w/:–-])")
_THOUSANDS = regex(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
_VALUE = regex(r"-?[0-9]{1,20}(?:\.[0-9]+)?$")
_CURRENCY = frozenset({"EUR", "€"})
_FULL_YEAR = 4
_MOST_DIGITS = 20
_DECIMAL = regex(r"[0-9]+(?:,[0-9]+)?$")


def figures(text: str) -> Iterator[str]:
    """Each figure of a canonical text in one form: dates first, then the others in order.

    >>> list(figures("Bis 31. März 2025 stehen 1,5 Mio. Euro bereit, jährlich 250 000 EUR."))
    ['2025-03-31', '1500000 EUR', 'jährlich', '250000 EUR']
    """
    text = _typed_alike(text)
    dates = [date for match in _DATES.finditer(text) if (date := _date(match))]
    yield from dates
    words = tokens(_DATES.sub(_without_date, text) if dates else text)[1]
    for place, whole in enumerate(words):
        word, hangs_on = parted(whole)
        number = number_of(bare(word))
        if number and hangs_on:
            yield f"{number} {_unit_of(hangs_on)}".rstrip()
        elif number:
            yield _quantity(number, words, place)[0]
        else:
            interval = _INTERVALS.match(word.lower())
            if interval:
                yield interval[1]


def words_and_figures(text: str) -> Iterator[str]:
    """The words and marks of a canonical text, in order, each figure among them in one form.

    >>> list(words_and_figures("bis 31.12.2024 zwei Orte, EUR 250.000,00"))
    ['bis', '2024-12-31', '2', 'Orte', ',', '250000 EUR']
    """
    text = _DATES.sub(lambda match: _date(match) or match[0], _typed_alike(text))
    words = tokens(text)[1]
    place = 0
    while place < len(words):
        word = words[place]
        leads = word in _CURRENCY and place + 1 < len(words) and words[place + 1][0].isdigit()
        place += leads
        number = _written_number(words[place])
        if number:
            figure, taken = _quantity(number, words, place)
            yield figure
            place += taken
        else:
            yield words[place]
            place += 1


def _unit_of(word: str) -> str:
    """The unit that a word tells which hangs on a figure, or the empty text.

    >>> [_unit_of(word) for word in ("jährigen", "Euro-Karte", "prozentige", "Plan")]
    ['Jahr', 'EUR', '%', '']
    """
    return in_compound(word) or _UNITS.get(word.partition("-")[0], "")


def _typed_alike(text: str) -> str:
    """The text with numbers typed in one way, as far as that takes no thought.

    >>> _typed_alike("250 000,- Euro, 120 T€, 20-30 Orte")
    '250.000 Euro, 120 Tsd. EUR, 20 bis 30 Orte'
    """
    text = _GROUPED.sub(lambda match: match[1] + match[2].replace(" ", "."), text)
    text = _THOUSAND_EUROS.sub(" Tsd. EUR", _NO_CENTS.sub("", text))
    return _SPAN.sub(r"\1 bis \2", text)


def _written_number(token: str) -> str:
    """The number that a token is in figures or as a cardinal; else the empty text."""
    if token[-1].isdigit() or token[-2:-1].isdigit():
        return number_of(token)
    return _CARDINALS.get(token.lower(), "")


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


def _quantity(number: str, words: Sequence[str], place: int) -> tuple[str, int]:
    """The number with what belongs to it, and of how many words it was made.

    That is a power of ten behind, and a unit behind or a currency before.
    """
    following = words[place + 1 : place + 3]
    taken = 1
    if following and following[0] in _POWERS and _VALUE.match(number):
        number = _scaled(number, int(_POWERS[following[0]]))
        following = following[1:]
        taken += 1
    unit = _UNITS.get(following[0], "") if following else ""
    taken += bool(unit)
    if not unit and place and words[place - 1] in _CURRENCY:
        unit = "EUR"
    return f"{number} {unit}".rstrip(), taken


def _without_date(match: re.Match[str]) -> str:
    return " " if _date(match) else match[0]


def _date(match: re.Match[str]) -> str:
    """The date as far as it is known: `2025-03-31`, `2025-03`, `--03-31`, `--03`, `Ende 2025`.

    It is none where a word before says that figures with points count something else, and
    then the empty text.
    """
    if match["iso"]:
        return match["iso"]
    if match["within"]:
        return f"{_part_of_year(match)} {match['within']}"
    year = match["year"] or match["of"] or "-"
    if match["month"]:
        return f"{year}-{_MONTHS[match['month']]}"
    if match["number"] and _is_counted(match):
        return ""
    month = match["number"] or _MONTHS[match["name"]]
    century = "20" if year.isdigit() and len(year) < _FULL_YEAR else ""
    return f"{century}{year}-{month:0>2}-{match['day']:0>2}"


def _part_of_year(match: re.Match[str]) -> str:
    if match["season"]:
        return match["season"].replace("Frühling", "Frühjahr")
    if match["quarter"]:
        return f"{match['quarter']}. Quartal"
    unit = "Quartal" if match["unit"].startswith("Q") else "Halbjahr"
    return f"{_PARTS[match['part']]} {unit}"


def _is_counted(match: re.Match[str]) -> bool:
    """Whether it is a place in a text, as in `Ziffer 3.1.`, and no day."""
    return match.string[: match.start()].rstrip().rpartition(" ")[2] in COUNTED
