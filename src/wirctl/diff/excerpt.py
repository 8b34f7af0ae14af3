"""The changes of a long text with a few words around each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.diff.run import Act, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OMISSION = "…"
_SLACK = 3


def excerpt(runs: Sequence[Run], *, context_words: int = 8) -> tuple[Run, ...]:
    """The runs with long equal stretches shortened to so many words beside a change.

    Where words were left out stands a run of its own, `Act.OMITTED`, whose text is `…`.
    A stretch is left whole where less than three words would go.

    >>> [run.text for run in excerpt(
    ...     (Run(Act.EQUAL, "Die Stadt fördert Vereine im Jahr "), Run(Act.INSERTED, "2025")),
    ...     context_words=2,
    ... )]
    ['…', ' im Jahr ', '2025']
    """
    return tuple(
        part
        for place, run in enumerate(runs)
        for part in (
            _shortened(run.text, context_words if place else 0, _after(runs, place, context_words))
            if run.act is Act.EQUAL
            else (run,)
        )
    )


def clipped(text: str, words: int) -> str:
    """The text with so many words at both ends.

    >>> clipped("Die Räume stellt die Stadt den Vereinen im Ort kostenlos bereit.", 2)
    'Die Räume … kostenlos bereit.'
    """
    return "".join(run.text for run in _shortened(text, words, words))


def _after(runs: Sequence[Run], place: int, context_words: int) -> int:
    return context_words if place + 1 < len(runs) else 0


def _shortened(text: str, head: int, tail: int) -> Iterator[Run]:
    """The first and last words of a text, with a mark between if enough words are left out."""
    start = _end_of(text, head)
    end = len(text) - _end_of(text[::-1], tail)
    if start >= end or _end_of(text[start:end], _SLACK - 1) >= len(text[start:end].rstrip()):
        yield Run(Act.EQUAL, text)
        return
    if start:
        yield Run(Act.EQUAL, text[:start] + " ")
    yield Run(Act.OMITTED, OMISSION)
    if end < len(text):
        yield Run(Act.EQUAL, text[end - 1] + text[end:] if text[end - 1].isspace() else text[end:])


def _end_of(text: str, words: int) -> int:
    """Where so many words and the space before them end."""
    found = re.match(rf"(?:\s*+\S++){{0,{words}}}+", text)
    return found.end() if found else 0
