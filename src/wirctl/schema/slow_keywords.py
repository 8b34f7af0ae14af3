"""Keywords of JSON Schema as `jsonschema-rs` understands them, for the engine in its place."""

from __future__ import annotations

from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, ValidationError

from wirctl.core.value import is_list, is_record, list_of, record_of
from wirctl.schema.pattern import Pattern, PatternError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from wirctl.core.value import Record, Value

UNREAD = frozenset(
    {"$dynamicRef", "patternProperties", "unevaluatedItems", "unevaluatedProperties"}
)
"""Keywords that the engines explain too differently, or that Python's expressions would slow."""
_MAY_BE_FALSE = frozenset({"additionalProperties", "uniqueItems"})
_DATA = frozenset({"enum", "const", "default", "examples", "x-wirctl"})


@cache
def _pattern(text: str) -> Pattern:
    return Pattern(text)


def unread(schema: Value) -> Iterator[str]:
    """What stands in a schema and is not read here."""
    for item in list_of(schema):
        yield from unread(item)
    for key, part in record_of(schema).items():
        if key in _DATA:
            continue
        if key in UNREAD or (part is False and key not in _MAY_BE_FALSE):
            yield key
        elif key == "pattern" and isinstance(part, str):
            yield from _unread_pattern(part)
        else:
            yield from unread(part)


def _unread_pattern(text: str) -> Iterator[str]:
    try:
        _pattern(text)
    except PatternError:
        yield f"pattern: {text[:40]}"


def without_dialect(schema: Value) -> Value:
    """The schema without `$schema`, at which jsonschema would go back to its own keywords."""
    if is_list(schema):
        return [without_dialect(item) for item in list_of(schema)]
    if not is_record(schema):
        return schema
    is_dialect = {"$schema"} if isinstance(record_of(schema).get("$schema"), str) else set()
    parts = record_of(schema).items()
    return {key: without_dialect(part) for key, part in parts if key not in is_dialect}


def _pattern_keyword(_: object, pattern: str, instance: Value, __: Record) -> Iterator[Any]:
    if isinstance(instance, str) and not _pattern(pattern).found_in(instance):
        yield ValidationError("")


def _type(validator: Any, types: Value, instance: Value, _: Record) -> Iterator[Any]:  # noqa: ANN401
    names = sorted(map(str, list_of(types))) if is_list(types) else [types]
    is_endless = isinstance(instance, float) and not isfinite(instance)
    if is_endless or not any(validator.is_type(instance, name) for name in names):
        yield ValidationError("", validator_value=names)


def _required(_: object, names: Value, instance: Value, __: Record) -> Iterator[Any]:
    if isinstance(instance, dict):
        yield from _missing(names, instance)


def _dependent(_: object, wanted: Record, instance: Value, __: Record) -> Iterator[Any]:
    present = record_of(instance)
    for name, names in wanted.items():
        if name in present:
            yield from _missing(names, present)


def _missing(names: Value, present: Record) -> Iterator[Any]:
    for name in list_of(names):
        if name not in present:
            yield ValidationError("", validator="required", validator_value=name)


def _additional(validator: Any, rest: Any, instance: Value, schema: Record) -> Iterator[Any]:  # noqa: ANN401
    known = record_of(schema.get("properties"))
    for name, value in record_of(instance).items():
        if name in known:
            continue
        if rest is False:
            yield ValidationError("", validator_value=name)
        else:
            yield from validator.descend(value, rest, path=name)


def _unique(validator: Any, wanted: bool, instance: Value, schema: Record) -> Iterator[Any]:  # noqa: ANN401, FBT001
    for _ in Draft202012Validator.VALIDATORS["uniqueItems"](validator, wanted, instance, schema):
        yield ValidationError("", validator_value=None)


KEYWORDS: Mapping[str, Callable[..., Iterator[Any]]] = {
    "additionalProperties": _additional,
    "dependentRequired": _dependent,
    "pattern": _pattern_keyword,
    "required": _required,
    "type": _type,
    "uniqueItems": _unique,
}
