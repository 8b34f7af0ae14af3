"""Many versions of files, read piece by piece: what stands in several of them is read once.

A piece is a field at the top with all that stands below it. It begins where a line begins with
a letter: in what the quick reader takes, no such line is part of anything above. So the pieces
of a file say together what the file says; where one of them is unusual, the file is read whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.regex import regex
from wirctl.core.value import is_record, record_of
from wirctl.source import limits
from wirctl.source.document import read
from wirctl.source.encoding import decode
from wirctl.source.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.core.value import Record, Value

_Field: TypeAlias = "tuple[str, Value]"

_BORDER = regex(rb"\n(?=[A-Za-z_])")
_MOST = 50_000
"""So many pieces are remembered; whoever has more begins anew."""


class Pieces:
    """Reads files as records. Fields that are written alike are one and the same value."""

    def __init__(self) -> None:
        self._known: dict[bytes, _Field] = {}

    def record(self, data: bytes) -> Record:
        """The record in these bytes; an empty one where a part of it cannot be read."""
        if data.endswith(b"\n") and len(data) <= limits.MAX_QUICK:
            found = self._fields(_split(data[:-1]))
            record = dict(found)
            if record and len(record) == len(found):
                return record
        document = read("", data)
        sound = is_record(document.value) and not document.unreadable
        return record_of(document.value) if sound else {}

    def _fields(self, pieces: Iterable[bytes]) -> list[_Field]:
        """The field in each piece; none at all where a piece is unusual."""
        known = self._known
        fields = []
        for piece in pieces:
            field = known.get(piece) or self._learnt(piece)
            if field is None:
                return []
            fields.append(field)
        return fields

    def _learnt(self, piece: bytes) -> _Field | None:
        decoded = decode(piece + b"\n")
        if decoded.faults or decoded.readable != decoded.text:
            return None
        fields = quick(decoded.text) or {}
        if len(fields) != 1:
            return None
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[piece] = next(iter(fields.items()))
        return self._known[piece]


def _split(data: bytes) -> list[bytes]:
    """The pieces; what stands before the first key belongs to its field."""
    pieces = _BORDER.split(data)
    if not data[:1].isalpha() and len(pieces) > 1:
        pieces[:2] = [b"\n".join(pieces[:2])]
    return pieces
