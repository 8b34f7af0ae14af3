"""A file is the old one or the new one, whole, whatever happens while it is written."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wirctl.edit.files import FileExistsAlreadyError, create, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable


def failing(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    """Let a function of the system fail with a disk that is full."""
    real: Callable[..., Any] = getattr(os, name)

    def fail(*given: object, **more: object) -> object:
        if name == "open" and not str(given[0]).endswith("folder"):
            return real(*given, **more)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, fail)


def test_new_file_holds_the_bytes_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.yaml", b"id: A\n")
    assert (tmp_path / "a.yaml").read_bytes() == b"id: A\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_old_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)


def test_new_file_has_the_mode_that_the_mask_leaves(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        create(tmp_path / "a.yaml", b"")
    finally:
        os.umask(mask)
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    write_whole(tmp_path / "b.yaml", b"new")
    assert (tmp_path / "b.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("write", [write_whole, create])
def test_links_in_a_circle_are_a_fault_of_the_system(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match=r"\[Errno"):
        write(tmp_path / "a" / "c", b"")
    expected = OSError if write is write_whole else FileExistsAlreadyError
    with pytest.raises(expected):
        write(tmp_path / "a", b"")


def test_device_is_written_to() -> None:
    write_whole(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_fault_leaves_the_old_file_and_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    failing(monkeypatch, call, errno.ENOSPC)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole(file, b"new")
    assert raised.value.filename == str(file)
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(("call", "number"), [("fsync", errno.EIO), ("link", errno.ENOSPC)])
def test_fault_makes_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    failing(monkeypatch, call, number)
    with pytest.raises(OSError, match=r"\[Errno"):
        create(tmp_path / "folder" / "a.yaml", b"new")
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_where_there_are_no_links_the_file_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    failing(monkeypatch, "link", number)
    create(tmp_path / "a.yaml", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"new"}


def test_file_that_came_meanwhile_is_not_overwritten_without_links_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object, **__: object) -> None:
        (tmp_path / "a.yaml").write_bytes(b"theirs")
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(FileExistsAlreadyError):
        create(tmp_path / "a.yaml", b"ours")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"theirs"}


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_folder_that_cannot_be_synced_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    real = os.fsync
    if call == "open":
        failing(monkeypatch, "open", errno.EACCES)
    else:

        def only_files(handle: int) -> None:
            if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - as the kernel names it
                raise OSError(errno.EINVAL, "no folders")
            real(handle)

        monkeypatch.setattr(os, "fsync", only_files)
    create(folder / "a.yaml", b"new")
    assert (folder / "a.yaml").read_bytes() == b"new"


def test_folder_is_synced_after_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    real = os.fsync

    def note(handle: int) -> None:
        synced.append((os.path.isdir(f"/proc/self/fd/{handle}"), (tmp_path / "a").exists()))  # noqa: PTH112
        real(handle)

    monkeypatch.setattr(os, "fsync", note)
    create(tmp_path / "a", b"")
    assert synced == [(False, False), (True, True)]


@pytest.mark.parametrize("kind", ["file", "folder", "link that leads nowhere"])
def test_what_is_there_is_not_made(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "a"
    if kind == "file":
        place.write_bytes(b"old")
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to("nowhere")
    with pytest.raises(FileExistsAlreadyError):
        create(place, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert not place.is_file() or place.read_bytes() == b"old"


def test_of_many_that_make_a_file_at_once_one_wins_whole(tmp_path: Path) -> None:
    texts = [bytes([letter]) * 100_000 for letter in b"abcdefgh"]

    def make(text: bytes) -> bool:
        try:
            create(tmp_path / "deep" / "a", text)
        except FileExistsAlreadyError:
            return False
        return True

    with ThreadPoolExecutor(len(texts)) as pool:
        won = list(pool.map(make, texts))
    assert won.count(True) == 1
    assert (tmp_path / "deep" / "a").read_bytes() == texts[won.index(True)]
    assert len(list((tmp_path / "deep").iterdir())) == 1


def test_long_name_needs_no_longer_one(tmp_path: Path) -> None:
    name = "a" * 255
    create(tmp_path / name, b"x")
    write_whole(tmp_path / name, b"y")
    assert (tmp_path / name).read_bytes() == b"y"
