"""German and English money, numbers and dates, held against babel."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from wirctl.render import wording

if TYPE_CHECKING:
    from decimal import Decimal


@given(st.integers(-(10**12), 10**12), st.sampled_from(["de", "en"]))
def test_whole_numbers_are_as_babel_writes_them(number: int, language: str) -> None:
    expected = format_decimal(number, locale=language).replace("-", "\u2212")
    assert wording.number(str(number), language) == expected


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["de", "en"]))
def test_fractions_are_as_babel_writes_them(number: Decimal, language: str) -> None:
    expected = format_decimal(number, format="#,##0.00", locale=language)
    assert wording.number(f"{number:f}", language) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_days_are_as_babel_writes_them(day: date) -> None:
    assert wording.date(day.isoformat(), "de").replace("\u00a0", " ") == format_date(
        day, "d. MMMM y", locale="de"
    )
    assert wording.date(day.isoformat(), "en").replace("\u00a0", " ") == format_date(
        day, "d MMMM y", locale="en_GB"
    )


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("250000", "250.000\u00a0€", "€250,000"),
        ("12.50", "12,50\u00a0€", "€12.50"),
        ("12.5", "12,50\u00a0€", "€12.50"),
        ("0", "0\u00a0€", "€0"),
        ("-3", "\u22123\u00a0€", "€\u22123"),
        ("NaN", "NaN", "NaN"),
        ("viel", "viel", "viel"),
    ],
)
def test_money(text: str, german: str, english: str) -> None:
    assert (wording.money(text, "de"), wording.money(text, "en")) == (german, english)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021", "2021"),
        ("2021-11", "November 2021"),
        ("2021-13", "2021-13"),
        ("im Herbst", "im Herbst"),
        ("", ""),
    ],
)
def test_dates_that_are_less_exact_or_none(text: str, words: str) -> None:
    assert wording.date(text, "de") == words


@pytest.mark.parametrize(
    ("start", "end", "german", "english"),
    [
        ("2022", "2027", "2022 bis 2027", "2022 to 2027"),
        ("2022", "2022", "2022", "2022"),
        ("2022-09", "", "ab September 2022", "from September 2022"),
        ("", "2027", "bis 2027", "until 2027"),
        ("", "", "", ""),
    ],
)
def test_spans(start: str, end: str, german: str, english: str) -> None:
    assert wording.span(start, end, "de") == german
    assert wording.span(start, end, "en") == english


def test_share_and_infinite_number() -> None:
    assert wording.share("14.87", "de") == "14,87\u00a0%"
    assert wording.share("14.87", "en") == "14.87%"
    assert wording.number("Infinity", "de") == "Infinity"


def test_first_days_of_months_have_no_leading_zero() -> None:
    day = date(2021, 1, 1)
    for _ in range(12):
        assert wording.date(day.isoformat(), "de").startswith("1.\u00a0")
        day = (day + timedelta(days=32)).replace(day=1)
