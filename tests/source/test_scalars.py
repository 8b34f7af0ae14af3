"""A plain scalar means what YAML 1.2 says (core schema), and what it looks like."""

from __future__ import annotations

import pytest

from wirctl.source.document import read
from wirctl.source.scalars import Unusable, meaning

VALUES = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
    ("true", True), ("True", True), ("TRUE", True),
    ("false", False), ("False", False), ("FALSE", False),
    ("0", 0), ("12", 12), ("-19", -19), ("+7", 7), ("012", 12), ("0815", 815), ("-0", 0),
    ("0o7", 7), ("0o17", 15), ("0xF", 15), ("0x3a", 58),
    ("1.5", 1.5), ("0.", 0.0), (".5", 0.5), ("-.5", -0.5), ("12e03", 12000.0), ("-2E+05", -2e5),
    ("1.10", 1.1), ("14.87", 14.87), ("0.125", 0.125), ("1e3", 1000.0), ("12.", 12.0),
    ("1.1000", 1.1), ("1234.567", 1234.567),
    ("123456789012345678", 123456789012345678),
]  # fmt: skip

TEXTS = [
    "no", "No", "NO", "yes", "on", "off", "y", "n", "nULL", "tRUE", "None", "NaN", "inf",
    "18:30", "1:30", "190:20:30", "12_500", "0b101", "0o8", "0xG", "+0x1", "-0o7", "1e", "e3", ".",
    "+", "-", "..", ".e1", "1.2.3", "1.7.2022", "2022-07-01", "2001-12-14t21:59:43.10-05:00",
    "2026-02-30", "14,87", "12,5", "250 000", "0993/2022", "2-2-1",
    "12.500,00", "5 %", "=", "٣", "１２",
]  # fmt: skip

REFUSED = [
    ("250.000", "ambiguous-number"), ("12.500", "ambiguous-number"), ("1.000", "ambiguous-number"),
    ("1.250.000", "ambiguous-number"), ("-12.500", "ambiguous-number"),
    ("+1.250", "ambiguous-number"),
    (".inf", "endless-number"), ("-.Inf", "endless-number"), ("+.INF", "endless-number"),
    (".nan", "endless-number"), (".NaN", "endless-number"), (".NAN", "endless-number"),
    ("1234567890123456789", "number-too-long"), ("0." + "1" * 30, "number-too-long"),
    ("1e999", "number-too-long"), ("-1e999", "number-too-long"),
    ("0x" + "f" * 20, "number-too-long"), ("9" * 5_000, "number-too-long"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_core_schema(text: str, value: object) -> None:
    found = meaning(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", TEXTS)
def test_everything_else_is_text(text: str) -> None:
    assert meaning(text) == text


@pytest.mark.parametrize(("text", "rule"), REFUSED)
def test_what_is_not_what_it_looks_like_is_refused(text: str, rule: str) -> None:
    found = meaning(text)
    assert isinstance(found, Unusable)
    assert found.message.id == rule


@pytest.mark.parametrize("text", [*TEXTS, *(text for text, _ in VALUES)])
@pytest.mark.parametrize("line", ["a: '{}'\n", 'a: "{}"\n', "a: |-\n  {}\n"])
def test_quoted_and_block_text_is_text(text: str, line: str) -> None:
    document = read("x.yaml", line.format(text).encode())
    assert document.value == {"a": text}


@pytest.mark.parametrize("key", [*TEXTS, *(text for text, _ in VALUES if text)])
def test_keys_are_text_as_written(key: str) -> None:
    document = read("x.yaml", f"{key}: 1\n".encode())
    if document.faults == ():
        assert document.value == {key: 1}
    else:
        assert key in {"-", "=", "１２"}
