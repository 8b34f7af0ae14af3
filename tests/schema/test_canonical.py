"""The canonical value of numbers: equal where they mean the same, and never large."""

from __future__ import annotations

import tracemalloc
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.schema.canonical import canonical, digest, same
from wirctl.schema.field import Field, ValueKind, Words

NUMBER = Field("amount", ValueKind.MONEY, Words("", ""), Words("", ""))


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        (14, "14"),
        (14.0, "14"),
        ("14.00", "14"),
        ("14.50", "14.5"),
        ("250000.00", "250000"),
        (-0.5, "-0.5"),
        (1e22, "1" + "0" * 22),
        (1e-7, "0.0000001"),
        (5e-324, "0." + "0" * 323 + "5"),
        (1.7976931348623157e308, "17976931348623157" + "0" * 292),
        ("0e999999999", "0"),
        ("1e999999999", "1E+999999999"),
        ("1e-999999999", "1E-999999999"),
        ("-12e401", "-1.2E+402"),
        ("1" * 40, "1" * 40),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("1e9999999999999999999999", "1e9999999999999999999999"),
        ("viel", "viel"),
    ],
)
def test_number_means_what_it_says(value: float | str, meaning: str) -> None:
    assert canonical(value, NUMBER) == meaning


@pytest.mark.parametrize("value", ["1e999999999", "-1e999999999", "1e-999999999", "0e999999999"])
def test_number_with_a_giant_exponent_takes_no_memory(value: str) -> None:
    tracemalloc.start()
    digest(canonical(value, NUMBER))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1 << 20


def test_long_numbers_that_differ_in_the_last_digit_differ() -> None:
    assert not same("1" * 40, "1" * 39 + "2", NUMBER)
    assert same("1" * 40, "1" * 40 + ".00", NUMBER)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2), st.integers(0, 3))
def test_zeros_at_the_end_mean_nothing(number: Decimal, zeros: int) -> None:
    assert canonical(f"{number:f}{'0' * zeros}", NUMBER) == canonical(f"{number:f}", NUMBER)
    assert Decimal(str(canonical(f"{number:f}", NUMBER))) == number
