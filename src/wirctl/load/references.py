"""References lead to elements of the right kind."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.items import item_names
from wirctl.core.near import nearest
from wirctl.core.value import list_of, record_of
from wirctl.load import messages as say
from wirctl.schema.field import Field, ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Record, Value
    from wirctl.load.files import File
    from wirctl.schema.kind import Kinds


def reference_findings(files: Iterable[File], kinds: Kinds) -> Iterator[Diagnostic]:
    """Where a reference leads to nothing, or to an element of another kind.

    Elements whose file could not be read count by their file name, so that a broken file
    brings no findings on others.
    """
    files = tuple(files)
    known = {file.id: file.kind.name for file in files}
    for file in files:
        known.setdefault(PurePosixPath(file.path).stem, file.kind.name)
    for file in files:
        for pointer, field, target in references(file.record, file.kind.fields):
            finding = _finding(file, pointer, field, target, known, kinds)
            if finding is not None:
                yield finding


def references(
    record: Record, fields: Mapping[str, Field], at: Pointer = ()
) -> Iterator[tuple[Pointer, Field, str]]:
    """Every reference in the record: its pointer, its field and the id it names."""
    for name, value in record.items():
        field = fields.get(name)
        if field is not None and (field.item or field.fields or field.target):
            yield from _of_value(value, field, (*at, name))


def _of_value(value: Value, field: Field, at: Pointer) -> Iterator[tuple[Pointer, Field, str]]:
    if field.value is ValueKind.REFERENCE:
        if isinstance(value, str):
            yield at, field, value
    elif field.item is not None:
        items = list_of(value)
        for item, name in zip(items, item_names(items, field.key), strict=True):
            yield from _of_value(item, field.item, (*at, name))
    elif field.fields:
        yield from references(record_of(value), field.fields, at)


def _finding(
    file: File, at: Pointer, field: Field, target: str, known: Mapping[str, str], kinds: Kinds
) -> Diagnostic | None:
    kind = known.get(target)
    if kind is None:
        return _unknown(file, at, field, target, known)
    if field.target and kind not in field.target:
        wanted = " / ".join(kinds[name].title.de for name in field.target if name in kinds.by_name)
        words = (
            ("id", target),
            ("title", field.title.de),
            ("wanted", wanted),
            ("found", kinds[kind].title.de),
        )
        message = say.REFERENCE_TO_WRONG_KIND
        return Diagnostic(message.id, message.severity, file.subject, at, words)
    return None


def _unknown(
    file: File, at: Pointer, field: Field, target: str, known: Mapping[str, str]
) -> Diagnostic:
    fitting = sorted(name for name, kind in known.items() if kind in (field.target or (kind,)))
    near = nearest(target, fitting)
    words = (
        ("id", target),
        ("hint_de", f"Gemeint ist wohl {near}." if near else "Prüfen Sie die Kennung."),
        ("hint_en", f"Did you mean {near}?" if near else "Check the id."),
    )
    message = say.UNKNOWN_REFERENCE
    return Diagnostic(message.id, message.severity, file.subject, at, words)
