"""Two JSON Schema engines behind one question: where does this value not fit, and why?

`jsonschema-rs` decides and explains; `jsonschema` answers in its place where the wheel of the
first is not to be had, and serves the tests as an oracle. Neither ever resolves an address:
what a schema may refer to is laid into it beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from wirctl.core.value import Value, is_list, list_of, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.value import Record


class Violation(NamedTuple):
    """One way in which a value does not fit.

    `keyword` is the keyword of JSON Schema that failed, `path` the place of the value (keys,
    and places in lists from 0), `wanted` what the keyword asks for: the missing name for
    `required`, the unexpected name for `additionalProperties`, nothing where that would be a
    schema, else the keyword's value.
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
        import jsonschema_rs  # noqa: F401
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


def checkers(schemas: Mapping[str, Record], shared: Record) -> Mapping[str, Check]:
    """A check for each of these schemas, by its name; they are compiled together, in half the time.

    Each schema has an `$id` of its own.

    Raises:
        SchemaError: as above.
    """
    whole: Record = {
        "properties": {name: {"$ref": schema["$id"]} for name, schema in schemas.items()},
        "$defs": dict(schemas),
    }
    check = checker(whole, shared)
    return {name: _part(check, name) for name in schemas}


def _part(check: Check, name: str) -> Check:
    def check_part(value: Value) -> Iterator[Violation]:
        for item in check({name: value}):
            yield Violation(item.path[1:], item.keyword, item.wanted)

    return check_part


def _fast(schema: Record) -> Check:
    import jsonschema_rs

    try:
        validator = jsonschema_rs.Draft202012Validator(
            dict(schema),
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
            keyword, wanted = error.kind.name, error.kind.value
            for name in list_of(wanted) if keyword in _BY_NAME else (wanted,):
                yield Violation(tuple(error.instance_path), keyword, _plain(name))

    return check


_BY_NAME = frozenset({"additionalProperties", "unevaluatedProperties"})


_SCALARS = (str, int, float)


def _plain(wanted: object) -> Value:
    """What a keyword asks for, where it is a value or a list of values; else nothing."""
    if isinstance(wanted, _SCALARS):
        return wanted
    if not is_list(wanted) or not all(isinstance(item, _SCALARS) for item in list_of(wanted)):
        return None
    return list_of(wanted)


def slow(schema: Record) -> Check:
    """The same check by `jsonschema`; some 100 times slower.

    Raises:
        SchemaError: the schema is none, or has a form that only the other engine reads.
    """
    import jsonschema
    import referencing

    from wirctl.schema.slow_keywords import KEYWORDS, unread, without_dialect

    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        raise SchemaError(error.message) from error
    for form in unread(schema):
        raise SchemaError(f"only jsonschema-rs reads {form}")
    draft = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
        jsonschema.Draft202012Validator, KEYWORDS
    )
    validator = draft(
        without_dialect(schema),
        registry=referencing.Registry(),
        format_checker=draft.FORMAT_CHECKER,
    )

    def check(value: Value) -> Iterator[Violation]:
        for error in validator.iter_errors(value):
            keyword = error.validator or "falseSchema"
            yield Violation(tuple(error.absolute_path), keyword, _plain(error.validator_value))

    return check
