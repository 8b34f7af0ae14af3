"""Values in words that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from small_plan import KINDS
from versions import version
from wirctl.core.change import Difference
from wirctl.diff.side import Side
from wirctl.report.showing import (
    shown_date,
    shown_difference,
    shown_figure,
    shown_number,
    shown_value,
)

if TYPE_CHECKING:
    from wirctl.core.value import Value

SIDE = Side.of(
    version(
        "# goals/Z-BIL-1.yaml\nid: Z-BIL-1\ntitle: Teilhabe\n"
        "# process.yaml\nid: WEG\noutcomes: [{id: geparkt, title: geparkt bis morgen}]\n"
    )
)
NB = "\u00a0"


def shown(value: Value, kind: str, *at: str, language: str = "de") -> str:
    field = KINDS[kind].field_at(at)
    assert field is not None
    return shown_value(value, field, SIDE, language)


@pytest.mark.parametrize(
    ("value", "at", "german", "english"),
    [
        pytest.param("A\nB", ("measure", "title"), "A\nB", "A\nB", id="text"),
        pytest.param(True, ("measure", "fund_eligible"), "ja", "yes", id="yes"),
        pytest.param(False, ("measure", "fund_eligible"), "nein", "no", id="no"),
        pytest.param("fund", ("measure", "funding_path"), "Förderfonds", "fund", id="word"),
        pytest.param("xyz", ("measure", "funding_path"), "xyz", "xyz", id="unknown word"),
        pytest.param(1.5, ("measure", "staffing_fte"), "1,5", "1.5", id="number"),
        pytest.param(
            "2021-12", ("measure", "period", "end"), "Dezember 2021", "2021-12", id="date"
        ),
        pytest.param(
            ["Z-BIL-1", "Z-BIL-2"],
            ("measure", "goals"),
            "Teilhabe (Z-BIL-1); Z-BIL-2",
            "Teilhabe (Z-BIL-1); Z-BIL-2",
            id="references",
        ),
        pytest.param(
            {"year": 2023, "kind": "yearly", "amount_eur": 250000, "source": {"title": "x"}},
            ("measure", "costs", "2023"),
            f"Jahr: 2023 · Art: jährlich · Betrag in Euro: 250.000{NB}EUR",
            f"Year: 2023 · Kind: yearly · Amount in euro: 250,000{NB}EUR",
            id="record without its source",
        ),
        pytest.param(
            "geparkt",
            ("round", "decisions", "A", "outcome"),
            "geparkt bis morgen",
            "geparkt bis morgen",
            id="word of the plan's own",
        ),
        pytest.param(None, ("measure", "title"), "", "", id="nothing"),
    ],
)
def test_value_in_words(value: Value, at: tuple[str, ...], german: str, english: str) -> None:
    assert shown(value, *at) == german
    assert shown(value, *at, language="en") == english


def test_value_of_no_known_field_is_shown_as_it_is() -> None:
    assert shown_value({"a": [1, "x"]}, None, SIDE, "de") == "a: 1; x"


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        pytest.param("2021", "2021", "2021", id="four digits stay together"),
        pytest.param("10000", "10.000", "10,000", id="five are grouped"),
        pytest.param("-1234567.5", "-1.234.567,5", "-1,234,567.5", id="negative"),
        pytest.param("2.0", "2.0", "2.0", id="a version is no decimal"),
        pytest.param("1e5", "1e5", "1e5", id="no decimal"),
        pytest.param("9" * 40, "9" * 40, "9" * 40, id="too long to group"),
    ],
)
def test_number_in_the_marks_of_the_language(text: str, german: str, english: str) -> None:
    assert (shown_number(text, "de"), shown_number(text, "en")) == (german, english)


@pytest.mark.parametrize(
    ("difference", "german", "english"),
    [
        pytest.param(Difference("+12", "month"), "+12 Monate", "+12 months", id="months"),
        pytest.param(Difference("-1", "year"), "−1 Jahr", "−1 year", id="one year"),
        pytest.param(Difference("+50000", "EUR"), "+50.000 EUR", "+50,000 EUR", id="money"),
        pytest.param(
            Difference("+2.13", "percentage_point"),
            "+2,13 Prozentpunkte",
            "+2.13 percentage points",
            id="share",
        ),
        pytest.param(Difference("-0.5"), "−0,5", "−0.5", id="bare"),
    ],
)
def test_difference_in_words(difference: Difference, german: str, english: str) -> None:
    assert shown_difference(difference, "de").replace(NB, " ") == german
    assert shown_difference(difference, "en").replace(NB, " ") == english


@pytest.mark.parametrize(
    ("figure", "german", "english"),
    [
        pytest.param("2 Jahr", "2 Jahre", "2 years", id="plural"),
        pytest.param("1 Monat", "1 Monat", "1 month", id="singular"),
        pytest.param("25 %", "25 %", "25 %", id="percent"),
        pytest.param("2021-03-31", "31. März 2021", "2021-03-31", id="day"),
        pytest.param("--03-31", "31. März", "03-31", id="day without year"),
        pytest.param("--03", "März", "03", id="month alone"),
        pytest.param("jährlich", "jährlich", "jährlich", id="interval"),
        pytest.param("E13/A13", "E13/A13", "E13/A13", id="name with a number"),
        pytest.param("–", "–", "–", id="nothing"),
    ],
)
def test_figure_in_words(figure: str, german: str, english: str) -> None:
    assert shown_figure(figure, "de").replace(NB, " ") == german
    assert shown_figure(figure, "en").replace(NB, " ") == english


@pytest.mark.parametrize("text", ["2021-13", "2021-00-01", "bald", "", "20211122"])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert shown_date(text, "de") == text
