"""Changes for programs; `wirctl schema changes` prints the schema."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.core.pointer import show
from wirctl.report.registry import change_format
from wirctl.report.sections import group_of
from wirctl.schema.canonical import canonical, canonical_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.change import Change
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.report.registry import Look

VERSION = 1


@change_format("json")
def json_lines(comparison: Comparison, _: Look) -> Iterator[str]:
    """One JSON object: `version`, `from`, `to`, `changes` in order, `form_only` paths."""
    whole = {
        "version": VERSION,
        "from": {"label": comparison.old.label},
        "to": {"label": comparison.new.label},
        "changes": [_one(comparison, change) for change in comparison.changes],
        "form_only": list(comparison.form_only),
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def _one(comparison: Comparison, change: Change) -> dict[str, object]:
    subject = change.subject
    side = comparison.new if subject.id in comparison.new.paths else comparison.old
    return {
        "fingerprint": fingerprint(comparison, change),
        "kind": change.kind,
        "element": {
            "kind": subject.kind,
            "id": subject.id,
            "title": side.label_of(subject.id),
            "field": group_of(comparison, subject.id) or None,
        },
        "pointer": show(change.at),
        "class": change.weight.value,
        "old": change.old,
        "new": change.new,
        "old_at": _place(comparison.old, change, change.old),
        "new_at": _place(comparison.new, change, change.new),
        "lineage": list(change.lineage),
    }


def _place(side: Side, change: Change, value: Value) -> dict[str, object] | None:
    """Path, line and column of the value on this side, if the side has one."""
    if value is None:
        return None
    ids = (change.subject.id, *change.lineage)
    element = next((found for found in map(side.element, ids) if found is not None), None)
    span = side.span(element.subject, change.at) if element is not None else None
    if element is None or span is None:
        return None
    return {"path": element.path, "line": span.line, "column": span.column}


def fingerprint(comparison: Comparison, change: Change) -> str:
    """16 hexadecimal digits over the element, the place and the canonical values.

    Reformatting, moving files and rebasing leave it as it is.
    """
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    field = kind.field_at(change.at) if kind is not None and change.at else None
    if field is not None:
        values = [canonical(change.old, field), canonical(change.new, field)]
    else:
        fields = kind.fields if kind is not None else {}
        values = [
            canonical_record(part, fields) if isinstance(part, dict) else None
            for part in (change.old, change.new)
        ]
    root = change.lineage[0] if change.lineage else change.subject.id
    key = json.dumps([change.kind, root, show(change.at), values], sort_keys=True)
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
