"""Two JSON Schema engines behind one question: where does this value not fit, and why?

`jsonschema-rs` decides and explains; `jsonschema` answers in its place where the wheel of the
first is not to be had, and serves the tests as an oracle. Neither ever resolves an address:
what a schema may refer to is laid into it beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.value import Value, is_record, list_of, record_of

if TYPE_CHECKING:
    from wirctl.core.value import Record


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a value does not fit.

    `keyword` is the keyword of JSON Schema that failed, `path` the place of the value (keys,
    and places in lists from 0), `wanted` what the keyword asks for: the missing name for
    `required`, the unexpected names for `additionalProperties`, else the keyword's value.
    """

    path: tuple[str | int, ...]
    keyword: str
    wanted: Value


Check: TypeAlias = Callable[[Value], Iterator[Violation]]


class SchemaError(Exception):
    """A schema that no engine takes; the text says why, in the engine's words."""


def engine_name() -> str:
    """`jsonschema-rs` where its wheel is installed, else `jsonschema`."""
    try:
        import jsonschema_rs  # noqa: F401, PLC0415
    except ImportError:
        return "jsonschema"
    return "jsonschema-rs"


def bundled(schema: Record, shared: Record) -> Record:
    """The schema with the shared definitions laid into it, so that nothing is looked up."""
    return {**schema, "$defs": {**record_of(schema.get("$defs")), "wirctl-shared": shared}}


def checker(schema: Record, shared: Record) -> Check:
    """A check for values of this schema.

    Raises:
        SchemaError: the schema is none, or refers to something that is not in it.
    """
    whole = bundled(schema, shared)
    return _fast(whole) if engine_name() == "jsonschema-rs" else slow(whole)


def _fast(schema: Record) -> Check:
    import jsonschema_rs  # noqa: PLC0415

    try:
        validator = jsonschema_rs.Draft202012Validator(
            schema,
            offline=True,
            validate_formats=True,
            pattern_options=jsonschema_rs.RegexOptions(),
        )
    except (ValueError, jsonschema_rs.ValidationError) as error:
        raise SchemaError(str(error)) from error

    def check(value: Value) -> Iterator[Violation]:
        if validator.is_valid(value):
            return
        for error in validator.iter_errors(value):
            path = tuple(error.instance_path)
            yield from _spread(path, error.kind.name, error.kind.value)

    return check


def slow(schema: Record) -> Check:
    """The same check by `jsonschema`; some 100 times slower.

    Raises:
        SchemaError: the schema is none.
    """
    import jsonschema  # noqa: PLC0415
    import referencing  # noqa: PLC0415
    from jsonschema.exceptions import SchemaError as Broken  # noqa: PLC0415

    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except Broken as error:
        raise SchemaError(error.message) from error
    validator = jsonschema.Draft202012Validator(
        schema,
        registry=referencing.Registry(),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )

    def check(value: Value) -> Iterator[Violation]:
        try:
            errors = list(validator.iter_errors(value))
        except referencing.exceptions.Unresolvable as error:
            raise SchemaError(str(error)) from error
        for error in errors:
            wanted = _wanted(error.validator, error.validator_value, error.instance, schema, error)
            yield from _spread(tuple(error.absolute_path), error.validator, wanted)

    return check


def _wanted(keyword: str, asked: Value, instance: Value, schema: Record, error: object) -> Value:
    if keyword == "required":
        return [name for name in list_of(asked) if name not in record_of(instance)]
    if keyword == "additionalProperties":
        known = record_of(getattr(error, "schema", schema)).get("properties")
        return [name for name in record_of(instance) if name not in record_of(known)]
    return asked


def _spread(path: tuple[str | int, ...], keyword: str, wanted: Value) -> Iterator[Violation]:
    """One violation for each missing or unexpected name."""
    if keyword in {"required", "additionalProperties", "unevaluatedProperties"}:
        names = [wanted] if isinstance(wanted, str) else list_of(wanted)
        for name in names:
            yield Violation(path, keyword, name)
    else:
        yield Violation(path, keyword, wanted if not is_record(wanted) else None)
