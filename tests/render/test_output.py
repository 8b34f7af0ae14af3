"""An output folder is ours or left alone, and whole at every moment."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wirctl.render.output import (
    MANIFEST,
    SUMS,
    OutputError,
    Written,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable


FILES = {"index.html": b"eins", "measures/M-1.html": b"zwei"}


def tree(folder: Path) -> dict[str, bytes]:
    """Path to content of everything below a folder, without the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {MANIFEST, SUMS}
    }


def test_new_folder_is_made(tmp_path: Path) -> None:
    output = tmp_path / "a" / "b"
    assert write(FILES, output) == Written(tuple(FILES), (), (), ())
    assert tree(output) == FILES
    assert [path.name for path in output.parent.iterdir()] == ["b"]


def test_empty_folder_is_filled(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    assert tree(tmp_path) == FILES


def test_manifest_names_each_file_with_its_digest(tmp_path: Path) -> None:
    write(FILES, tmp_path / "out")
    said = json.loads((tmp_path / "out" / MANIFEST).read_bytes())
    assert said == {
        "generator": "wirctl",
        "version": 1,
        "files": [
            {"path": path, "sha256": sha256(data).hexdigest()} for path, data in FILES.items()
        ],
    }


def test_manifest_says_where_the_files_come_from(tmp_path: Path) -> None:
    write(FILES, tmp_path / "out", {"plan": "WIR"})
    said = json.loads((tmp_path / "out" / MANIFEST).read_bytes())
    assert said["provenance"] == {"plan": "WIR"}


def test_sums_are_those_that_other_programs_check(tmp_path: Path) -> None:
    write(FILES, tmp_path / "out")
    command = ["sha256sum", "--check", "--strict", SUMS]
    made = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, check=False)
    lines = made.stdout.decode().splitlines()
    assert [line.partition(": ")[0] for line in lines] == sorted([*FILES, MANIFEST])
    assert made.returncode == 0


def test_second_time_replaces_and_removes(tmp_path: Path) -> None:
    output = tmp_path / "out"
    write(FILES, output)
    after = {"index.html": b"eins", "goals/Z-1.html": b"drei"}
    assert write(after, output) == Written(
        ("goals/Z-1.html",), (), ("index.html",), ("measures/M-1.html",)
    )
    assert tree(output) == after
    assert not (output / "measures").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_changed_file_is_told(tmp_path: Path) -> None:
    write(FILES, tmp_path / "out")
    written = write({**FILES, "index.html": b"neu"}, tmp_path / "out")
    assert written == Written((), ("index.html",), ("measures/M-1.html",), ())


def test_files_of_others_stay(tmp_path: Path) -> None:
    output = tmp_path / "out"
    write(FILES, output)
    (output / "CNAME").write_text("example.org")
    (output / "own").mkdir()
    (output / "own" / "note.txt").write_text("x")
    (output / "link").symlink_to("CNAME")
    write({"index.html": b"neu"}, output)
    assert tree(output) == {
        "CNAME": b"example.org",
        "index.html": b"neu",
        "link": b"example.org",
        "own/note.txt": b"x",
    }
    assert (output / "link").is_symlink()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def full(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "thesis.txt").write_text("x")


def foreign_manifest(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / MANIFEST).write_text('{"name": "app"}')


def broken_manifest(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / MANIFEST).write_text("{" * 1000)


def plain_file(folder: Path) -> None:
    (folder / "out").write_text("x")


def link(folder: Path) -> None:
    (folder / "there").mkdir()
    (folder / "out").symlink_to("there")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(full, "not-ours", id="something in it"),
        pytest.param(foreign_manifest, "not-ours", id="manifest of another program"),
        pytest.param(broken_manifest, "not-ours", id="broken manifest"),
        pytest.param(plain_file, "is-file", id="file"),
        pytest.param(link, "is-link", id="link"),
    ],
)
def test_folder_that_is_not_ours_is_refused(
    make: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    make(tmp_path)
    before = tree(tmp_path)
    with pytest.raises(OutputError) as caught:
        write(FILES, tmp_path / "out")
    assert caught.value.reason == reason
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/x",
        "a/../../x",
        "a//b",
        "./a",
        "a/",
        "",
        "a\\b",
        "c:x",
        "a\0b",
        "a\nb",
        MANIFEST,
        SUMS,
        "Manifest.JSON",
    ],
)
def test_path_that_leads_out_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write({path: b"x"}, tmp_path / "out")
    assert caught.value.reason == "bad-path"
    assert list(tmp_path.iterdir()) == []


def test_paths_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write({"a/B": b"", "A/b": b""}, tmp_path / "out")
    assert caught.value.reason == "bad-path"


@pytest.mark.parametrize("path", ["CNAME", "cname", "CNAME/index.html", "own"])
def test_file_of_others_is_not_overwritten(path: str, tmp_path: Path) -> None:
    output = tmp_path / "out"
    write(FILES, output)
    (output / "CNAME").write_text("example.org")
    (output / "own").mkdir()
    (output / "own" / "x").write_text("x")
    before = tree(output)
    with pytest.raises(OutputError) as caught:
        write({**FILES, path: b"x"}, output)
    assert caught.value.reason == "in-the-way"
    assert tree(output) == before


def test_manifest_that_names_files_elsewhere_deletes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("x")
    output = tmp_path / "out"
    write(FILES, output)
    said = json.loads((output / MANIFEST).read_bytes())
    said["files"].append({"path": "../precious", "sha256": ""})
    (output / MANIFEST).write_text(json.dumps(said))
    write({"index.html": b"neu"}, output)
    assert (tmp_path / "precious").read_text() == "x"


class Failing:
    """Lets the n-th call fail, of all calls that write."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.left = at
        self.error = error

    def wrap(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **options: object) -> object:
            self.left -= 1
            if self.left == 0:
                raise self.error
            return call(*args, **options)

        return counted


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "disk"), KeyboardInterrupt()]
)
def test_folder_is_old_or_new_whatever_fails(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = FILES, {"index.html": b"neu", "b/c.html": b"x"}
    for at in range(1, 40):
        output = tmp_path / f"{at}" / "out"
        write(old, output)
        (output / "CNAME").write_text("x")
        failing = Failing(at, error)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", failing.wrap(Path.write_bytes))
            patch.setattr(Path, "mkdir", failing.wrap(Path.mkdir))
            patch.setattr(Path, "replace", failing.wrap(Path.replace))
            patch.setattr(os, "mkdir", failing.wrap(os.mkdir))
            with contextlib.suppress(OSError, KeyboardInterrupt):
                write(new, output)
        assert tree(output) in ({**old, "CNAME": b"x"}, {**new, "CNAME": b"x"}), at
        if failing.left > 0:
            return
    pytest.fail("the calls did not end")
