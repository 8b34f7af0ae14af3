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
    from wirctl.load.files import Faulty, File

_NAME = "downgrades"
_ROLES = "roles"


def downgrade_findings(
    files: Iterable[File], owners: Mapping[str, File], faulty: Faulty
) -> Iterator[Diagnostic]:
    """Where a downgrade is about no field of its item, or declared by nobody who is known."""
    files = tuple(files)
    rounds = (file for file in files if _NAME in file.record and file.kind.name == "round")
    declaring = [file for file in rounds if not faulty.has(file, _NAME)]
    speakers = _speakers(files, faulty) if declaring else None
    for file in declaring:
        for place in range(min(len(list_of(file.record[_NAME])), LIMIT)):
            yield from _of_field(file, place, owners)
            if speakers is not None:
                yield from _of_speaker(file, place, speakers)


def _speakers(files: Iterable[File], faulty: Faulty) -> tuple[str, ...] | None:
    """The ids of all bodies and roles; `None` where the roles cannot be told."""
    found: list[str] = []
    for file in files:
        if file.kind.name == "body":
            found.append(file.id)
        elif file.kind.name == "review_rules":
            if faulty.has(file, _ROLES):
                return None
            roles = map(record_of, list_of(file.record.get(_ROLES)))
            found += filter(None, (text_of(role.get("id")) for role in roles))
    return tuple(found)


def _of_field(file: File, place: int, owners: Mapping[str, File]) -> Iterator[Diagnostic]:
    """A place that the kind of the item does not have; of an unknown item is told elsewhere."""
    entry = record_of(list_of(file.record[_NAME])[place])
    item, pointer = text_of(entry.get("item")), text_of(entry.get("pointer"))
    known = owners.get(item)
    if known is not None and known.kind.field_at(read(pointer)) is None:
        near = nearest(pointer, known.kind.fields)
        yield _say(
            say.DOWNGRADE_OF_NO_FIELD, file, (place, "pointer"), near, pointer=pointer, item=item
        )


def _of_speaker(file: File, place: int, speakers: tuple[str, ...]) -> Iterator[Diagnostic]:
    by = text_of(record_of(list_of(file.record[_NAME])[place]).get("by"))
    if by not in speakers:
        yield _say(say.DOWNGRADE_BY_NOBODY, file, (place, "by"), nearest(by, speakers), by=by)


def _say(
    message: Message, file: File, place: tuple[int, str], near: str, **words: str
) -> Diagnostic:
    at = file.kind.pointer(file.record, (_NAME, *place))
    hints = {
        "hint_de": f"Gemeint ist wohl „{near}“. " if near else "",
        "hint_en": f"Did you mean “{near}”? " if near else "",
    }
    said = tuple({**{name: word[:LIMIT] for name, word in words.items()}, **hints}.items())
    return Diagnostic(message.id, message.severity, file.subject, at, said)
