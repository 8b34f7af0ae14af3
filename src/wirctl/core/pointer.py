"""Where something stands inside one document, by names and not by numbers."""

from __future__ import annotations

from typing import TypeAlias

Pointer: TypeAlias = tuple[str, ...]
"""Keys from the top of a document. An item of a list is named by its key
(`costs/2023:yearly`), by its own value (`guidelines/L-1`) or, where it has
neither, by its place counted from 0 (`sources/0`)."""

ROOT: Pointer = ()


def show(pointer: Pointer) -> str:
    """The pointer as text: `costs/2023:yearly/amount_eur`; the top is the empty text.

    `~` and `/` inside a name are written `~0` and `~1` (RFC 6901, section 3).
    """
    return "/".join(name.replace("~", "~0").replace("/", "~1") for name in pointer)


def read(text: str) -> Pointer:
    """The pointer that `show` wrote.

    >>> read("costs/2023:yearly") == ("costs", "2023:yearly")
    True
    >>> read("")
    ()
    """
    if not text:
        return ROOT
    if "~" not in text:
        return tuple(text.split("/"))
    return tuple(name.replace("~1", "/").replace("~0", "~") for name in text.split("/"))
