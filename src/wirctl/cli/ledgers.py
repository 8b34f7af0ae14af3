"""What a document was made from, kept for the next time in a folder outside the project.

The pages of a site are named by all that a page depends on besides the view: the folder of the
output, the request, the templates, and this program. The elements of a plan are named by its
folder, the version asked for and this program; each holds what it was made from itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.cli.cache import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Request
    from wirctl.render.memory import Memory
    from wirctl.render.pages.ledger import Ledger

_MOST = 20
"""So many sites, and so many plans, are remembered."""
_LIBRARIES = ("jinja2", "markupsafe", "nh3")


class Shelved:
    """The ledger of one output folder."""

    def __init__(self, kept: Kept, output: Path) -> None:
        self._kept = kept
        self._output = output

    def ledger(self) -> Ledger:
        """What is known of the pages in the folder."""
        from wirctl.render.pages.ledger import Ledger, chapters_of

        return Ledger(self._page, chapters_of(self._kept.read()))

    def _page(self, path: str) -> bytes | None:
        file = self._output / path
        try:
            return file.read_bytes() if file.is_file() and not file.is_symlink() else None
        except OSError:
            return None

    def keep(self, ledger: Ledger) -> None:
        """Remember it. Where that cannot be, every page is written anew next time."""
        if ledger.now:
            self._kept.write(ledger.record())


def shelved(place: Place, request: Request, output: Path, cache: Path) -> Shelved:
    """The ledger of what this request writes into this folder; `cache` holds all of them."""
    from dataclasses import asdict
    from importlib.metadata import version

    from wirctl.cli.inputs import program
    from wirctl.render.provenance import digests

    own = [place.config.folder(key) for key in ("templates", "theme")]
    said = [
        program(),
        [version(name) for name in _LIBRARIES],
        asdict(request) | {"at": ""},
        [list(digests(folder)) for folder in own if folder is not None],
        str(output.resolve()),
    ]
    return Shelved(Kept(cache, said, _MOST), output)


class Recorded:
    """What came of the elements of one plan."""

    def __init__(self, place: Place, at: str, cache: Path) -> None:
        from wirctl.cli.inputs import program

        self._kept = Kept(cache, [program(), str(place.plan.resolve()), at], _MOST)

    def memory(self) -> Memory:
        """What is known of the elements."""
        from wirctl.render.memory import memory_of

        return memory_of(self._kept.read())

    def keep(self, memory: Memory) -> None:
        """Remember it. Where that cannot be, every element is converted anew next time."""
        if memory.is_new:
            self._kept.write(memory.record())
