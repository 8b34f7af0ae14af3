"""What was probably meant: German figures, amounts, dates and words."""

from __future__ import annotations

import pytest

from wirctl.schema import hints


@pytest.mark.parametrize(
    ("text", "number", "whole", "amount"),
    [
        ("250.000 €", "250000", "250000", "250000"),
        ("250.000,00 EUR", "250000.00", "250000", "250000"),
        ("1.250.000", "1250000", "1250000", "1250000"),
        ("250 000 Euro", "250000", "250000", "250000"),
        ("12_500", "12500", "12500", "12500"),
        ("12.500", "12500", "12500", "12500"),
        ("14,87", "14.87", "", '"14.87"'),
        ("14,87 %", "14.87", "", '"14.87"'),
        ("12,5", "12.5", "", '"12.50"'),
        ("12,345", "12.345", "", ""),
        ("-3", "-3", "-3", "-3"),
        ("etwa 30", "", "", ""),
        ("1.2.3", "", "", ""),
        ("", "", "", ""),
        ("9" * 500, "9" * 100, "9" * 100, "9" * 100),
    ],
)
def test_german_figures(text: str, number: str, whole: str, amount: str) -> None:
    assert (hints.plain_number(text), hints.whole_number(text), hints.amount(text)) == (
        number,
        whole,
        amount,
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1.7.2022", "2022-07-01"),
        ("01. 07. 2022", "2022-07-01"),
        ("29.2.2024", "2024-02-29"),
        ("29.2.2023", ""),
        ("30.2.2022", ""),
        ("1.13.2022", ""),
        ("9/2022", "2022-09"),
        ("09.2022", "2022-09"),
        ("13/2022", ""),
        ("2022", '"2022"'),
        ("1.7.22", ""),
        ("0.0.0000", ""),
        ("im Herbst", ""),
    ],
)
def test_german_dates(text: str, date: str) -> None:
    assert hints.iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "word"),
    [("ja", "true"), ("Nein", "false"), ("yes", "true"), ("off", "false"), ("mal sehen", "")],
)
def test_yes_and_no(text: str, word: str) -> None:
    assert hints.truth(text) == word


@pytest.mark.parametrize(
    ("text", "pattern", "meant"),
    [
        ("m-bil-01", "^M-[A-Z]{3}-[0-9]{2}$", "M-BIL-01"),
        ("M BIL 01", "^M-[A-Z]{3}-[0-9]{2}$", "M-BIL-01"),
        ("L-1\n", "^L-[0-9]+$", "L-1"),
        ("www.hannover.de", "^https?://[^ ]+$", "https://www.hannover.de"),
        ("Accepted With Conditions", "^[a-z]+(_[a-z]+)*$", "accepted_with_conditions"),
        ("DE", "^[a-z]{2}$", "de"),
        ("ganz anders", "^[0-9]+$", ""),
        ("x", r"(x)\1", ""),
        ("x" * 10_000, "^[0-9]+$", ""),
    ],
)
def test_text_that_was_meant_fits_the_pattern(text: str, pattern: str, meant: str) -> None:
    assert hints.fitting(text, pattern) == meant


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        ("^M-[A-Z0-9]{2,8}-[0-9]{2,4}$", "M-AA-00"),
        ("^https?://[^ <>]+$", "http://x"),
        ("(?=a)", ""),
    ],
)
def test_example_of_a_pattern(pattern: str, example: str) -> None:
    assert hints.example(pattern) == example
