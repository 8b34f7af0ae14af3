"""Two versions of a plan laid over each other: each paragraph with what went and what came."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.diff.prose import compare
from wirctl.diff.run import NEW_SIDE, OLD_SIDE
from wirctl.report.plan_text import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.diff.compare import Comparison
    from wirctl.diff.run import Run
    from wirctl.report.plan_text import Passage

_GOES_ON = frozenset({"element-renamed", "element-replaced"})
_AFTER_LABEL = ": "


class Fate(StrEnum):
    """What became of a stretch of text, or of the end of a paragraph."""

    KEPT = "kept"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text and what became of it."""

    fate: Fate
    text: str
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Tracked:
    """A paragraph of both versions, or of one: `fate` is that of the paragraph as such."""

    style: str
    fate: Fate
    stretches: tuple[Stretch, ...]


def tracked(comparison: Comparison, language: str) -> Iterator[Tracked]:
    """The newer version with all that went from the older one, in reading order.

    What is no more where it was is gone there and came here, whole.

    Raises:
        UnreadableVersionError: something in one of the versions cannot be read.
    """
    new = passages(comparison.new, language)
    old = passages(comparison.old, language, _names(comparison))
    a, b = ([passage.key for passage in side] for side in (old, new))
    at = to = 0
    for start, goal, length in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        yield from (_whole(passage, Fate.GONE) for passage in old[at:start])
        yield from (_whole(passage, Fate.CAME) for passage in new[to:goal])
        at, to = start + length, goal + length
        yield from map(_both, old[start:at], new[goal:to])


def _names(comparison: Comparison) -> Mapping[str, str]:
    """The new id of each element that goes on under another one."""
    return {
        change.lineage[0]: change.subject.id
        for change in comparison.changes
        if change.kind in _GOES_ON and len(change.lineage) == 1
        if _is_gone(comparison, change.lineage[0])
    }


def _is_gone(comparison: Comparison, id_: str) -> bool:
    element = comparison.new.element(id_)
    return element is None or element.is_withdrawn


def _whole(passage: Passage, fate: Fate) -> Tracked:
    label = (Stretch(fate, passage.label + _AFTER_LABEL, is_label=True),) if passage.label else ()
    return Tracked(passage.style, fate, (*label, Stretch(fate, passage.text)))


def _both(old: Passage, new: Passage) -> Tracked:
    stretches = (*_label(old.label, new.label), *_stretches(old.text, new.text))
    return Tracked(new.style, Fate.KEPT, stretches)


def _label(old: str, new: str) -> Iterator[Stretch]:
    """What the field is called; each version may have words of its own."""
    if old == new:
        yield from (Stretch(Fate.KEPT, new + _AFTER_LABEL, is_label=True),) if new else ()
        return
    for fate, label in ((Fate.GONE, old), (Fate.CAME, new)):
        yield from (Stretch(fate, label + _AFTER_LABEL, is_label=True),) if label else ()


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    if old == new:
        yield Stretch(Fate.KEPT, new)
        return
    for run in compare(old, new):
        yield Stretch(_fate(run), run.text)


def _fate(run: Run) -> Fate:
    if run.act in OLD_SIDE and run.act in NEW_SIDE:
        return Fate.KEPT
    return Fate.GONE if run.act in OLD_SIDE else Fate.CAME
