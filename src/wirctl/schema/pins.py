"""Digests of what somebody read, and whether the plan still says the same.

A statement, a submission and a decision quote the text that they speak of by digests: one of the
whole element, and one of each field. The form in which a value was digested stands before the
colon (`w1:…`). Every form that was ever in use stays in `FORMS`, so that old digests are
understood for ever.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from wirctl.schema.canonical import VERSION, canonical, digest
from wirctl.schema.field import Field, ValueKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.core.value import Record, Value
    from wirctl.schema.kind import Kind

    Form: TypeAlias = Callable[[Value, Field], Value]

FORMS: Mapping[str, Form] = MappingProxyType({VERSION: canonical})
"""What each form of digests takes for the meaning of a value."""

APART = frozenset({"id", "lineage", "withdrawn", "allow"})
"""What is said of an element and not in it: nobody who reads its text reads these."""

_WHOLE = Field("", ValueKind.RECORD, Words("", ""), Words("", ""))


def field_digest(record: Record, name: str, fields: Mapping[str, Field]) -> str:
    """The digest of one field of an element; of one that says nothing, too."""
    return digest(canonical(record.get(name), fields.get(name) or _WHOLE))


def field_digests(record: Record, kind: Kind, names: tuple[str, ...] = ()) -> dict[str, str]:
    """The digest of each of these fields, else of each that the element has, in schema order."""
    wanted = names or tuple(name for name in kind.fields if name in record and name not in APART)
    return {name: field_digest(record, name, kind.fields) for name in wanted}


def element_digest(record: Record, kind: Kind) -> str:
    """The digest of all that an element says; its id, file and lineage are no part of that."""
    return digest(canonical(_read(record), _whole(kind)))


def still_holds(
    pin: str, record: Record, kind: Kind, name: str = "", forms: Mapping[str, Form] = FORMS
) -> bool | None:
    """Whether the field, or without a name the element, says what the digest was made of.

    `None` where the form of the digest is none that was ever in use.
    """
    form = forms.get(pin.partition(":")[0])
    if form is None:
        return None
    value = record.get(name) if name else _read(record)
    field = (kind.fields.get(name) or _WHOLE) if name else _whole(kind)
    return digest(form(value, field), pin.partition(":")[0]) == pin


def _read(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in APART}


def _whole(kind: Kind) -> Field:
    none = Words("", "")
    return Field("", ValueKind.RECORD, none, none, fields=kind.fields)
