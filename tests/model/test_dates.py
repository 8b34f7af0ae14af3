"""What each form of a date may mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wirctl.model.dates import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2022", date(2022, 1, 1), date(2022, 12, 31), id="year"),
        pytest.param("2022-09", date(2022, 9, 1), date(2022, 9, 30), id="month"),
        pytest.param("2022-12", date(2022, 12, 1), date(2022, 12, 31), id="December"),
        pytest.param("2024-02", date(2024, 2, 1), date(2024, 2, 29), id="leap year"),
        pytest.param("2023-02", date(2023, 2, 1), date(2023, 2, 28), id="common year"),
        pytest.param("2022-09-15", date(2022, 9, 15), date(2022, 9, 15), id="day"),
        pytest.param("9999-12", date(9999, 12, 1), date(9999, 12, 31), id="end of all dates"),
    ],
)
def test_days_that_a_date_may_mean(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "22", "2022-9", "2022-13", "2022-00", "2022-02-30", "2022-09-00", "2022-00-10"),
        *(
            "0000",
            "0000-01",
            "2022-99-01",
            "1.7.2022",
            "2022-09-15 ",
            "2022-09\n",
            "٢٠٢٢",
            "Herbst",
        ),
    ],
)
def test_text_that_is_no_date_means_no_day(text: str) -> None:
    assert (first_day(text), last_day(text)) == (None, None)


@given(some.dates())
def test_first_and_last_day_enclose_exactly_the_period(day: date) -> None:
    whole = day.isoformat()
    for text in (whole[:4], whole[:7], whole):
        first, last = first_day(text), last_day(text)
        assert first is not None
        assert last is not None
        assert first <= day <= last
        assert first.isoformat().startswith(text)
        assert last.isoformat().startswith(text)
        assert last == date.max or not (last + timedelta(days=1)).isoformat().startswith(text)


@given(some.text())
def test_no_text_makes_it_fail(text: str) -> None:
    assert (first_day(text) is None) == (last_day(text) is None)
