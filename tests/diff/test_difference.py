"""In which direction a value went, and how far."""

from __future__ import annotations

import pytest

from versions import changes, measure
from wirctl.core.change import Difference
from wirctl.diff.difference import between_dates


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("2021", "2023", Difference("+2", "year"), id="years"),
        pytest.param("2021-05", "2023", Difference("+2", "year"), id="the less exact counts"),
        pytest.param("2021-11", "2022-02", Difference("+3", "month"), id="months"),
        pytest.param("2021-11-30", "2022-02", Difference("+3", "month"), id="month and day"),
        pytest.param("2022-07-01", "2021-07-01", Difference("-12", "month"), id="same day"),
        pytest.param("2021-12-06", "2021-12-31", Difference("+25", "day"), id="days"),
        pytest.param("2021-12-06", "2021-12-06", None, id="no way"),
        pytest.param("2021-02-30", "2021-03-01", None, id="no day"),
        pytest.param("2021-13", "2022-01", None, id="no month"),
        pytest.param("bald", "2022-01", None, id="no date"),
    ],
)
def test_way_between_dates(old: str, new: str, expected: Difference | None) -> None:
    assert between_dates(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("1,5 Mio. Euro", "2 Mio. Euro", Difference("+500000", "EUR"), id="money"),
        pytest.param("zwei Jahre", "ein halbes Jahr", None, id="words that are no figures"),
        pytest.param("2 Jahre", "3 Jahre", Difference("+1", "year"), id="a duration"),
        pytest.param("bis 2025", "bis 2027", Difference("+2", "year"), id="a year"),
        pytest.param("3 Orte", "5 Orte", Difference("+2"), id="a bare number"),
        pytest.param("3 Tage", "3 Wochen", None, id="another unit"),
        pytest.param("am 31. März 2025", "am 30. Juni 2025", Difference("+91", "day"), id="a day"),
        pytest.param("jährlich", "halbjährlich", None, id="an interval"),
        pytest.param("Gruppe E13", "Gruppe E14", None, id="a name with a number"),
        pytest.param("der WIR 2.0", "der WIR 3.0", None, id="the version of a name"),
        pytest.param("§ 3 SGB XII", "§ 4 SGB XII", None, id="a place of law"),
        pytest.param("Ende 2024", "Mitte 2025", None, id="vague parts of years"),
        pytest.param("Ende 2024", "2025", None, id="a year and a part of one"),
        pytest.param("Ende 2024", "Ende 2026", Difference("+2", "year"), id="the same part"),
        pytest.param("Q4/2024", "1. Quartal 2025", Difference("+3", "month"), id="quarters"),
        pytest.param("20-30 Orte", "20–35 Orte", Difference("+5"), id="the end of a span"),
        pytest.param("120 T€", "130 T€", Difference("+10000", "EUR"), id="thousands of euros"),
        pytest.param("ab 18 Uhr", "ab 19 Uhr", None, id="an hour of the day"),
    ],
)
def test_way_of_the_one_figure_of_a_text(old: str, new: str, expected: Difference | None) -> None:
    [change] = changes(measure(f"objective: Es gilt {old}."), measure(f"objective: Es gilt {new}."))
    assert change.difference == expected


def test_money_that_is_a_decimal_is_counted_exactly() -> None:
    old, new = (
        measure(f"costs: [{{year: 2023, kind: yearly, amount_eur: '{amount}'}}]")
        for amount in ("0.10", "0.30")
    )
    [change] = changes(old, new)
    assert change.difference == Difference("+0.2", "EUR")
