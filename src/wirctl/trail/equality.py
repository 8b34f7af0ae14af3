"""Whether two values are plainly the same, before anyone asks what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirctl.core.value import Value


def is_equal(one: Value, other: Value) -> bool:
    """Whether two values are written alike, but for the order of keys at the top.

    To Python, 1 and true are equal: what `repr` gives tells them apart.
    """
    if one != other:
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return all(is_equal(value, other[name]) for name, value in one.items())
    return isinstance(one, str) or repr(one) == repr(other)
