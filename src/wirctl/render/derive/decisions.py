"""What bodies decided and said about each element, and how far measures are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.render.model.derived import Progress, Verdict, Voice
from wirctl.render.model.values import (
    Group,
    Reference,
    Word,
    groups_in,
    references_in,
    text_in,
    value_of,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.render.model.item import Item
    from wirctl.render.model.values import Shown

_NOBODY = Reference("")
_DIGESTS = ("digest", "digests")


def verdicts_of(items: Mapping[str, Item]) -> dict[str, tuple[Verdict, ...]]:
    """The decisions on each element, oldest first."""
    found: dict[str, list[Verdict]] = {}
    for item in _by_date(items, "round"):
        holder = Group(item.fields)
        for decision in groups_in(holder, "decisions"):
            for about in references_in(decision, "item"):
                found.setdefault(about.id, []).append(_verdict(item, holder, about, decision))
    return {id: tuple(verdicts) for id, verdicts in sorted(found.items())}


def _verdict(item: Item, holder: Group, about: Reference, decision: Group) -> Verdict:
    return Verdict(
        round=item.reference,
        body=one(references_in(holder, "body")),
        date=text_in(holder, "date"),
        item=about,
        outcome=_word(value_of(decision, "outcome")),
        details=without(decision, "item", "outcome", *_DIGESTS),
    )


def voices_of(items: Mapping[str, Item]) -> dict[str, tuple[Voice, ...]]:
    """The points of statements about each element, oldest first."""
    found: dict[str, list[Voice]] = {}
    for item in _by_date(items, "statement"):
        holder = Group(item.fields)
        responses = groups_in(holder, "responses")
        for point in groups_in(holder, "points"):
            for about in references_in(point, "item"):
                found.setdefault(about.id, []).append(_voice(item, point, responses))
    return {id: tuple(voices) for id, voices in sorted(found.items())}


def _voice(item: Item, point: Group, responses: Iterable[Group]) -> Voice:
    holder, number = Group(item.fields), text_in(point, "id")
    answers = tuple(answer for answer in responses if number and text_in(answer, "point") == number)
    return Voice(
        statement=item.reference,
        body=one(references_in(holder, "body")),
        date=text_in(holder, "date"),
        point=without(point, "id", "item", *_DIGESTS),
        responses=tuple(without(answer, "point") for answer in answers),
    )


def progress_of(items: Mapping[str, Item]) -> dict[str, tuple[Progress, ...]]:
    """How far each measure was, oldest first, by its own notes and by reports."""
    found: dict[str, list[Progress]] = {}
    for item in items.values():
        holder = Group(item.fields)
        if item.kind == "measure":
            for step in groups_in(holder, "implementation"):
                found.setdefault(item.id, []).append(_progress(step, text_in(step, "date"), None))
        elif item.kind == "report":
            for step in groups_in(holder, "items"):
                for about in references_in(step, "measure"):
                    entry = _progress(step, text_in(holder, "date"), item.reference)
                    found.setdefault(about.id, []).append(entry)
    return {
        id: tuple(sorted(steps, key=lambda step: step.date)) for id, steps in sorted(found.items())
    }


def _progress(step: Group, date: str, report: Reference | None) -> Progress:
    details = without(step, "date", "status", "measure")
    return Progress(date, _word(value_of(step, "status")), details, report)


def one(references: tuple[Reference, ...]) -> Reference:
    """The first of the elements, or a reference to none."""
    return references[0] if references else _NOBODY


def _word(value: Shown | None) -> Word | None:
    return value if isinstance(value, Word) else None


def _by_date(items: Mapping[str, Item], kind: str) -> list[Item]:
    found = [item for item in items.values() if item.kind == kind and not item.withdrawn]
    return sorted(found, key=lambda item: (text_in(Group(item.fields), "date"), item.id))
