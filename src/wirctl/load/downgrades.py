"""Downgrades (Herabstufungen) name a field that there is, and somebody who may declare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.near import nearest
from wirctl.core.pointer import read
from wirctl.core.value import list_of, record_of, text_of
from wirctl.load import messages as say
from wirctl.load.references import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.core.value import Record
    from wirctl.load.files import Faulty, File
    from wirctl.load.names import Names

_NAME, _ROLES = "downgrades", "roles"
_BODY, _RULES = "body", "review_rules"


def downgrade_findings(
    files: Iterable[File], owners: Mapping[str, File], names: Names, faulty: Faulty
) -> Iterator[Diagnostic]:
    """Where a downgrade is about no field of its item, or declared by nobody who is known."""
    files = tuple(files)
    declaring = [file for file in files if file.kind.name == "round" and _NAME in file.record]
    roles = _roles(files, names, faulty) if declaring else None
    for file in declaring:
        if faulty.has(file, _NAME):
            continue
        for place, entry in enumerate(list_of(file.record[_NAME])[:LIMIT]):
            yield from _of_field(file, place, record_of(entry), owners)
            yield from _of_reason(file, place, record_of(entry))
            by = text_of(record_of(entry).get("by"))
            if roles is not None and by not in roles and not names.has(by, (_BODY,)):
                near = nearest(by, (*names.fitting((_BODY,)), *roles))
                yield _say(say.DOWNGRADE_BY_NOBODY, file, (place, "by"), near, by=by)


def _roles(files: Iterable[File], names: Names, faulty: Faulty) -> frozenset[str] | None:
    """The roles of the review rules; `None` where they cannot be read."""
    rules = [file for file in files if file.kind.name == _RULES]
    if _RULES in names.nameless or any(faulty.has(file, _ROLES) for file in rules):
        return None
    roles = (record_of(role) for file in rules for role in list_of(file.record.get(_ROLES)))
    return frozenset(text_of(role.get("id")) for role in roles)


def _of_field(
    file: File, place: int, entry: Record, owners: Mapping[str, File]
) -> Iterator[Diagnostic]:
    """A place that the kind of the item does not have; of an unknown item is told elsewhere."""
    item, pointer = text_of(entry.get("item")), text_of(entry.get("pointer"))
    known = owners.get(item)
    if known is not None and known.kind.field_at(read(pointer)) is None:
        near, at = nearest(pointer, known.kind.fields), (place, "pointer")
        yield _say(say.DOWNGRADE_OF_NO_FIELD, file, at, near, pointer=pointer, item=item)


def _of_reason(file: File, place: int, entry: Record) -> Iterator[Diagnostic]:
    if not text_of(entry.get("reason")).strip():
        words = {name: text_of(entry.get(name)) for name in ("pointer", "item")}
        yield _say(say.DOWNGRADE_WITHOUT_REASON, file, (place, "reason"), "", **words)


def _say(
    message: Message, file: File, place: tuple[int, str], near: str, **words: str
) -> Diagnostic:
    at = file.kind.pointer(file.record, (_NAME, *place))
    said = {name: word[:LIMIT] for name, word in words.items()}
    said["hint_de"] = f"Gemeint ist wohl „{near}“. " if near else ""
    said["hint_en"] = f"Did you mean “{near}”? " if near else ""
    return Diagnostic(message.id, message.severity, file.subject, at, tuple(said.items()))
