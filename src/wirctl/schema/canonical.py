"""What a value means, freed of how it was written; and digests of that.

The form has a version, `w1`, that stands in every digest. Two files that differ only in
spelling of the YAML (quotes, wrapping, key order, comments, order of a set) have one canonical
value. A change of these functions that changes a digest needs a new version.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.text import canonical_line, canonical_prose
from wirctl.core.value import is_list, list_of, record_of
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Context, Decimal

    from wirctl.core.value import Record, Value

VERSION = "w1"

_MOST_ZEROS = 400
"""More zeros than any float has; a number with more of them keeps its exponent."""
_UNKNOWN = Field("", ValueKind.LINE, Words("", ""), Words("", ""))
_NUMBERS = frozenset({ValueKind.INTEGER, ValueKind.NUMBER, ValueKind.MONEY, ValueKind.SHARE})


def canonical(value: Value, field: Field) -> Value:
    """The meaning of a value of this field, as plain data; `None` if it says nothing."""
    if value is None:
        value = field.default
    if value is None or value == field.default:
        return None
    if isinstance(value, str):
        return _text(value, field.value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return str(value) if field.value is ValueKind.DATE else _number(value)
    if is_list(value):
        return _items(list_of(value), field)
    return canonical_record(record_of(value), field.fields) or None


def canonical_record(record: Record, fields: Mapping[str, Field]) -> dict[str, Value]:
    """The meaning of each field that says something, by name, sorted."""
    found: dict[str, Value] = {}
    for name in sorted(record):
        field = fields.get(name) or _UNKNOWN
        meaning = canonical(record[name], field)
        if meaning is not None:
            found[name] = meaning
    return found


def digest(meaning: Value, version: str = VERSION) -> str:
    """The digest of a canonical value: `w1:` and 64 hexadecimal digits of SHA-256."""
    from hashlib import sha256

    text = json.dumps(meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{version}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _text(text: str, kind: ValueKind) -> Value:
    if kind in _NUMBERS:
        from decimal import Decimal, InvalidOperation

        try:
            return _number(Decimal(text))
        except InvalidOperation:
            return canonical_line(text)
    return canonical_prose(text) if kind is ValueKind.PROSE else canonical_line(text)


def _number(number: float | Decimal) -> Value:
    """A number as text without superfluous zeros, so that 14.0 and 14 mean the same."""
    if isinstance(number, int):
        return str(number)
    from decimal import Decimal

    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    if not exact.is_finite():
        return str(exact)
    plain = _exactly().normalize(exact)
    is_short = abs(plain.adjusted()) <= _MOST_ZEROS  # `1e999999999` would fill the memory
    return f"{plain:f}" if is_short else str(plain)


@cache
def _exactly() -> Context:
    """Arithmetic that rounds no number that fits into a file."""
    from decimal import MAX_EMAX, MIN_EMIN, Context

    return Context(prec=1 << 22, Emax=MAX_EMAX, Emin=MIN_EMIN)


def _items(items: object, field: Field) -> Value:
    item = field.item or _UNKNOWN
    meanings = [canonical(part, item) for part in list_of(items)]
    found = [part for part in meanings if part is not None]
    if field.value is ValueKind.SET:
        return sorted(found, key=as_text) or None
    return found or None


as_text: Callable[[Value], str] = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""A canonical value as text by which it can be ordered and compared."""


def same(old: Value, new: Value, field: Field) -> bool:
    """Whether two values of this field mean the same."""
    if old == new and repr(old) == repr(new):  # `True == 1`, but they are not written alike
        return True
    return canonical(old, field) == canonical(new, field)
