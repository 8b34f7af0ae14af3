"""A folder as a tree: every plan file once, nothing followed, nothing that hangs."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

from wirctl.source import limits
from wirctl.source.errors import PlanNotFoundError
from wirctl.source.folder import FolderTree, blob_id

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.source.tree import Tree


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    root = tmp_path / "plan"
    for name in ("plan.yaml", "measures/HF-BIL/M-BIL-01.yaml", "measures/HF-BIL/M-BIL-02.yml"):
        write(root / name, f"id: {name}\n")
    return root


def write(path: Path, text: str = "id: x\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def found(tree: Tree) -> list[tuple[str, str]]:
    return [(fault.rule, fault.subject.path) for fault in tree.faults()]


def test_lists_every_plan_file_sorted(plan: Path) -> None:
    for name in (
        "README.md", ".git/config.yaml", "measures/.hidden.yaml", "notes.YAML", "logo.png",
        "schemas/room.schema.json", "schemas/other.json", "measures/x.schema.json", "a-b/x.yaml",
        "a/x.yaml",
    ):  # fmt: skip
        write(plan / name)
    tree = FolderTree(plan)
    assert tree.paths() == (
        "a-b/x.yaml",
        "a/x.yaml",
        "measures/HF-BIL/M-BIL-01.yaml",
        "measures/HF-BIL/M-BIL-02.yml",
        "plan.yaml",
        "schemas/room.schema.json",
    )
    assert tree.faults() == ()
    assert tree.label == "WORKTREE"
    assert FolderTree(plan, "Entwurf").label == "Entwurf"


def test_reads_what_is_asked_for_and_there(plan: Path) -> None:
    tree = FolderTree(plan)
    assert tree.read(["plan.yaml", "none.yaml", "../secret.yaml", "/etc/hosts"]) == {
        "plan.yaml": b"id: plan.yaml\n"
    }
    assert tree.faults() == ()


@pytest.mark.parametrize(
    ("name", "options"), [("sha1", []), ("sha256", ["--object-format=sha256"])]
)
def test_content_id_is_the_one_of_git(plan: Path, name: str, options: list[str]) -> None:
    subprocess.run(["git", "init", "-q", *options], cwd=plan, check=True)
    tree = FolderTree(plan, hash_name=name)
    paths = tree.paths()
    by_git = subprocess.run(
        ["git", "hash-object", *paths], cwd=plan, check=True, capture_output=True, text=True
    ).stdout.split()
    assert tree.contents() == dict(zip(paths, by_git, strict=True))


def test_each_file_is_read_once(plan: Path) -> None:
    """What was hashed is what is read, even if somebody writes in between."""
    tree = FolderTree(plan)
    before = tree.contents()["plan.yaml"]
    write(plan / "plan.yaml", "id: changed\n")
    assert blob_id(tree.read(["plan.yaml"])["plan.yaml"]) == before
    assert FolderTree(plan).contents()["plan.yaml"] != before


@pytest.mark.parametrize("name", ["none", "plan.yaml", "measures/HF-BIL/none"])
def test_root_that_is_no_folder_is_an_error(plan: Path, name: str) -> None:
    with pytest.raises(PlanNotFoundError) as caught:
        FolderTree(plan / name)
    assert caught.value.path == str(plan / name)


def test_links_are_not_followed(plan: Path, tmp_path: Path) -> None:
    write(tmp_path / "secret.yaml", "id: geheim\n")
    write(tmp_path / "outside" / "x.yaml")
    (plan / "a-out.yaml").symlink_to(tmp_path / "secret.yaml")
    (plan / "b-up.yaml").symlink_to("../secret.yaml")
    (plan / "c-in.yaml").symlink_to("plan.yaml")
    (plan / "d-none.yaml").symlink_to("none.yaml")
    (plan / "e-folder").symlink_to(tmp_path / "outside")
    (plan / "f-cycle").symlink_to(plan)
    (plan / "g-self.yaml").symlink_to("g-self.yaml")
    (plan / "h-device.yaml").symlink_to("/dev/zero")
    (plan / "no-plan-file").symlink_to(tmp_path / "secret.yaml")
    tree = FolderTree(plan)
    assert found(tree) == [
        ("link-leaves-plan", "a-out.yaml"),
        ("link-leaves-plan", "b-up.yaml"),
        ("link-in-plan", "c-in.yaml"),
        ("link-broken", "d-none.yaml"),
        ("link-to-folder", "e-folder"),
        ("link-to-folder", "f-cycle"),
        ("link-broken", "g-self.yaml"),
        ("link-leaves-plan", "h-device.yaml"),
    ]
    assert len(tree.paths()) == 3


def test_root_may_be_a_link_itself(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(plan)
    assert len(FolderTree(tmp_path / "link").contents()) == 3


def test_pipes_and_sockets_are_never_opened(plan: Path) -> None:
    os.mkfifo(plan / "pipe.yaml")
    os.mkfifo(plan / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(".", os.O_RDONLY)
        try:
            os.chdir(plan)
            listener.bind("socket.yaml")
        finally:
            os.fchdir(here)
            os.close(here)
        tree = FolderTree(plan)
        assert len(tree.contents()) == 3
        assert found(tree) == [("not-a-file", "pipe.yaml"), ("not-a-file", "socket.yaml")]


def test_pipe_that_takes_a_files_place_is_not_waited_for(plan: Path) -> None:
    tree = FolderTree(plan)
    assert "plan.yaml" in tree.paths()
    (plan / "plan.yaml").unlink()
    os.mkfifo(plan / "plan.yaml")
    assert tree.read(["plan.yaml"]) == {}
    assert found(tree) == [("not-a-file", "plan.yaml")]


def test_link_that_takes_a_files_place_is_not_followed(plan: Path, tmp_path: Path) -> None:
    tree = FolderTree(plan)
    assert "plan.yaml" in tree.paths()
    (plan / "plan.yaml").unlink()
    (plan / "plan.yaml").symlink_to(write(tmp_path / "secret.yaml"))
    assert tree.read(["plan.yaml"]) == {}
    assert found(tree) == [("link-in-plan", "plan.yaml")]


def test_folder_with_the_name_of_a_file_is_a_folder(plan: Path) -> None:
    write(plan / "folder.yaml" / "x.yaml")
    assert "folder.yaml/x.yaml" in FolderTree(plan).paths()


def test_file_that_vanishes_is_a_finding(plan: Path) -> None:
    tree = FolderTree(plan)
    assert len(tree.paths()) == 3
    (plan / "plan.yaml").unlink()
    assert sorted(tree.contents()) == list(tree.paths())[:2]
    assert tree.read(tree.paths()).keys() == tree.contents().keys()
    assert found(tree) == [("file-vanished", "plan.yaml")]


def test_folder_that_vanishes_is_a_finding(plan: Path) -> None:
    tree = FolderTree(plan)
    assert len(tree.paths()) == 3
    for path in sorted(plan.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert tree.contents() == {}
    assert [rule for rule, _ in found(tree)] == ["file-vanished"] * 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_finding(plan: Path) -> None:
    (plan / "plan.yaml").chmod(0)
    write(plan / "closed" / "x.yaml").parent.chmod(0)
    tree = FolderTree(plan)
    try:
        assert len(tree.contents()) == 2
        assert found(tree) == [("file-unreadable", "closed"), ("file-unreadable", "plan.yaml")]
    finally:
        (plan / "closed").chmod(0o700)


@pytest.mark.parametrize(("number", "why"), [(errno.EIO, "EIO"), (errno.EACCES, "EACCES")])
def test_file_that_the_system_does_not_give_is_a_finding(
    plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, why)

    tree = FolderTree(plan)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        assert tree.read(["plan.yaml"]) == tree.read(["plan.yaml"]) == {}
    (fault,) = tree.faults()
    assert (fault.rule, dict(fault.arguments)) == ("file-unreadable", {"why": why})


def test_folder_that_the_system_does_not_list_is_a_finding(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("measures/"):
            raise PermissionError(errno.EACCES, "no")
        return listed(path)

    tree = FolderTree(plan)
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refuse)
        assert tree.paths() == ("plan.yaml",)
    assert found(tree) == [("file-unreadable", "measures")]


def test_large_file_is_not_read(plan: Path) -> None:
    with (plan / "large.yaml").open("wb") as file:
        file.truncate(100 * 1024**2)
    with (plan / "limit.yaml").open("wb") as file:
        file.truncate(limits.MAX_BYTES)
    tree = FolderTree(plan)
    assert len(tree.read(["limit.yaml", "large.yaml"])["limit.yaml"]) == limits.MAX_BYTES
    (fault,) = tree.faults()
    assert (fault.rule, fault.subject.path) == ("file-too-large", "large.yaml")
    assert dict(fault.arguments)["size"] == 100 * 1024**2


def test_file_without_a_size_is_read_to_its_end() -> None:
    """Files of the system say 0 and hold more."""
    if not os.path.exists("/proc/self/status"):  # noqa: PTH110 - a path of the system
        pytest.skip("only on Linux")
    from wirctl.source.folder import _read

    assert b"Name:" in _read("/proc/self/status")


def test_folders_too_deep_are_a_finding(plan: Path) -> None:
    deep = plan.joinpath(*["d"] * (limits.MAX_FOLDERS + 1))
    write(deep / "x.yaml")
    write(deep.parent / "y.yaml")
    tree = FolderTree(plan)
    assert found(tree) == [("folders-too-deep", "/".join(["d"] * (limits.MAX_FOLDERS + 1)))]
    assert [path for path in tree.paths() if path.endswith("y.yaml")] != []


@pytest.mark.parametrize(
    ("name", "rule", "shown"),
    [
        pytest.param(b"\xfcber.yaml", "file-name-not-utf-8", "\\xfcber.yaml", id="Latin-1"),
        pytest.param("Maßnahme.yaml".encode(), "file-name-not-ascii", "Maßnahme.yaml", id="umlaut"),
        pytest.param(b"S*innen.yaml", "file-name-not-ascii", "S*innen.yaml", id="star"),
        pytest.param(b"M 1.yaml", "file-name-not-ascii", "M 1.yaml", id="space"),
        pytest.param(b"a\\b.yaml", "file-name-not-ascii", "a\\b.yaml", id="backslash"),
        pytest.param(b"a\nb.yaml", "file-name-not-ascii", "a\nb.yaml", id="line break"),
        pytest.param(b"CON.yaml", "file-name-reserved", "CON.yaml", id="device"),
        pytest.param(b"lpt1.x.yaml", "file-name-reserved", "lpt1.x.yaml", id="device with more"),
        pytest.param(b"AUX/x.yaml", "file-name-reserved", "AUX/x.yaml", id="folder"),
        pytest.param(b"a./x.yaml", "file-name-reserved", "a./x.yaml", id="dot at the end"),
        pytest.param(b"PLAN.yaml", "file-names-differ-only-in-case", "plan.yaml", id="case"),
        pytest.param(b"Measures/x.yaml", "file-names-differ-only-in-case",
                     "measures/HF-BIL/M-BIL-01.yaml", id="case of a folder"),
    ],
)  # fmt: skip
def test_name_that_not_every_system_can_hold(
    plan: Path, name: bytes, rule: str, shown: str
) -> None:
    path = os.path.join(os.fsencode(plan), name)  # noqa: PTH118 - bytes
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    with open(path, "wb"):  # noqa: PTH123
        pass
    assert found(FolderTree(plan)) == [(rule, shown)]


@pytest.mark.parametrize(
    "name", ["CONTROL.yaml", "COM.yaml", "console/x.yaml", "M-BIL-01_a.b.yaml"]
)
def test_ordinary_name_passes(plan: Path, name: str) -> None:
    write(plan / name)
    assert found(FolderTree(plan)) == []


def test_listing_does_not_depend_on_the_order_of_creation(tmp_path: Path) -> None:
    names = ["b/2.yaml", "a.yaml", "b/1.yaml", "B.yaml", "b.yaml", "c/d/e.yaml"]
    trees = []
    for label, order in (("one", names), ("two", names[::-1])):
        for name in order:
            write(tmp_path / label / name)
        trees.append(FolderTree(tmp_path / label))
    assert trees[0].paths() == trees[1].paths() == tuple(sorted(names))
    assert trees[0].faults() == trees[1].faults()
