"""Tree objects that nobody made with `git add`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import Builder
from wirctl.history.objects import Listing, Node, Oddity, node
from wirctl.history.repository import Repository
from wirctl.source.limits import MAX_FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

ID = "ab" * 20


def entry(mode: str, name: bytes, there: str = ID) -> bytes:
    return mode.encode() + b" " + name + b"\0" + bytes.fromhex(there)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        pytest.param("100644", Node(files=(("x", ID),)), id="file"),
        pytest.param("100755", Node(files=(("x", ID),)), id="program"),
        pytest.param("100664", Node(files=(("x", ID),)), id="old kind of file"),
        pytest.param("40000", Node(folders=(("x", ID),)), id="folder"),
        pytest.param("040000", Node(folders=(("x", ID),)), id="folder with a zero"),
        pytest.param("120000", Node(links=(("x", ID),)), id="link"),
        pytest.param("160000", Node(odd=(("x", Oddity.SUBMODULE),)), id="submodule"),
        pytest.param("100000", Node(odd=(("x", Oddity.MODE),)), id="no permissions"),
        pytest.param("20000", Node(odd=(("x", Oddity.MODE),)), id="device"),
        pytest.param("9" * 5000, Node(odd=(("x", Oddity.MODE),)), id="no octal number"),
    ],
)
def test_mode_tells_what_an_entry_is(mode: str, expected: Node) -> None:
    assert node(entry(mode, b"x"), 20) == expected


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(b"..", id="folder above"),
        pytest.param(b".", id="same folder"),
        pytest.param(b".git", id="git's own"),
        pytest.param(b".GIT", id="git's own, elsewhere"),
        pytest.param(b"../../etc/x.yaml", id="way out"),
        pytest.param(b"/etc/x.yaml", id="from the root"),
    ],
)
def test_name_that_writes_elsewhere_is_refused(name: bytes) -> None:
    for mode in ("100644", "40000", "120000"):
        assert node(entry(mode, name), 20) == Node(odd=((name.decode(), Oddity.NAME),))


def test_second_entry_of_a_name_is_refused() -> None:
    found = node(entry("100644", b"x") + entry("40000", b"x"), 20)
    assert found == Node(files=(("x", ID),), odd=(("x", Oddity.DOUBLE),))


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(b"100644 y\0short", id="id cut off"),
        pytest.param(b"100644 y", id="no id"),
        pytest.param(b"\0" * 30, id="nothing but zeros"),
    ],
)
def test_tree_that_is_cut_off_is_not_simply_shorter(rest: bytes) -> None:
    found = node(entry("100644", b"x") + rest, 20)
    assert found == Node(files=(("x", ID),), odd=(("", Oddity.NAME),))


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    found = node(data, 20)
    assert bool(data) == bool(found.files or found.folders or found.links or found.odd)


def listing(made: Builder, tree: str) -> Listing:
    made.commit_tree(tree)
    repository = Repository.discover(made.path)
    assert repository is not None
    with repository:
        return repository.tree(made.head)


@pytest.mark.slow
def test_few_objects_that_spell_out_billions_of_paths_are_refused(tmp_path: Path) -> None:
    made = Builder.new(tmp_path)
    tree = made.tree(("100644", b"x.yaml", made.blob(b"x")))
    for _ in range(10):
        tree = made.tree(*(("40000", b"%d" % number, tree) for number in range(10)))
    assert listing(made, tree) == Listing({}, {}, (("", Oddity.COUNT),))


def test_chain_with_short_cuts_is_refused_where_it_is_too_deep(tmp_path: Path) -> None:
    made = Builder.new(tmp_path)
    blob = made.blob(b"x")
    trees = [made.tree(("100644", b"x.yaml", blob))]
    for _ in range(MAX_FOLDERS + 4):
        trees.append(made.tree(("40000", b"d", trees[-1]), ("100644", b"x.yaml", blob)))
    root = made.tree(*(("40000", b"%02d" % place, tree) for place, tree in enumerate(trees)))
    found = listing(made, root)
    deepest = "20" + "/d" * MAX_FOLDERS
    assert {oddity for _, oddity in found.odd} == {Oddity.DEPTH}
    assert max(path.count("/") for path in found.files) == MAX_FOLDERS
    assert (deepest, Oddity.DEPTH) in found.odd


def test_folder_that_is_a_file_is_odd_and_no_crash(tmp_path: Path) -> None:
    made = Builder.new(tmp_path)
    found = listing(made, made.tree(("40000", b"goals", made.blob(b"id: Z-1\n"))))
    assert found == Listing({}, {}, (("goals/", Oddity.NAME),))
