"""What is known of a plan's past as JSON, and back: what is printed is also what is remembered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from wirctl.core import pointer
from wirctl.trail.answer import Answer, Blame, Line, Touch, Trail, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VERSION = 1


def answer(found: Trail) -> Answer:
    """The whole answer as text."""
    rest = {"language": found.language, "bodies": dict(found.bodies)}
    return Answer(text(found, found.elements.values()), json.dumps(rest))


def text(found: Trail, chosen: Iterable[Blame]) -> str:
    """These elements as one line of JSON.

    Each change stands once in a list; fields name it by its place there.
    """
    places: dict[Touch | None, int] = {}
    elements = [_element(item, places) for item in chosen]
    made = {
        "version": VERSION,
        "commit": found.commit,
        "unread": [{"path": item.path, "commit": item.commit} for item in found.unread],
        "changes": [touch_record(touch) for touch in places],
        "elements": elements,
    }
    return json.dumps(made, ensure_ascii=False)


def _element(item: Blame, places: dict[Touch | None, int]) -> dict[str, object]:
    return {
        "id": item.id,
        "kind": item.kind,
        "path": item.path,
        "label": item.label,
        "substantive": _at(item.substantive, places),
        "editorial": _at(item.editorial, places),
        "fields": [
            {
                "pointer": pointer.show(line.pointer),
                "sentence": line.sentence or None,
                "text": line.text,
                "substantive": _at(line.substantive, places),
                "editorial": _at(line.editorial, places),
            }
            for line in item.lines
        ],
    }


def _at(touch: Touch | None, places: dict[Touch | None, int]) -> int | None:
    """The place of a change in the list, where it comes to stand if it is new."""
    return None if touch is None else places.setdefault(touch, len(places))


def touch_record(touch: Touch | None) -> dict[str, str | None] | None:
    """A change as JSON has it."""
    if touch is None:
        return None
    return {
        "commit": touch.commit,
        "date": touch.date,
        "id": touch.id,
        "round": touch.round or None,
        "body": touch.body or None,
        "outcome": touch.outcome or None,
        "paper": touch.paper or None,
    }


def read(known: Answer) -> Trail:
    """What an answer says."""
    data, rest = json.loads(known.text), json.loads(known.rest)
    changes = [Touch(*(value or "" for value in item.values())) for item in data["changes"]]
    return Trail(
        commit=data["commit"],
        language=rest["language"],
        elements={item["id"]: _blame(item, changes) for item in data["elements"]},
        bodies=rest["bodies"],
        unread=tuple(Unread(**item) for item in data["unread"]),
    )


def _blame(item: dict[str, Any], changes: Sequence[Touch]) -> Blame:
    id, kind, path, label, substantive, editorial, fields = item.values()
    last = _touch(substantive, changes), _touch(editorial, changes)
    return Blame(id, kind, path, label, *last, tuple(_lines(fields, changes)))


def _lines(fields: Iterable[dict[str, Any]], changes: Sequence[Touch]) -> Iterator[Line]:
    for field in fields:
        at, sentence, shown, substantive, editorial = field.values()
        last = _touch(substantive, changes), _touch(editorial, changes)
        yield Line(pointer.read(at), sentence or 0, shown, *last)


def _touch(place: int | None, changes: Sequence[Touch]) -> Touch | None:
    return None if place is None else changes[place]
