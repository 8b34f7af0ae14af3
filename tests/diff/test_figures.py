"""A figure has one form, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.diff.figures import figures, number_of, words_and_figures


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
        pytest.param("-5 Grad, 5-7 Jahre", ["-5", "5", "7 Jahr"], id="sign and span"),
        pytest.param("5–7, 5‑7, 5 bis 7", ["5", "7"] * 3, id="span"),
        pytest.param("2021-10, 5-7-jährig", ["2021", "10", "5-7-jährig"], id="hyphens"),
        pytest.param("250.000,- €, 250.000,-- €, 250.000,00 €", ["250000 EUR"] * 3, id="no cents"),
        pytest.param("120 T€, 120 TEUR, 120 Tsd. Euro", ["120000 EUR"] * 3, id="in thousands"),
        pytest.param("31.12.24, 31.12.2024", ["2024-12-31"] * 2, id="year of two digits"),
        pytest.param("1.1.245, 31.12.24.1", ["1.1.245", "31.12.24.1"], id="points but no date"),
        pytest.param("Ziffer 3.1. des Plans", ["3.1"], id="place in a text"),
        pytest.param("1. Quartal 2024, Q1/2024", ["1. Quartal 2024"] * 2, id="quarter"),
        pytest.param("im ersten Halbjahr des Jahres 2024", ["1. Halbjahr 2024"], id="half"),
        pytest.param("Ende 2024, Frühling 2025", ["Ende 2024", "Frühjahr 2025"], id="season"),
        pytest.param("zwei Wochen, 2 Wochen", ["2 Woche"] * 2, id="number word"),
        pytest.param("im zweiten Quartal, 2. Quartal", ["2"] * 2, id="ordinal"),
        pytest.param("die Hälfte, ein Dutzend", ["1/2", "12"], id="shares"),
        pytest.param("jährlich, monatliche", ["jährlich", "monatlich"], id="intervals"),
        pytest.param("E13/A13, DS 0993/2022", ["E13/A13", "0993/2022"], id="names with digits"),
        pytest.param("18:30 Uhr", ["18:30 Uhr"], id="time of day"),
        pytest.param("ein Beirat, eine Stelle", [], id="article"),
        pytest.param("0 Euro, 0,0 Euro, 00", ["0 EUR", "0 EUR", "0"], id="nought"),
        pytest.param("5-jährig, 5 Jahre", ["5 Jahr"] * 2, id="a word hangs on it"),
        pytest.param("30-prozentige, 50-Euro-Karte", ["30 %", "50 EUR"], id="a unit hangs on it"),
        pytest.param("3-Zimmer-Wohnung in 5 Tagen", ["3", "5 Tag"], id="another word hangs on it"),
        pytest.param("5-Jahres-Plan", ["5 Jahr"], id="compounds"),
        pytest.param("Covid-19-Hilfe, Covid-19", ["Covid-19"] * 2, id="on a name with digits"),
        pytest.param("M-BIL-01, M-SOZ-01", ["M-BIL-01", "M-SOZ-01"], id="an id is whole"),
        pytest.param("WIR 2.0, WIR 2.0-Plan, WIR-2.0, WIR-2.0-Plan", ["2.0"] * 4, id="version"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_figures_of(text: str, expected: list[str]) -> None:
    assert list(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("am 1.1.2024 – zwei Orte", "am 2024-01-01 – 2 Orte", id="date and cardinal"),
        pytest.param("der zweite Ort", "der zweite Ort", id="an ordinal stays a word"),
        pytest.param("EUR 250.000, €", "250000 EUR , €", id="currency before"),
        pytest.param("20-30 %", "20 bis 30 %", id="span"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words_with_figures_in_one_form(text: str, expected: str) -> None:
    assert " ".join(words_and_figures(text)) == expected


@given(st.integers(0, 10**15))
def test_grouping_is_spelling(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    assert number_of(grouped) == number_of(str(number)) == str(number)


@given(st.text(max_size=40) | st.text("0123456789.,-/ Mio€", max_size=60))
def test_any_text_has_figures_or_none(text: str) -> None:
    assert all(list(figures(text)))
    assert all(list(words_and_figures(text)))


def test_long_number_is_not_rounded() -> None:
    assert number_of("1" * 40) != number_of("1" * 39 + "2")
    assert list(figures("9" * 5_000)) == ["9" * 5_000]
