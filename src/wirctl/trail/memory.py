"""What was found out about a commit, kept for the next time in a folder outside the repository.

A history never changes, so the file is named by all that the answer depends on: the commit, the
place of the plan, and this program. It holds a digest of itself; one that is damaged is as good
as none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wirctl import __version__
from wirctl.core import pointer
from wirctl.edit.files import write_whole
from wirctl.resources import folder as resources
from wirctl.trail.answer import Blame, Line, Touch, Trail, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT = 1
_KEPT = 20
"""So many answers are kept, those of the last commits that were asked for."""
_PROGRAM = Path(__file__).resolve().parent.parent
_PARTS = ("core", "diff", "history", "load", "schema", "source", "trail")
_FAULTS = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


class Memory:
    """The answers that lie in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, commit: str, below: str) -> Trail | None:
        """What is known of the plan at this commit; `None` where that is nothing sound."""
        try:
            digest, _, text = self._file(commit, below).read_bytes().partition(b"\n")
            if sha256(text).hexdigest().encode() != digest:
                return None
            return _read(json.loads(text))
        except _FAULTS:
            return None

    def keep(self, found: Trail, below: str) -> None:
        """Remember an answer. Where that cannot be, it is found out anew next time."""
        data = json.dumps(_written(found), ensure_ascii=True, separators=(",", ":")).encode()
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            digest = sha256(data).hexdigest().encode()
            write_whole(self._file(found.commit, below), digest + b"\n" + data)
            self._forget()

    def _forget(self) -> None:
        files = [(path.stat().st_mtime_ns, path) for path in self._folder.glob("*.json")]
        for _, path in sorted(files)[:-_KEPT]:
            path.unlink(missing_ok=True)

    def _file(self, commit: str, below: str) -> Path:
        key = json.dumps([FORMAT, __version__, _program(), commit, below])
        return self._folder / f"{sha256(key.encode()).hexdigest()}.json"


@cache
def _program() -> Sequence[object]:
    """What tells one state of this program from another: its files by size and date."""
    code = chain.from_iterable((_PROGRAM / name).rglob("*.py") for name in _PARTS)
    files = sorted((*code, *resources("schemas").glob("*.json")), key=str)
    stats = ((path.name, path.stat()) for path in files)
    return [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]


def _written(found: Trail) -> dict[str, Any]:
    """The answer as JSON: each change once, named by its place."""
    places: dict[Touch | None, int] = {None: -1}

    def place(touch: Touch | None) -> int:
        return places.setdefault(touch, len(places) - 1)

    elements = [
        [
            *(item.id, item.kind, item.path, item.label),
            *(place(item.substantive), place(item.editorial)),
            [
                [
                    *(pointer.show(line.pointer), line.sentence, line.text),
                    *(place(line.substantive), place(line.editorial)),
                ]
                for line in item.lines
            ],
        ]
        for item in found.elements.values()
    ]
    touches = [
        [item.commit, item.date, item.id, item.round, item.body, item.outcome, item.paper]
        for item in places
        if item is not None
    ]
    return {
        "commit": found.commit,
        "language": found.language,
        "bodies": dict(found.bodies),
        "unread": [[item.path, item.commit] for item in found.unread],
        "touches": touches,
        "elements": elements,
    }


def _read(data: dict[str, Any]) -> Trail:
    touches: list[Touch | None] = [*(Touch(*item) for item in data["touches"]), None]
    return Trail(
        commit=data["commit"],
        language=data["language"],
        elements={item[0]: _element(item, touches) for item in data["elements"]},
        bodies=data["bodies"],
        unread=tuple(Unread(*item) for item in data["unread"]),
    )


def _element(item: list[Any], touches: Sequence[Touch | None]) -> Blame:
    id, kind, path, label, substantive, editorial, lines = item
    last = (touches[substantive], touches[editorial])
    return Blame(id, kind, path, label, *last, tuple(_lines(lines, touches)))


def _lines(lines: Iterable[list[Any]], touches: Sequence[Touch | None]) -> Iterable[Line]:
    for at, sentence, text, substantive, editorial in lines:
        yield Line(pointer.read(at), sentence, text, touches[substantive], touches[editorial])
