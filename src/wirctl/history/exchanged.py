"""Two versions of a value, in the words of the file and as short as they tell them apart."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from wirctl.core.value import is_list, is_record, list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.core.value import Value

_LONGEST = 60
_NOTHING = "–"
_NAMES = ("item", "body", "id")


def exchanged(old: Value, new: Value) -> tuple[str, str]:
    """Both versions where they first differ, below the entry that they are of.

    >>> exchanged([{"item": "M-1", "outcome": "open"}], [{"item": "M-1", "outcome": "done"}])
    ('M-1 outcome: open', 'M-1 outcome: done')
    >>> exchanged([{"item": "M-1"}], [{"item": "M-2"}, {"item": "M-1"}])
    ('–', 'M-2')
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
            old, new = _first(list_of(old), list_of(new))
            if _name(old) and _name(old) == _name(new):
                way.append(_name(old))
        else:
            break
    return _said(way, old), _said(way, new)


def entry(old: Value, new: Value) -> str:
    """The name of the first entry that differs in two lists, as the newer one has it, or nothing.

    >>> entry([{"item": "M-1", "due": "x"}], [{"item": "M-1", "due": "y"}])
    'M-1'
    """
    return _name(_first(list_of(old), list_of(new))[1])


def _first(old: Sequence[Value], new: Sequence[Value]) -> tuple[Value, Value]:
    """The first entries that differ: those of one name, where entries have names of their own."""
    before, after = ({_name(item): item for item in side} for side in (old, new))
    if "" not in {*before, *after} and (len(before), len(after)) == (len(old), len(new)):
        named = ((before.get(name), after.get(name)) for name in {**before, **after})
        found = next((pair for pair in named if pair[0] != pair[1]), None)
        if found is not None:
            return found
    pairs = zip_longest(old, new)
    return next((pair for pair in pairs if pair[0] != pair[1]), (None, None))


def _name(value: Value) -> str:
    record = record_of(value)
    return next(filter(None, (text_of(record.get(key)) for key in _NAMES)), "")


def _said(way: list[str], value: Value) -> str:
    text = _NOTHING if value is None else _name(value) or " ".join(str(value).split())
    said = " ".join((*way, text))
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
