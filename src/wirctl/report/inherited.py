"""What the parts of an element that was split, and what was merged, took over in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.value import is_record, record_of, text_of
from wirctl.diff.prose import NEW_SIDE, Act, Run, compare
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison

_HEIRS = frozenset({"element-split", "element-merged"})
_TAKEN = {
    "de": ("wörtlich übernommen", "ganz neu"),
    "en": ("taken over word by word", "all of it new"),
}


class Inheritance(NamedTuple):
    """One text of such an element: what its field is called, and its runs.

    What an origin said in the same field is equal, all else is inserted. Of what is no text the
    runs are the old and new values, and of what no heir says any more it is deleted.
    """

    label: str
    runs: tuple[Run, ...]
    is_text: bool = True

    @property
    def has_changed(self) -> bool:
        """Whether it says anything else than was there, or no longer says it."""
        return any(run.act is not Act.EQUAL and run.text.strip() for run in self.runs)

    def remark(self, language: str) -> str:
        """In words, whether all of it was taken over or none; else the empty text."""
        if not self.is_text:
            return ""
        acts = {run.act for run in self.runs if run.text.strip()}
        told = {Act.EQUAL: 0, Act.INSERTED: 1}
        return _TAKEN[language][told[acts.pop()]] if len(acts) == 1 else ""


def is_heir(change: Change) -> bool:
    """Whether the change is that an element came from others, whole or in part."""
    return change.kind in _HEIRS and not change.at and is_record(change.new)


def inheritances(comparison: Comparison, change: Change, language: str) -> Iterator[Inheritance]:
    """The texts of such an element in the order of the schema; of other changes, nothing."""
    kind = comparison.new.kind(change.subject.kind)
    if kind is None or not is_heir(change):
        return
    for field in kind.fields.values():
        text = text_of(record_of(change.new).get(field.name))
        if field.value is ValueKind.PROSE and field.substantive and text.strip():
            label = field.title.in_language(language)
            yield Inheritance(label, inherited(comparison, change, field.name, text))


def inherited(comparison: Comparison, change: Change, name: str, text: str) -> tuple[Run, ...]:
    """The text of one field, with what none of its origins said there marked as inserted.

    What only stands elsewhere was taken over as well.
    """
    origins = (comparison.old.element(item) for item in change.lineage)
    texts = (text_of(origin.value.get(name)) for origin in origins if origin is not None)
    runs = compare("\n\n".join(filter(str.strip, texts)), text)
    return tuple(
        Run(Act.INSERTED if run.act is Act.INSERTED else Act.EQUAL, run.text)
        for run in runs
        if run.act in NEW_SIDE
    )
