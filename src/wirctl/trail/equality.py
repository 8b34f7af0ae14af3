"""Whether two values are plainly the same, before anyone asks what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirctl.core.value import Record, Value


def is_equal(one: Value, other: Value) -> bool:
    """Whether two values are written alike, but for the order of keys at the top.

    To Python, 1 and true are equal: what `repr` gives tells them apart.
    """
    if one is other:
        return True
    if one != other:
        return False
    if isinstance(one, str):
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return repr(one) == repr(other) or _are_alike(one, other)
    return repr(one) == repr(other)


def differing(old: Record, new: Record) -> frozenset[str]:
    """The names of the fields that are not written alike: nothing else can have changed."""
    return frozenset(
        name
        for name in {*old, *new}
        if (was := old.get(name)) is not (now := new.get(name)) and not is_equal(was, now)
    )


def _are_alike(one: dict[str, Value], other: dict[str, Value]) -> bool:
    """The same for two equal records, whatever the order of their keys."""
    return all(is_equal(value, other[name]) for name, value in one.items())
