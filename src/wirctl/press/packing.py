"""A PDF in less room: the same document with its objects in compressed streams.

PDF/A counts the bytes of a stream up to the end of line before `endstream`. A stream that
itself ends with a carriage return is misread by some checkers, so none is left that does: one
gets a character that means nothing, one of packed objects a value that is the default anyway.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_MISREAD = b"\r\nendstream"
_OBJECT = re.compile(rb"(\d+) 0 obj\b")
_ROUNDS = 12


def repacked(data: bytes) -> bytes:
    """The same document, smaller; the same bytes for the same document."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in _misread(data):
            thing = pdf.get_object(number, 0)
            if isinstance(thing, pikepdf.Stream):
                _end_otherwise(thing)
        made = _saved(pdf, pikepdf.ObjectStreamMode.generate)
    for _ in range(_ROUNDS):
        numbers = tuple(_misread(made))
        if not numbers:
            return made
        with pikepdf.open(io.BytesIO(made)) as pdf:
            touched = [_touch(pdf, number) for number in numbers]
            if not any(touched):
                _touch_any(pdf)
            made = _saved(pdf, pikepdf.ObjectStreamMode.generate)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return _saved(pdf, pikepdf.ObjectStreamMode.disable)


def _saved(pdf: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=mode, deterministic_id=True)
    return out.getvalue()


def _end_otherwise(stream: pikepdf.Stream) -> None:
    """Add a character that means nothing there, so that the packed stream ends with another."""
    is_file = stream.get("/Type") == "/EmbeddedFile"
    is_font = not is_file and ("/Length1" in stream or "/Subtype" in stream)
    data = stream.read_bytes() + (b"\0" if is_font else b"\n")
    stream.write(data)
    if "/Length1" in stream:
        stream["/Length1"] = len(data)
    if "/Params" in stream:
        stream.Params["/Size"] = len(data)


def _misread(data: bytes) -> Iterator[int]:
    """The numbers of the streams that end with a carriage return."""
    at = data.find(_MISREAD)
    while at >= 0:
        before = data.rfind(b" 0 obj", 0, at)
        found = _OBJECT.search(data, max(before - 10, 0), at)
        if found:
            yield int(found[1])
        at = data.find(_MISREAD, at + 1)


def _touch(pdf: pikepdf.Pdf, number: int) -> bool:
    """Let a stream end otherwise: one of packed objects by a value in them that holds anyway.

    That is not possible of the stream that tells where all objects are.
    """
    import pikepdf

    stream = pdf.get_object(number, 0)
    if not isinstance(stream, pikepdf.Stream) or stream.get("/Type") == "/XRef":
        return False
    if stream.get("/Type") != "/ObjStm":
        _end_otherwise(stream)
        return True
    head = stream.read_bytes()[: int(stream.First)].split()
    return any(_say(pdf.get_object(packed, 0)) for packed in map(int, head[::2]))


def _touch_any(pdf: pikepdf.Pdf) -> None:
    """Say what holds anyway in the first object in which that goes, so that all others move."""
    any(_say(thing) for thing in pdf.objects)


def _say(thing: pikepdf.Object) -> bool:
    """Add a value that is the default, if the object has one that is not said."""
    import pikepdf

    if not isinstance(thing, pikepdf.Dictionary):
        return False
    name, default = _default(thing)
    if not name or name in thing:
        return False
    thing[name] = default
    return True


def _default(thing: pikepdf.Dictionary) -> tuple[str, object]:
    """An entry of this sort of object with the value that it has where it is left out."""
    import pikepdf

    if thing.get("/Type") == "/StructElem":
        return "/R", 0
    if thing.get("/Type") == "/Page":
        return "/Rotate", 0
    if thing.get("/Subtype") == "/Link":
        return "/H", pikepdf.Name.I
    return "", None
