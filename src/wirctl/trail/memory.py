"""What was found out about a commit, kept for the next time in a folder outside the repository.

A history never changes, so the file is named by all that the answer depends on: the commit, the
place of the plan, and this program. It holds a digest of itself; one that is damaged is as good
as none.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl import __version__
from wirctl.edit.sealed import unsealed, write_sealed
from wirctl.resources import folder as resources
from wirctl.trail.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT = 2
_KEPT = 20
"""So many answers are kept, those of the last commits that were asked for."""
_PROGRAM = Path(__file__).resolve().parent.parent
_PARTS = ("core", "diff", "history", "load", "schema", "source", "trail")


class Memory:
    """The answers that lie in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, commit: str, below: str) -> Answer | None:
        """What is known of the plan at this commit; `None` where that is nothing sound."""
        data = unsealed(self._file(commit, below))
        if data is None:
            return None
        rest, _, text = data.decode("utf-8", "surrogatepass").partition("\n")
        return Answer(text, rest)

    def keep(self, answer: Answer, commit: str, below: str) -> None:
        """Remember an answer. Where that cannot be, it is found out anew next time."""
        data = f"{answer.rest}\n{answer.text}".encode("utf-8", "surrogatepass")
        write_sealed(self._file(commit, below), data, most=_KEPT)

    def _file(self, commit: str, below: str) -> Path:
        key = json.dumps([FORMAT, __version__, _program(), commit, below])
        return self._folder / f"{sha256(key.encode()).hexdigest()}.json"


@cache
def _program() -> Sequence[object]:
    """What tells one state of this program from another: its files by size and date.

    That does for what stays on this machine, and costs a tenth of reading them. What is published
    has to be the same everywhere and goes by their content (`cli.inputs`).
    """
    code = chain.from_iterable((_PROGRAM / name).rglob("*.py") for name in _PARTS)
    files = sorted((*code, *resources("schemas").glob("*.json")), key=str)
    stats = ((path.name, path.stat()) for path in files)
    return [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
