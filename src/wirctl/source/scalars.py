"""What a plain scalar means: the core schema of YAML 1.2, and nothing more.

`no`, `on`, `18:30`, `12_500` and `2022-07-01` are text there, `012` is twelve.
"""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.source import limits
from wirctl.source.messages import values as say

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message
    from wirctl.core.value import Scalar

PLAIN_STARTS = frozenset("~nNtTfF+-.0123456789„“”»«‚‘›‹")
"""What a plain scalar begins with that deserves a closer look; so does the empty one."""

_WORDS: dict[str, Scalar] = {
    "": None,
    **dict.fromkeys(("~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = regex(
    r"(?P<integer>[-+]?[0-9]+)"
    r"|(?P<grouped>[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+)"
    r"|(?P<fraction>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<based>0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<endless>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)


@frozen
class Unusable:
    """A plain scalar that is not what it looks like."""

    message: Message


def meaning(text: str) -> Scalar | Unusable:
    """The value of a plain scalar.

    >>> meaning("012"), meaning("no"), meaning("0o14"), meaning("2022-07-01")
    (12, 'no', 12, '2022-07-01')
    """
    if text in _WORDS:
        return _WORDS[text]
    found = _NUMBER.fullmatch(text)
    return text if found is None else _number(text, str(found.lastgroup))


def _number(text: str, kind: str) -> int | float | Unusable:
    if kind == "endless":
        return Unusable(say.ENDLESS_NUMBER)
    if len(text.lstrip("+-")) > limits.MAX_DIGITS:
        return Unusable(say.NUMBER_TOO_LONG)
    if kind == "grouped":
        return Unusable(say.AMBIGUOUS_NUMBER)
    if kind != "fraction":
        return int(text, 10 if kind == "integer" else 0)
    number = float(text)
    return Unusable(say.NUMBER_TOO_LONG) if isinf(number) else number
