"""How languages write money, numbers and dates.

German and English by own small code, the same everywhere; others by babel (`wirctl[i18n]`).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from wirctl.core.problem import Problem

NO_BREAK = "\u00a0"
"""The space that no line breaks at."""

_MONTHS = {
    "de": (
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CENTS = 2
# From a date on, until a date, and between two.
_SPANS = {
    "de": ("ab ", "bis ", " bis "),
    "en": ("from ", "until ", " to "),
    "ar": ("من ", "حتى ", " إلى "),
}
_OWN = frozenset({"de", "en"})


class LanguageNeedsBabelError(Problem):
    """Dates and amounts of this language are written by a package that is not installed."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language
        self.command = 'pip install "wirctl[i18n]"'


def check_language(language: str) -> None:
    """Make sure that dates and amounts can be written in this language.

    Raises:
        LanguageNeedsBabelError: babel is needed for it, and is not installed.
    """
    from importlib.util import find_spec

    if language not in _OWN and find_spec("babel") is None:
        raise LanguageNeedsBabelError(language)


def number(text: str, language: str) -> str:
    """A decimal number with marks for thousands; text that is no number stays as it is.

    >>> number("1725", "de"), number("14.87", "de"), number("1725", "en")
    ('1.725', '14,87', '1,725')
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    if not value.is_finite():
        return text
    if language not in _OWN:
        from babel.numbers import format_decimal

        places = -min(int(value.as_tuple().exponent), 0)
        pattern = f"#,##0.{'0' * places}" if places else "#,##0"
        return format_decimal(value, pattern, locale=language)
    written = f"{value:,f}".replace("-", "\u2212")
    return written.translate(_GERMAN) if language == "de" else written


_GERMAN = str.maketrans({",": ".", ".": ","})


def money(text: str, language: str) -> str:
    r"""An amount in euro, with cents only where there are any.

    >>> money("250000", "de"), money("12.50", "de"), money("12.5", "en")
    ('250.000\xa0€', '12,50\xa0€', '€12.50')
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    if not value.is_finite():
        return text
    whole = value == value.to_integral_value()
    if language not in _OWN:
        from babel.numbers import format_currency

        pattern = "#,##0\u00a0¤" if whole else "#,##0.00\u00a0¤"
        return format_currency(value, "EUR", pattern, locale=language, currency_digits=False)
    figures = number(f"{value:.0f}" if whole else f"{value:.{_CENTS}f}", language)
    return f"{figures}{NO_BREAK}€" if language == "de" else f"€{figures}"


def share(text: str, language: str) -> str:
    r"""A share in percent.

    >>> share("14.87", "de"), share("40", "en")
    ('14,87\xa0%', '40%')
    """
    figures = number(text, language)
    if language not in _OWN:
        return f"{figures}{NO_BREAK}%"
    return f"{figures}{NO_BREAK}%" if language == "de" else f"{figures}%"


def date(iso: str, language: str) -> str:
    r"""A date as exact as it is known; text that is no date stays as it is.

    >>> date("2021-11-01", "de"), date("2021-11", "de"), date("2021", "de")
    ('1.\xa0November 2021', 'November 2021', '2021')
    >>> date("2021-11-01", "en")
    '1\xa0November 2021'
    """
    found = _DATE.fullmatch(iso)
    if found is None:
        return iso
    year, month, day = found.groups()
    if language not in _OWN:
        return _by_babel(iso, language)
    months = _MONTHS.get(language, _MONTHS["en"])
    if month is None or not 1 <= int(month) <= len(months):
        return iso
    words = f"{months[int(month) - 1]} {year}"
    if day is None:
        return words
    return f"{int(day)}{'.' if language == 'de' else ''}{NO_BREAK}{words}"


def _by_babel(iso: str, language: str) -> str:
    """A date as exact as it is known, in a language that we have no own words for."""
    from datetime import date as day

    from babel.dates import format_date, format_skeleton

    parts = [int(part) for part in iso.split("-")]
    try:
        first = day(*(*parts, 1, 1)[:3])
    except ValueError:
        return iso
    if len(parts) == 1:
        return iso
    if len(parts) == len(("year", "month")):
        return format_skeleton("yMMMM", first, locale=language)
    return format_date(first, "long", locale=language)


def span(start: str, end: str, language: str) -> str:
    """From one date to another; one of them may be missing.

    >>> span("2022-09", "2027", "de"), span("2022", "", "de"), span("", "2026", "de")
    ('September 2022 bis 2027', 'ab 2022', 'bis 2026')
    """
    begin, finish = date(start, language), date(end, language)
    from_, until, between = _SPANS.get(language) or ("– ", "– ", " – ")
    if start and end:
        return begin if start == end else f"{begin}{between}{finish}"
    return f"{from_}{begin}" if start else f"{until}{finish}" if end else ""
