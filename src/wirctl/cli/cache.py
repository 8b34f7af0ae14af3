"""Where what was found out once is kept for the next time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.value import Record
    from wirctl.render.pages.ledger import Compiled


def cache_folder(environment: Mapping[str, str], name: str) -> Path:
    """Where this user's answers of one sort are kept: below XDG_CACHE_HOME, else `~/.cache`.

    The specification wants relative paths to be ignored.
    https://specifications.freedesktop.org/basedir-spec/latest/
    """
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "wirctl" / name


def compiled_templates(environment: Mapping[str, str]) -> Compiled:
    """Where templates lie as this very program, jinja2 and Python compiled them."""
    from importlib.metadata import version
    from importlib.util import MAGIC_NUMBER

    from wirctl.cli.inputs import program
    from wirctl.render.pages.ledger import Compiled

    names = (program(), version("jinja2"), MAGIC_NUMBER.hex())
    return Compiled(cache_folder(environment, "templates"), " ".join(names))


class Kept:
    """Plain data in a file of the cache. One that is damaged is as good as none.

    The name of the file is the digest of all that the data depends on. Of those in one folder,
    the `most` that were written last stay.
    """

    def __init__(self, folder: Path, depends_on: object, most: int) -> None:
        from hashlib import sha256

        self._file = folder / f"{sha256(_text(depends_on)).hexdigest()}.json"
        self._most = most

    def read(self) -> Record:
        """What was kept; empty where there is nothing, or nothing that can be read."""
        import json

        from wirctl.core.value import record_of
        from wirctl.edit.sealed import unsealed

        text = unsealed(self._file)
        try:
            return record_of(json.loads(text)) if text is not None else {}
        except (ValueError, RecursionError):
            return {}

    def write(self, said: Mapping[str, object]) -> None:
        """Keep this. Where that cannot be, it is found out anew the next time."""
        from wirctl.edit.sealed import write_sealed

        write_sealed(self._file, _text(said), most=self._most)


def _text(said: object) -> bytes:
    import json

    return json.dumps(said, separators=(",", ":")).encode("utf-8", "surrogatepass")
