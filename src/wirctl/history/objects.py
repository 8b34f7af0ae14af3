"""Git's tree objects as values, and what is refused in them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.source.limits import MAX_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENTRY_LIMIT = 250_000
"""Files and folders in one version. A tree may name the same sub-tree many times over, so a
few objects can spell out billions of paths; they are counted while they are walked."""

_FILE, _FOLDER, _LINK, _SUBMODULE = b"100644", b"40000", b"120000", b"160000"
_MODES = {b"100755": _FILE, b"100664": _FILE, b"040000": _FOLDER}
"""Other spellings that git takes, and the ones that it writes."""
_TREE = regex(rb"\Atree ([0-9a-f]{40,64})\n")


class Oddity(StrEnum):
    """Why an entry of a tree is neither a file nor a folder nor a link."""

    SUBMODULE = "submodule"
    MODE = "mode"
    NAME = "name"
    DOUBLE = "double"
    DEPTH = "depth"
    COUNT = "count"


@frozen
class Node:
    """One tree object: its files, links and sub-folders as (name, id), and what else it holds."""

    files: tuple[tuple[str, str], ...] = ()
    folders: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    odd: tuple[tuple[str, Oddity], ...] = ()


@frozen
class Listing:
    """Everything below a folder: path to blob id of each file and each link, and the rest."""

    files: Mapping[str, str]
    links: Mapping[str, str]
    odd: tuple[tuple[str, Oddity], ...] = ()


EMPTY = Listing({}, {})


def tree_of(commit: bytes) -> str:
    """The id of the tree that a commit object names, or the empty text."""
    match = _TREE.match(commit)
    return match[1].decode("ascii") if match else ""


def node(data: bytes, id_bytes: int) -> Node:
    """The tree object as a value. Never raises: what cannot be read is odd."""
    found: dict[bytes, list[tuple[str, str]]] = {_FILE: [], _FOLDER: [], _LINK: []}
    odd: list[tuple[str, Oddity]] = []
    seen: set[str] = set()
    for mode, name, object_id in _entries(data, id_bytes):
        oddity = Oddity.DOUBLE if name in seen else _oddity(mode, name)
        seen.add(name)
        if oddity:
            odd.append((name, oddity))
        else:
            found[mode].append((name, object_id))
    return Node(tuple(found[_FILE]), tuple(found[_FOLDER]), tuple(found[_LINK]), tuple(odd))


def _entries(data: bytes, id_bytes: int) -> Iterator[tuple[bytes, str, str]]:
    """Read `mode name NUL id`, again and again; a rest that is none of this has no name."""
    place = 0
    while (end := data.find(b"\0", place)) > place and end + id_bytes < len(data):
        mode, _, name = data[place:end].partition(b" ")
        place = end + 1 + id_bytes
        text = name.decode("utf-8", "surrogateescape")
        yield _MODES.get(mode, mode), text, data[end + 1 : place].hex()
    if place != len(data):
        yield b"", "", ""


def _oddity(mode: bytes, name: str) -> Oddity | None:
    if name in {"", ".", ".."} or name.lower() == ".git" or "/" in name:
        return Oddity.NAME
    if mode == _SUBMODULE:
        return Oddity.SUBMODULE
    return None if mode in {_FILE, _FOLDER, _LINK} else Oddity.MODE


def walk(root: str, nodes: Mapping[str, Node]) -> Listing:
    """Everything below the tree `root`; `nodes` holds the tree objects that it leads to.

    A tree of too many entries gives no files at all: half a plan is worse than none.
    """
    files: dict[str, str] = {}
    links: dict[str, str] = {}
    odd: list[tuple[str, Oddity]] = []
    pending = [("", root, 0)]
    count = 0
    while pending:
        prefix, tree, depth = pending.pop()
        if depth > MAX_FOLDERS:
            odd.append((prefix.rstrip("/"), Oddity.DEPTH))
            continue
        here = nodes[tree]
        count += sum(map(len, (here.files, here.folders, here.links, here.odd)))
        if count > ENTRY_LIMIT:
            return Listing({}, {}, (("", Oddity.COUNT),))
        files.update((prefix + name, blob) for name, blob in here.files)
        links.update((prefix + name, blob) for name, blob in here.links)
        odd += [(prefix + name, oddity) for name, oddity in here.odd]
        pending += [(f"{prefix}{name}/", child, depth + 1) for name, child in here.folders]
    return Listing(files, links, tuple(sorted(odd)))
