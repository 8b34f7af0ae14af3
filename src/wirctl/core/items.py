"""How the items of a list are named, so that a pointer survives insertion and reordering."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.value import is_list, is_record, record_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.core.value import Value


def item_names(items: Sequence[Value], keys: Sequence[str] = ()) -> tuple[str, ...]:
    """A name for each item, all different: its key, else its own value, else its place from 0.

    A record is named by the values of its `keys` joined by `:`; a key that is absent counts
    as empty, and a name that would not be unique falls back to the place.

    >>> item_names([{"year": 2023, "kind": "yearly"}, {"year": 2024}], ("year", "kind"))
    ('2023:yearly', '2024')
    >>> item_names(["L-1", "L-1", "L-2"])
    ('0', '1', 'L-2')
    """
    wanted = [_name(item, keys) for item in items]
    if len(wanted) == 1:
        return (wanted[0] or "0",)
    count = Counter(wanted)
    return tuple(
        name if name and count[name] == 1 else str(place) for place, name in enumerate(wanted)
    )


def _name(item: Value, keys: Sequence[str]) -> str:
    if is_record(item):
        item = record_of(item)
        return ":".join(_scalar(item.get(key)) for key in keys).rstrip(":")
    return _scalar(item)


def _scalar(value: Value) -> str:
    if isinstance(value, str):
        return value
    if value is None or is_list(value) or is_record(value):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
