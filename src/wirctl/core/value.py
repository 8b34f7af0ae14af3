"""What a plan file holds once it is read: plain data, nothing else.

Values are nearly always plain dicts and lists, so those are asked for first: it costs a fraction
of what an abstract class does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Scalar: TypeAlias = "bool | int | float | str | None"
Value: TypeAlias = "Scalar | Sequence[Value] | Mapping[str, Value]"
Record: TypeAlias = Mapping[str, Value]


def is_record(value: object) -> bool:
    """Whether the value is a mapping of keys to values."""
    return type(value) is dict or isinstance(value, Mapping)


def is_list(value: object) -> bool:
    """Whether the value is a list; text is none."""
    return type(value) is list or (isinstance(value, Sequence) and not isinstance(value, str))


def record_of(value: object) -> Record:
    """The value if it is a mapping, else an empty one."""
    return value if type(value) is dict or isinstance(value, Mapping) else {}


def list_of(value: object) -> Sequence[Value]:
    """The value if it is a list, else an empty one."""
    if type(value) is list or (isinstance(value, Sequence) and not isinstance(value, str)):
        return value
    return ()


def text_of(value: object) -> str:
    """The value if it is text, else the empty text."""
    return value if isinstance(value, str) else ""
