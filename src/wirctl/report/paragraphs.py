"""The paragraphs of one side of a text, with what went and what came marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.diff.run import Act, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARAGRAPH = "¶"
"""Stands for the end of a paragraph that came or went alone."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a cell: what field it is of, where that is not plain, and its runs."""

    runs: tuple[Run, ...]
    label: str = ""


def paragraphs(runs: Iterable[Run], side: frozenset[Act]) -> tuple[Paragraph, ...]:
    r"""The runs of one side by paragraph; a lone end of one that came or went has a sign.

    >>> runs = (Run(Act.EQUAL, "Eins."), Run(Act.INSERTED, " Zwei.\n\nDrei"))
    >>> found = paragraphs(runs, frozenset({Act.EQUAL, Act.INSERTED}))
    >>> [[run.text for run in part.runs] for part in found]
    [['Eins.', ' ', 'Zwei.'], ['Drei']]
    """
    found: list[list[Run]] = [[]]
    for run in runs:
        if run.act not in side:
            continue
        if run.act is not Act.EQUAL and "\n" in run.text and not run.text.strip():
            found[-1].append(Run(run.act, PARAGRAPH))
        for place, text in enumerate(run.text.split("\n")):
            if place:
                found.append([])
            found[-1].extend(_trimmed(run.act, text))
    return tuple(Paragraph(tuple(part)) for part in found if any(run.text.strip() for run in part))


def _trimmed(act: Act, text: str) -> Iterator[Run]:
    """The run with the spaces around it unmarked: a line under a space is no change to see."""
    bare = text.strip()
    if act is Act.EQUAL or not bare:
        yield from (Run(Act.EQUAL, text),) if text else ()
        return
    before, _, after = text.partition(bare)
    parts = (Run(Act.EQUAL, before), Run(act, bare), Run(Act.EQUAL, after))
    yield from (part for part in parts if part.text)
