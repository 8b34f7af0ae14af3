"""Archives (zip) whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from datetime import date

_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""What the format of archives can say."""


def repacked(data: bytes, day: date) -> bytes:
    """The archive with the same parts in the same order, each as old as this day.

    Names, contents and order stay; times, systems and levels of compression are the same
    wherever it is made. A year that archives cannot say becomes the nearest that they can.
    """
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, (year, day.month, day.day, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            part.external_attr = 0
            new.writestr(part, old.read(name), compresslevel=6)
    return made.getvalue()
