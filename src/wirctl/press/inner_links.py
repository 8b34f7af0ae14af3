"""Links from one place of a document to another.

Typst looks up where such a link leads each time it lays a page out, and that costs as much as
to set all the words. So templates write an address of ours instead, and here it becomes the
name of the place. Whoever hears the document is told what they find there: Typst itself only
says the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINK = re.compile(
    rb"(?P<before>.*)"
    rb"/A<</Type/Action/S/URI/URI\(urn:wirctl:(?P<id>[^()\\]*)\)>>"
    rb"(?P<between>.*)"
    rb"/Contents\(urn:wirctl:[^()\\]*\)"
    rb"(?P<after>.*)",
    re.DOTALL,
)
_OURS = b"(urn:wirctl:"


class NoSuchPlaceError(ValueError):
    """A link to an element that has no heading in the document; its id is the argument."""


def with_inner_links(bodies: Mapping[int, bytes], places: Mapping[str, str]) -> dict[int, bytes]:
    """The objects of a PDF with links to places where there were addresses of ours.

    `places` has the words of the heading that can be linked to by its id.

    Raises:
        NoSuchPlaceError: a link leads nowhere.
    """
    return {
        number: _linked(body, places) if _OURS in body else body for number, body in bodies.items()
    }


def _linked(body: bytes, places: Mapping[str, str]) -> bytes:
    """The object with its link put in, if it is one."""
    found = _LINK.fullmatch(body)
    if found is None:
        return body
    id = found["id"].decode("ascii")
    if id not in places:
        raise NoSuchPlaceError(id)
    said = places[id].encode("utf-16-be").hex().upper().encode("ascii")
    return b"%(before)b/Dest(e-%(id)b)%(between)b/Contents<FEFF%(said)b>%(after)b" % {
        **{name.encode(): part for name, part in found.groupdict().items()},
        b"said": said,
    }
