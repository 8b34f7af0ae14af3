"""What the pages of a site were made from, kept for the next time in a folder outside the project.

It is named by all that a page depends on besides the view: the folder of the output, the request,
the templates, and this program. It holds a digest of itself; one that is damaged is as good as
none, and costs the time of writing every page.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.core.value import record_of

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Request
    from wirctl.core.value import Record
    from wirctl.render.pages.ledger import Ledger

_KEPT = 20
"""So many sites are remembered, those that were written last."""
_LIBRARIES = ("jinja2", "markupsafe", "nh3")


class Shelved:
    """The ledger of one output folder."""

    def __init__(self, file: Path, output: Path) -> None:
        self._file = file
        self._output = output

    def ledger(self) -> Ledger:
        """What is known of the pages in the folder."""
        from wirctl.render.pages.ledger import Ledger, chapters_of

        return Ledger(self._page, chapters_of(self._read()))

    def _page(self, path: str) -> bytes | None:
        file = self._output / path
        try:
            return file.read_bytes() if file.is_file() and not file.is_symlink() else None
        except OSError:
            return None

    def _read(self) -> Record:
        try:
            digest, _, text = self._file.read_bytes().partition(b"\n")
            if sha256(text).hexdigest().encode() != digest:
                return {}
            return record_of(json.loads(text))
        except (OSError, ValueError, RecursionError):
            return {}

    def keep(self, ledger: Ledger) -> None:
        """Remember it. Where that cannot be, every page is written anew next time."""
        from wirctl.edit.files import write_whole

        text = json.dumps(ledger.record(), separators=(",", ":")).encode()
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._file, sha256(text).hexdigest().encode() + b"\n" + text)
            files = [(path.stat().st_mtime_ns, path) for path in self._file.parent.glob("*.json")]
            for _, path in sorted(files)[:-_KEPT]:
                path.unlink(missing_ok=True)


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
    key = sha256(json.dumps(said).encode("utf-8", "surrogatepass")).hexdigest()
    return Shelved(cache / f"{key}.json", output)
