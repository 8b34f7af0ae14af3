"""Changes for programs; `wirctl schema changes` prints the schema."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.core.pointer import show
from wirctl.core.value import is_record, record_of
from wirctl.report.events import Events
from wirctl.report.finding import numbered
from wirctl.report.headline import disclaimer
from wirctl.report.registry import change_format
from wirctl.report.sections import group_of, label_of
from wirctl.schema.canonical import canonical, canonical_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.report.registry import Look
    from wirctl.schema.field import Field

VERSION = 1


@change_format("json")
def json_lines(comparison: Comparison, look: Look) -> Iterator[str]:
    """One JSON object: `version`, `from`, `to`, `changes` in order, `form_only` paths."""
    whole = {
        "version": VERSION,
        "from": {"label": comparison.old.label},
        "to": {"label": comparison.new.label},
        "disclaimer": disclaimer(comparison) or None,
        "changes": list(_changes(comparison, comparison.changes, look.prefixes)),
        "questions": [
            {
                "kind": question.kind,
                "from": list(question.old),
                "to": list(question.new),
                "likeness": question.share,
            }
            for question in comparison.questions
        ],
        "form_only": [look.prefixes[1] + path for path in comparison.form_only],
        "not_compared": [look.prefixes[1] + path for path in comparison.unplaced],
        "left_out": comparison.left_out,
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def _changes(
    comparison: Comparison, changes: Sequence[Change], prefixes: tuple[str, str]
) -> Iterator[dict[str, object]]:
    events = Events.of(comparison)
    for change, print_ in zip(changes, fingerprints(comparison, changes), strict=True):
        key = events.key(change)
        yield {"fingerprint": print_, "event": key, **_one(comparison, change, prefixes)}


def fingerprints(comparison: Comparison, changes: Iterable[Change]) -> Iterator[str]:
    """The fingerprint of each change; of several that are alike, it counts which one it is."""
    seen: Counter[str] = Counter()
    for change in changes:
        print_ = fingerprint(comparison, change)
        yield numbered(print_, seen[print_])
        seen[print_] += 1


def _one(comparison: Comparison, change: Change, prefixes: tuple[str, str]) -> dict[str, object]:
    """A change; one that stands for many has no element, but members and exceptions."""
    ground, difference = change.ground, change.difference
    return {
        "kind": change.kind,
        "element": _element(comparison, change.subject) if change.subject.id else None,
        "pointer": show(change.at),
        "old_pointer": show(change.old_at),
        "class": change.weight.value,
        "class_rule": ground.rule if ground is not None else None,
        **_downgraded(change),
        "difference": (
            {"amount": difference.amount, "unit": difference.unit} if difference else None
        ),
        "old": change.old,
        "new": change.new,
        "old_at": _place(comparison.old, change, change.old_at, prefixes[0])
        if change.old is not None
        else None,
        "new_at": _place(comparison.new, change, change.at, prefixes[1])
        if change.new is not None
        else None,
        "lineage": list(change.lineage),
        "arguments": dict(change.arguments),
        "members": list(_changes(comparison, change.members, prefixes)),
        "exceptions": [
            {
                "element": _element(comparison, place.subject),
                "pointer": show(place.pointer),
                "at": _at(comparison.new, place.subject.id, place.pointer, prefixes[1]),
            }
            for place in change.exceptions
        ],
    }


def _downgraded(change: Change) -> dict[str, object]:
    """Who declared in which round why that it is editorial; nothing where nobody did."""
    ground = change.ground
    if ground is None or ground.was is None:
        return {}
    was = {"class": change.weight_by_rules.value, "class_rule": ground.was.rule}
    return {"downgraded": {**dict(ground.words), "was": was}}


def _element(comparison: Comparison, subject: Subject) -> dict[str, object]:
    return {
        "kind": subject.kind,
        "id": subject.id,
        "title": label_of(comparison, subject.id),
        "field": group_of(comparison, subject.id) or None,
    }


def _place(side: Side, change: Change, at: Pointer, prefix: str) -> dict[str, object] | None:
    """Path, line and column of the value on this side, if the side has one."""
    ids = (change.subject.id, *change.lineage)
    element = next((found for found in map(side.element, ids) if found is not None), None)
    return _at(side, element.id, at, prefix) if element is not None else None


def _at(side: Side, id: str, at: Pointer, prefix: str) -> dict[str, object] | None:
    """Path, line and column of a place in an element, if the side has it."""
    element, span = side.element(id), side.span(id, at)
    if element is None or span is None:
        return None
    return {"path": prefix + element.path, "line": span.line, "column": span.column}


def fingerprint(comparison: Comparison, change: Change) -> str:
    """16 hexadecimal digits over the element, the place and the canonical values.

    Reformatting, moving files, rebasing and another language leave it as it is.
    """
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    at = change.members[0].at if change.members else change.at
    field = kind.field_at(at) if kind is not None and at and change.at else None
    fields = kind.fields if kind is not None and not change.at else {}
    values = [
        canonical(value, field) if field is not None else _record(value, fields)
        for value in (change.old, change.new)
    ]
    root = change.lineage[0] if change.lineage else change.subject.id
    key = json.dumps([change.kind, root, show(change.at), values], sort_keys=True)
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _record(value: Value, fields: Mapping[str, Field]) -> Value:
    """What a whole element means, or a value that the schema does not know."""
    return canonical_record(record_of(value), fields) if is_record(value) else value
