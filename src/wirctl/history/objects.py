"""Git's tree objects as values, and what is refused in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEPTH_LIMIT = 32
"""Folders inside folders."""
ENTRY_LIMIT = 250_000
"""Files and folders in one version. A tree may name the same sub-tree many times over, so a
few objects can spell out billions of paths; they are counted while they are walked."""

_FOLDER = b"40000"
_FILES = frozenset({b"100644", b"100755", b"100664"})
_TREE = re.compile(rb"\Atree ([0-9a-f]{40,64})\n")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff]")


class Oddity(StrEnum):
    """Why an entry of a tree is no file of a plan."""

    LINK = "link"
    SUBMODULE = "submodule"
    MODE = "mode"
    NAME = "name"
    DOUBLE = "double"
    DEPTH = "depth"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Node:
    """One tree object: its files and sub-folders as (name, id), and what it should not hold."""

    files: tuple[tuple[str, str], ...] = ()
    folders: tuple[tuple[str, str], ...] = ()
    odd: tuple[tuple[str, Oddity], ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Every regular file below a folder by path, and the entries that are none."""

    files: Mapping[str, str]
    odd: tuple[tuple[str, Oddity], ...] = ()


def tree_of(commit: bytes) -> str:
    """The id of the tree that a commit object names, or the empty text."""
    match = _TREE.match(commit)
    return match[1].decode("ascii") if match else ""


def node(data: bytes, id_bytes: int) -> Node:
    """The tree object as a value. Never raises: what cannot be read on is left out as odd."""
    files: list[tuple[str, str]] = []
    folders: list[tuple[str, str]] = []
    odd: list[tuple[str, Oddity]] = []
    seen: set[str] = set()
    for mode, name, object_id in _entries(data, id_bytes):
        oddity = Oddity.DOUBLE if name in seen else _oddity(mode, name)
        seen.add(name)
        if oddity:
            odd.append((name, oddity))
        else:
            (folders if mode == _FOLDER else files).append((name, object_id))
    return Node(tuple(files), tuple(folders), tuple(odd))


def _entries(data: bytes, id_bytes: int) -> Iterator[tuple[bytes, str, str]]:
    """Read `mode name NUL id`, again and again."""
    place = 0
    while (end := data.find(b"\0", place)) > 0:
        mode, _, name = data[place:end].partition(b" ")
        place = end + 1 + id_bytes
        text = name.decode("utf-8", "surrogateescape")
        yield mode.lstrip(b"0"), text, data[end + 1 : place].hex()


def _oddity(mode: bytes, name: str) -> Oddity | None:
    if name in {"", ".", ".."} or name.lower() == ".git" or _UNSAFE.search(name):
        return Oddity.NAME
    if mode == _FOLDER or mode in _FILES:
        return None
    return {b"120000": Oddity.LINK, b"160000": Oddity.SUBMODULE}.get(mode, Oddity.MODE)


def walk(root: str, nodes: Mapping[str, Node]) -> Listing:
    """Every file below the tree `root`; `nodes` holds all tree objects that it leads to.

    A tree of too many entries gives no files at all: half a plan is worse than none.
    """
    files: dict[str, str] = {}
    odd: list[tuple[str, Oddity]] = []
    pending = [("", root, 0)]
    count = 0
    while pending:
        prefix, tree, depth = pending.pop()
        if depth > DEPTH_LIMIT or tree not in nodes:
            odd.append((prefix.rstrip("/"), Oddity.DEPTH))
            continue
        here = nodes[tree]
        count += len(here.files) + len(here.folders) + len(here.odd)
        if count > ENTRY_LIMIT:
            return Listing({}, (("", Oddity.COUNT),))
        files.update((prefix + name, object_id) for name, object_id in here.files)
        odd += [(prefix + name, oddity) for name, oddity in here.odd]
        pending += [(f"{prefix}{name}/", child, depth + 1) for name, child in here.folders]
    return Listing(files, tuple(sorted(odd)))
