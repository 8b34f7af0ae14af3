"""Archives with the same parts are the same bytes."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest

from wirctl.core.archive import repacked

PARTS = {"b.xml": b"<b/>", "a/ä.xml": b"<a/>" * 100}


def made(moment: tuple[int, int, int, int, int, int]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in PARTS.items():
            archive.writestr(ZipInfo(name, moment), data, ZIP_STORED)
    return stream.getvalue()


def test_when_it_was_made_leaves_no_trace() -> None:
    one, other = made((2001, 2, 3, 4, 5, 6)), made((2020, 2, 3, 4, 5, 6))
    assert one != other
    assert repacked(one, date(2021, 12, 6)) == repacked(other, date(2021, 12, 6))


@pytest.mark.parametrize(
    ("day", "year"), [(date(2021, 12, 6), 2021), (date(1900, 1, 1), 1980), (date(3000, 1, 1), 2107)]
)
def test_parts_stay_and_are_as_old_as_the_day(day: date, year: int) -> None:
    with ZipFile(BytesIO(repacked(made((2001, 2, 3, 4, 5, 6)), day))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS
        assert {part.date_time for part in archive.infolist()} == {
            (year, day.month, day.day, 0, 0, 0)
        }
