"""A figure has one form, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.diff.figures import figures, number_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("250.000 Euro, 250 000 EUR, EUR 250.000", ["250000 EUR"] * 3, id="thousands"),
        pytest.param("1,5 Mio. €, 1.500.000 Euro", ["1500000 EUR"] * 2, id="millions"),
        pytest.param("zwei Milliarden Euro", ["2000000000 EUR"], id="number word with power"),
        pytest.param("14,87 %, 14,870 Prozent", ["14.87 %"] * 2, id="percent"),
        pytest.param("30 Prozentpunkte", ["30 %-Punkte"], id="points are no percent"),
        pytest.param("am 3. 10. 2021, 3.10.2021, 2021-10-03", ["2021-10-03"] * 3, id="dates"),
        pytest.param("12. März 2024, 12.3.2024", ["2024-03-12"] * 2, id="name of a month"),
        pytest.param("am 12. März", ["--03-12"], id="day"),
        pytest.param("im Mai, Ende Juni 2025", ["--05", "2025-06"], id="month"),
        pytest.param("Maiglocke und Märzluft", [], id="word that begins like a month"),
        pytest.param("2020–2025, 2021/22", ["2020", "2025", "2021/22"], id="years"),
        pytest.param("-5 Grad, 5-7 Jahre", ["-5", "5-7 Jahr"], id="sign and span"),
        pytest.param("zwei Wochen, 2 Wochen", ["2 Woche"] * 2, id="number word"),
        pytest.param("im zweiten Quartal, 2. Quartal", ["2"] * 2, id="ordinal"),
        pytest.param("die Hälfte, ein Dutzend", ["1/2", "12"], id="shares"),
        pytest.param("jährlich, monatliche", ["jährlich", "monatlich"], id="intervals"),
        pytest.param("E13/A13, DS 0993/2022", ["E13/A13", "0993/2022"], id="names with digits"),
        pytest.param("18:30 Uhr", ["18:30 Uhr"], id="time of day"),
        pytest.param("ein Beirat, eine Stelle", [], id="article"),
        pytest.param("0 Euro, 0,0 Euro, 00", ["0 EUR", "0 EUR", "0"], id="nought"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_figures_of(text: str, expected: list[str]) -> None:
    assert list(figures(text)) == expected


@given(st.integers(0, 10**15))
def test_grouping_is_spelling(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    assert number_of(grouped) == number_of(str(number)) == str(number)


@given(st.text(max_size=40) | st.text("0123456789.,-/ Mio€", max_size=60))
def test_any_text_has_figures_or_none(text: str) -> None:
    assert all(list(figures(text)))


def test_long_number_is_not_rounded() -> None:
    assert number_of("1" * 40) != number_of("1" * 39 + "2")
    assert list(figures("9" * 5_000)) == ["9" * 5_000]
