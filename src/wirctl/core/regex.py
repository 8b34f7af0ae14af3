"""Regular expressions that cost nothing until one is used.

A module names several, and a command imports a hundred modules of which it uses a part: compiled
when they are named, patterns that nobody asks were a twentieth of what the quick commands cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    import re


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern as `re.compile` gives it, but compiled when it is first asked for anything.

    It has the methods and attributes of one, and is no instance of its class: `re.sub` and the
    like do not take it.
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    """Stands for a pattern; each method is looked up once and then its own."""

    def __init__(self, pattern: object, flags: int) -> None:
        self._given: tuple[Any, int] = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        import re

        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found
