"""Compiled templates that are kept: what lies there may save time, and never changes a page."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from wirctl.render.pages.ledger import Compiled
from wirctl.render.pages.sandbox import sandbox

if TYPE_CHECKING:
    from pathlib import Path

NAME, TEXT = "page.html.j2", "<p>{{ word }}</p>"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one template."""
    (tmp_path / "own" / "html").mkdir(parents=True)
    (tmp_path / "own" / "html" / NAME).write_text(TEXT)
    return tmp_path / "own"


def written(own: Path, folder: Path, program: str = "this one") -> str:
    """What the template writes in a new process, so to speak."""
    environment = sandbox([own], Compiled(folder, program))
    return environment.get_template(NAME).render(word="<")


def test_template_is_compiled_once(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "a" / "cache"
    assert written(own, cache) == "<p>&lt;</p>"
    (file,) = cache.iterdir()
    first = file.stat()
    assert written(own, cache) == "<p>&lt;</p>"
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


def test_template_that_changes_is_compiled_anew(own: Path, tmp_path: Path) -> None:
    written(own, tmp_path / "cache")
    (own / "html" / NAME).write_text("<b>{{ word }}</b>")
    assert written(own, tmp_path / "cache") == "<b>&lt;</b>"


def test_what_another_program_compiled_is_not_run(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    written(own, cache)
    (file,) = cache.iterdir()
    before = file.read_bytes()
    assert written(own, cache, "another one") == "<p>&lt;</p>"
    assert file.read_bytes() != before


@pytest.mark.parametrize("place", [0, 1, 64, 65, 70, 90, 200, -1])
def test_damaged_file_costs_time_and_no_more(place: int, own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    written(own, cache)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for damaged in (whole[:place], whole[:place] + b"\0" + whole[place:]):
        file.write_bytes(damaged)
        assert written(own, cache) == "<p>&lt;</p>"
        assert file.read_bytes() == whole


def test_folder_that_cannot_be_made_costs_time_and_no_more(own: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    assert written(own, tmp_path / "cache") == "<p>&lt;</p>"
    assert (tmp_path / "cache").read_text() == "no folder"


@pytest.mark.parametrize("mode", [0o770, 0o707], ids=["the group", "everybody"])
def test_nothing_is_run_from_a_folder_that_others_can_write_to(
    mode: int, own: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    written(own, cache)
    (file,) = cache.iterdir()
    kept = file.read_bytes()
    file.write_bytes(b"")
    cache.chmod(mode)
    assert written(own, cache) == "<p>&lt;</p>"
    assert file.read_bytes() == b""
    file.write_bytes(kept)
    (own / "html" / NAME).write_text("<i>{{ word }}</i>")
    assert written(own, cache) == "<i>&lt;</i>"
    assert file.read_bytes() == kept
