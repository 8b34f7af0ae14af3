"""Licences by the addresses under which others know them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_GERMAN = "http://dcat-ap.de/def/licenses/"


class Licence(NamedTuple):
    """A licence: its text on the web, and its entry in the list of DCAT-AP.de.

    Both are empty where the plan says something that is no identifier of SPDX.
    """

    url: str = ""
    entry: str = ""


_KNOWN: Mapping[str, Licence] = {
    "CC-BY-4.0": Licence("https://creativecommons.org/licenses/by/4.0/", f"{_GERMAN}cc-by/4.0"),
    "CC-BY-SA-4.0": Licence(
        "https://creativecommons.org/licenses/by-sa/4.0/", f"{_GERMAN}cc-by-sa/4.0"
    ),
    "CC0-1.0": Licence("https://creativecommons.org/publicdomain/zero/1.0/", f"{_GERMAN}cc-zero"),
    "DL-DE-BY-2.0": Licence("https://www.govdata.de/dl-de/by-2-0", f"{_GERMAN}dl-by-de/2.0"),
    "DL-DE-ZERO-2.0": Licence("https://www.govdata.de/dl-de/zero-2-0", f"{_GERMAN}dl-zero-de/2.0"),
}


def licence_of(name: str) -> Licence:
    """The licence with this identifier of SPDX.

    >>> licence_of("CC-BY-4.0").entry
    'http://dcat-ap.de/def/licenses/cc-by/4.0'
    >>> licence_of("MIT").url, licence_of("frei für alle").url
    ('https://spdx.org/licenses/MIT', '')
    """
    known = _KNOWN.get(name.upper())
    if known is not None:
        return known
    if not _SPDX.fullmatch(name):
        return Licence()
    address = f"https://spdx.org/licenses/{name}"
    return Licence(address, address)
