"""A PDF in less room: the same objects, those that are no streams in compressed streams.

Reads files as Typst writes them: with a table of all objects, none of them packed yet
(ISO 32000-1, 7.5.4). Writes them with object streams and a cross-reference stream (7.5.7 and
7.5.8).

PDF/A counts the bytes of a stream up to the end of line before `endstream`. A stream that
itself ends with a carriage return gets both signs of an end of line after it: before a line
feed alone, some checkers take its last byte for a part of that.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_TRAILER = re.compile(rb"\s*trailer\s*<<(.*)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+\s*")
_ENTRY = 20
_LONGEST_END = 64
_STREAM_ENDS = b"\nendstream"
_TOGETHER = 200
_INDEX = b"/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>%s"
_COLUMNS = 7


class UnknownStructureError(ValueError):
    """A PDF whose objects do not lie in it as Typst lays them."""


class Objects(NamedTuple):
    """What a PDF consists of: each object by its number, and the entries of the trailer."""

    head: bytes
    bodies: dict[int, bytes]
    trailer: bytes


def objects_of(data: bytes) -> Objects:
    """The objects of a PDF as Typst writes it.

    Raises:
        UnknownStructureError: they do not lie in it as Typst lays them.
    """
    said = _START.search(data, max(len(data) - _LONGEST_END, 0))
    start = int(said[1]) if said is not None else 0
    table = _TABLE.match(data, start)
    if table is None:
        raise UnknownStructureError
    first, count = table.end(), int(table[1])
    trailer = _TRAILER.match(data, first + count * _ENTRY)
    if trailer is None:
        raise UnknownStructureError
    rows = (data[row : row + _ENTRY] for row in range(first, first + count * _ENTRY, _ENTRY))
    offsets = sorted(
        (int(row[:10]), number) for number, row in enumerate(rows) if row[17:18] == b"n"
    )
    bodies = {
        number: _body(data[at:end], number)
        for (at, number), (end, _) in pairwise((*offsets, (start, 0)))
    }
    head = data[: offsets[0][0]] if offsets else data[:start]
    return Objects(head, dict(sorted(bodies.items())), _SIZE.sub(b"", trailer[1]))


def _body(text: bytes, number: int) -> bytes:
    """What stands between the marks of an object."""
    begin, end = b"%d 0 obj" % number, b"endobj"
    text = text.strip()
    if not (text.startswith(begin) and text.endswith(end)):
        raise UnknownStructureError(number)
    return text[len(begin) : -len(end)].strip()


def packed(objects: Objects) -> bytes:
    """The objects as a file, small; the same bytes for the same objects."""
    streams = {number: body for number, body in objects.bodies.items() if _is_stream(body)}
    others = [number for number in objects.bodies if number not in streams]
    free = max(objects.bodies, default=0) + 1
    groups = [others[at : at + _TOGETHER] for at in range(0, len(others), _TOGETHER)]
    holders = dict(enumerate(groups, free))
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    for holder, group in holders.items():
        streams[holder] = _together([(number, objects.bodies[number]) for number in group])
        rows |= {number: (2, holder, place) for place, number in enumerate(group)}
    out = bytearray(objects.head)
    for number, body in streams.items():
        rows[number] = (1, len(out), 0)
        out += _object(number, body)
    index, at = free + len(groups), len(out)
    rows[index] = (1, at, 0)
    said = _INDEX % (index + 1, objects.trailer)
    out += _object(index, _stream(said, _table(rows, index + 1)))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % at


def _is_stream(body: bytes) -> bool:
    return body.endswith(_STREAM_ENDS)


def _object(number: int, body: bytes) -> bytes:
    if body.endswith(b"\r" + _STREAM_ENDS):
        body = body.removesuffix(_STREAM_ENDS) + b"\r" + _STREAM_ENDS
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def _together(things: Sequence[tuple[int, bytes]]) -> bytes:
    """A stream of objects: their numbers and places, then they themselves."""
    at, heads = 0, []
    for number, body in things:
        heads.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(heads) + b"\n"
    said = b"/Type/ObjStm/N %d/First %d" % (len(things), len(head))
    return _stream(said, head + b"\n".join(body for _, body in things))


def _stream(said: bytes, data: bytes) -> bytes:
    small = zlib.compress(data, 9)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (said, len(small))
    return b"%s\nstream\n%s%s" % (head, small, _STREAM_ENDS)


def _table(rows: Mapping[int, tuple[int, int, int]], size: int) -> bytes:
    """Where each object lies, each row as the difference from the one above (PNG's “up”)."""
    found = bytearray()
    above = bytes(_COLUMNS)
    for number in range(size):
        kind, at, place = rows.get(number, (0, 0, 0))
        row = b"%c%b%b" % (kind, at.to_bytes(4, "big"), place.to_bytes(2, "big"))
        found.append(2)
        found += bytes((one - other) & 0xFF for one, other in zip(row, above, strict=True))
        above = row
    return bytes(found)
