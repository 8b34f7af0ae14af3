"""The name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or the empty text where none is near.

    >>> nearest("titel", ["title", "text", "themes"])
    'title'
    >>> nearest("xyz", ["title", "text"])
    ''
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for item in known:
        folded.setdefault(item.casefold(), item)
    found = get_close_matches(name[:100].casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""
