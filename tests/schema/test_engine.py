"""Two engines, one verdict: path, keyword and what was wanted, of every violation."""

from __future__ import annotations

import copy
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay import state
from wirctl.schema.engine import (
    SchemaError,
    Violation,
    bundled,
    checker,
    checkers,
    engine_name,
    slow,
)
from wirctl.schema.kind import built_in
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.schema.engine import Check

KINDS = built_in()
NAMES = sorted(KINDS.by_name)
ODD: tuple[Any, ...] = (
    *("", "x", "0", "x\n", "2022\n", "12.50\n", "M-BIL-01\n", "https://x\n", "٣", "a" * 300),
    *("2022-02-30", "2024-02-29", "2022-13", "250.000 €", "14,87"),
    *(0, -1, 2**63, 10**30, 1.5, 250.0, -0.0, True, False, None),
    *([], ["x", "x"], [1], [[]], [None], {}, {"id": 1}, [{"x": 1}], {"reason": "x"}),
)
"""Values of which most fit nowhere. Numbers without end are none that the reader gives."""


@cache
def engines(name: str) -> tuple[Check, Check]:
    schema = KINDS[name].schema
    return checker(schema, KINDS.shared), slow(bundled(schema, KINDS.shared))


@cache
def records(name: str) -> tuple[Any, ...]:
    """What the real plan has of a kind."""
    return tuple(
        read(path, data).value
        for path, data in state().items()
        if (kind := KINDS.place(path).kind) is not None and kind.name == name
    )


def paths(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from paths(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from paths(part, (*path, place))


def put(value: Any, path: tuple[Any, ...], odd: object) -> Any:  # noqa: ANN401 - any value at all
    """The value with another at this path; a key is taken away by `...`."""
    if not path:
        return value if odd is ... else odd
    changed = copy.copy(value)
    if odd is ... and len(path) == 1:
        changed.pop(path[0])
    else:
        changed[path[0]] = put(value[path[0]], path[1:], odd)
    return changed


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """The name of a kind, and a real record of it with some values gone wrong."""
    name = draw(st.sampled_from([name for name in NAMES if records(name)]))
    record = draw(st.sampled_from(records(name)))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(paths(record))))
        key = draw(st.sampled_from([None, None, "zzz", "$ref", "withdrawn", "id"]))
        inner = record
        for step in path:
            inner = inner[step]
        if key is not None and isinstance(inner, dict):
            record = put(record, path, {**inner, key: draw(st.sampled_from(ODD))})
        else:
            record = put(record, path, draw(st.sampled_from((..., *ODD))))
    return name, record


def told(check: Check, value: Any) -> list[str]:  # noqa: ANN401 - any value at all
    return sorted(repr(tuple(item)) for item in check(value))


@pytest.mark.slow
@given(spoilt())
def test_engines_agree_on_spoilt_records(case: tuple[str, Any]) -> None:
    name, record = case
    fast, other = engines(name)
    assert told(fast, record) == told(other, record)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_engines_agree_on_odd_values_of_every_field(name: str) -> None:
    fast, other = engines(name)
    for key in KINDS[name].fields:
        for odd in ODD:
            assert told(fast, {key: odd}) == told(other, {key: odd}), (key, odd)


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"required": ["a", "b"]}, {}, [("required", "a"), ("required", "b")]),
        (
            {"properties": {"x": {}}, "additionalProperties": False},
            {"a": 1, "b": 2},
            [("additionalProperties", "a"), ("additionalProperties", "b")],
        ),
        ({"type": ["string", "integer"]}, 1.5, [("type", ["integer", "string"])]),
        ({"type": "string"}, 1, [("type", ["string"])]),
        ({"type": "number"}, float("inf"), [("type", ["number"])]),
        ({"uniqueItems": True}, [1, 1], [("uniqueItems", None)]),
        ({"uniqueItems": True}, [1, True], []),
        ({"enum": ["a"]}, "b", [("enum", ["a"])]),
        ({"const": 3}, 4, [("const", 3)]),
        ({"pattern": "^a$"}, "a\n", [("pattern", "^a$")]),
        ({"pattern": "^a$"}, 5, []),
        ({"format": "date"}, "2022-02-30", [("format", "date")]),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, [("required", "b")]),
        ({"if": {"required": ["a"]}, "else": {"required": ["b"]}}, {}, [("required", "b")]),
        ({"not": {}}, 1, [("not", None)]),
    ],
)
def test_what_a_violation_says(
    schema: Any,  # noqa: ANN401 - any schema at all
    value: object,
    expected: list[tuple[str, object]],
) -> None:
    whole: Any = {"properties": {"v": schema}}
    for check in (checker(whole, {}), slow(bundled(whole, {}))):
        assert sorted(check({"v": value}), key=str) == [  # type: ignore[dict-item]
            Violation(("v",), keyword, wanted)  # type: ignore[arg-type]
            for keyword, wanted in expected
        ]


@pytest.mark.slow
def test_checks_compiled_together_are_those_compiled_alone() -> None:
    together = checkers({name: KINDS[name].schema for name in NAMES}, KINDS.shared)
    for name in NAMES:
        for record in ({}, *records(name)[:1], {"id": 5, "withdrawn": {}}):
            assert told(together[name], record) == told(engines(name)[0], record)


def test_no_kinds_need_no_engine() -> None:
    assert checkers({}, KINDS.shared) == {}


@pytest.mark.parametrize("make", [checker, lambda schema, shared: slow(bundled(schema, shared))])
@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"type": "text"}, id="unknown type"),
        pytest.param({"pattern": "(?=a)a"}, id="look-ahead"),
        pytest.param({"pattern": r"(a)\1"}, id="back reference"),
        pytest.param({"pattern": "((a{100}){100}){100}"}, id="too large"),
        pytest.param({"required": "id"}, id="text for a list"),
    ],
)
def test_schema_that_is_none_is_refused(make: Any, schema: dict[str, Any]) -> None:  # noqa: ANN401
    with pytest.raises(SchemaError):
        make(schema, {})


@pytest.mark.parametrize(
    "keyword", ["patternProperties", "unevaluatedProperties", "$dynamicRef", "items"]
)
def test_slow_engine_refuses_what_it_would_read_otherwise(keyword: str) -> None:
    parts: dict[str, Any] = {"patternProperties": {"^a": {}}, "$dynamicRef": "#"}
    with pytest.raises(SchemaError, match=r"only jsonschema-rs reads"):
        slow({"properties": {"x": {keyword: parts.get(keyword, False)}}})


def test_other_engine_answers_where_the_wheel_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_name() == "jsonschema-rs"
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    assert engine_name() == "jsonschema"
    check = checker(KINDS["guideline"].schema, KINDS.shared)
    assert list(check({"id": "L-1"})) == [Violation((), "required", "title")]
