"""The name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known name most like this one, or the empty text where none is near.

    `likeness` is the least share of letters that they have in common; short ids that all begin
    alike need more of it than words.

    >>> nearest("titel", ["title", "text", "themes"])
    'title'
    >>> nearest("xyz", ["title", "text"])
    ''
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for item in known:
        folded.setdefault(item.casefold(), item)
    found = get_close_matches(name[:100].casefold(), folded, n=1, cutoff=likeness)
    return folded[found[0]] if found else ""
