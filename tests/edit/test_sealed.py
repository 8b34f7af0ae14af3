"""Sealed files: what is not whole is as good as none."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from wirctl.edit.sealed import unsealed, write_sealed

if TYPE_CHECKING:
    from pathlib import Path

DATA = b"first line\nsecond line"


def test_what_was_sealed_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "kept.json"
    write_sealed(file, DATA)
    assert unsealed(file) == DATA
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_seal_holds_for_what_was_known(tmp_path: Path) -> None:
    write_sealed(tmp_path / "kept", DATA, b"this program")
    assert unsealed(tmp_path / "kept", b"this program") == DATA
    assert unsealed(tmp_path / "kept", b"another") is None
    assert unsealed(tmp_path / "kept") is None


@pytest.mark.parametrize("place", [0, 1, 63, 64, 65, 70, -1])
def test_damaged_file_is_none(tmp_path: Path, place: int) -> None:
    file = tmp_path / "kept"
    write_sealed(file, DATA)
    whole = file.read_bytes()
    for damaged in (whole[:place], whole[:place] + b"\0" + whole[place:]):
        file.write_bytes(damaged)
        assert unsealed(file) is None


def test_nothing_is_kept_where_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write_sealed(tmp_path / "file" / "kept", DATA)
    assert unsealed(tmp_path / "file" / "kept") is None
    assert unsealed(tmp_path) is None


def test_those_that_were_written_last_stay(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("stays")
    for place in range(4):
        write_sealed(tmp_path / f"{place}.json", DATA, most=3)
        os.utime(tmp_path / f"{place}.json", ns=(place, place))
    assert {path.name for path in tmp_path.iterdir()} == {"1.json", "2.json", "3.json", "other.txt"}
