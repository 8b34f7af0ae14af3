"""A pattern behaves as `re` gives it, and is compiled when it is first used."""

from __future__ import annotations

import re

import pytest

from wirctl.core.regex import regex


def test_pattern_has_the_methods_and_attributes_of_a_compiled_one() -> None:
    digits = regex(r"(?P<first>[a-z])([0-9]+)", re.IGNORECASE)
    plain = re.compile(r"(?P<first>[a-z])([0-9]+)", re.IGNORECASE)
    text = "a1 B22 c"
    assert digits.findall(text) == plain.findall(text) == [("a", "1"), ("B", "22")]
    assert digits.sub(r"\2", text, count=1) == plain.sub(r"\2", text, count=1) == "1 B22 c"
    assert (digits.pattern, digits.groups, dict(digits.groupindex)) == (
        plain.pattern,
        2,
        {"first": 1},
    )
    assert [match.span() for match in digits.finditer(text)] == [(0, 2), (3, 6)]


def test_pattern_of_bytes_finds_bytes() -> None:
    assert regex(rb"[0-9]+").split(b"a1b") == [b"a", b"b"]


def test_wrong_pattern_is_refused_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_what_no_pattern_has_is_missing() -> None:
    assert not hasattr(regex("a"), "colour")
