"""Two versions of a value, in the words of the file and as short as they tell them apart."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from wirctl.core.value import is_list, is_record, list_of, record_of, text_of

if TYPE_CHECKING:
    from wirctl.core.value import Value

_LONGEST = 60
_NOTHING = "–"
_NAMES = ("item", "body", "id")


def exchanged(old: Value, new: Value) -> tuple[str, str]:
    """Both versions where they first differ, below the entry that they are of.

    >>> exchanged([{"item": "M-1", "outcome": "open"}], [{"item": "M-1", "outcome": "done"}])
    ('M-1 outcome: open', 'M-1 outcome: done')
    >>> exchanged("Sitzung", None)
    ('Sitzung', '–')
    """
    way: list[str] = []
    while old != new:
        if is_record(old) and is_record(new):
            before, after = record_of(old), record_of(new)
            names = (key for key in {**before, **after} if before.get(key) != after.get(key))
            name = next(names, "")
            way.append(f"{name}:")
            old, new = before.get(name), after.get(name)
        elif is_list(old) and is_list(new):
            pairs = zip_longest(list_of(old), list_of(new))
            differing = (pair for pair in pairs if pair[0] != pair[1])
            old, new = next(differing, (None, None))
            if _name(old) and _name(old) == _name(new):
                way.append(_name(old))
        else:
            break
    return _said(way, old), _said(way, new)


def _name(value: Value) -> str:
    record = record_of(value)
    return next(filter(None, (text_of(record.get(key)) for key in _NAMES)), "")


def _said(way: list[str], value: Value) -> str:
    text = _NOTHING if value is None else _name(value) or " ".join(str(value).split())
    said = " ".join((*way, text))
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
