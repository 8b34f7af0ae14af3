"""Every text of a plan that people read, with its place and its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Excerpt, Location
from wirctl.core.text import canonical_line
from wirctl.core.value import text_of
from wirctl.rules.engine.values import values_of
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.model.plan import Element, Plan
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kinds


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the plan that people read: a line or prose, with its place.

    `is_history` is true for what is left of a withdrawn element.
    """

    subject: Subject
    pointer: Pointer
    field: Field
    text: str
    language: str = "de"
    is_history: bool = False

    @property
    def location(self) -> Location:
        """Where the text stands."""
        return Location(self.subject, self.pointer)

    def at(self, found: re.Match[str]) -> Location:
        """Where these words stand, found in the text on one line (`canonical_line`, `said`)."""
        before = canonical_line(self.text).count(found[0], 0, found.start())
        return Location(self.subject, self.pointer, Excerpt(found[0], before))

    @property
    def is_cited(self) -> bool:
        """Whether these are the words of others, which are not the plan's to change."""
        return (
            self.subject.kind == "statement"
            or (self.subject.kind, self.pointer[0]) in _NAMED_BY_OTHERS
            or not _CITED.isdisjoint(self.pointer)
        )

    @property
    def is_internal(self) -> bool:
        """Whether the text is a note of the authors, published nowhere."""
        return not _INTERNAL.isdisjoint(self.pointer)

    @property
    def is_record(self) -> bool:
        """Whether the text tells what happened once, in the names of that time."""
        return self.subject.kind in RECORDS

    @property
    def is_ours(self) -> bool:
        """Whether the authors of the plan speak here, today, to the public."""
        return not (self.is_cited or self.is_internal or self.is_history)

    @property
    def is_german(self) -> bool:
        """Whether the text is German, everyday or easy."""
        return self.language.partition("-")[0] == "de"


RECORDS = frozenset({"round", "statement", "paper", "participation", "report", "award"})
"""The kinds that tell what happened, and not what is to be."""

_NAMED_BY_OTHERS = frozenset(
    {
        *(("paper", name) for name in ("title", "annexes", "amendments", "originator")),
        *(("participation", "title"), ("report", "title")),
    }
)
_CITED = frozenset(
    {
        *("sources", "source", "decided_in", "statistical_source", "aliases", "official_title"),
        *("predecessor", "predecessors", "abbreviation"),
    }
)
_INTERNAL = frozenset({"note", "allow"})
_READ_BY_PEOPLE = frozenset({ValueKind.LINE, ValueKind.PROSE})


def texts(plan: Plan, kinds: Kinds) -> Iterator[Text]:
    """Every text of every element, in the order of the plan."""
    main = _main_language(plan)
    for element in plan.elements:
        kind = kinds.by_name.get(element.kind)
        if kind is not None:
            yield from _texts_of(element, kind.fields, main)


def _main_language(plan: Plan) -> str:
    head = plan.head
    return head.languages[0] if head is not None and head.languages else "de"


def _texts_of(element: Element, fields: Mapping[str, Field], main: str) -> Iterator[Text]:
    subject = element.subject
    language = text_of(element.value.get("language")) if element.kind == "translation" else ""
    history = element.is_withdrawn
    for pointer, field, text in values_of(element.value, fields, _READ_BY_PEOPLE):
        yield Text(subject, pointer, field, text, language or main, history)
