"""Whether an output is still that of its inputs, so that nothing needs to be written again."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Request
    from wirctl.history.version import Versions


def digest_of_inputs(place: Place, request: Request) -> str:
    """The digest of all that a document is made of: files, history, templates, words, program.

    Raises:
        Problem: the version cannot be had.
    """
    from wirctl.history.version import Versions

    with Versions(place.plan) as versions:
        said = _inputs(versions, place, request)
    return sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


def _inputs(versions: Versions, place: Place, request: Request) -> list[object]:
    from wirctl.cli.rendering import closed_before, version_of
    from wirctl.render.provenance import digests

    found = versions.find(request.at or "WORKTREE")
    version = version_of(versions, found)
    rounds = [(item.round_id, item.commit) for item in closed_before(versions, found, version)]
    own = [place.config.folder(key) for key in ("templates", "theme")]
    lasting = replace(request, at=version.round or version.commit or request.at)
    return [
        program(),
        asdict(lasting),
        asdict(version),
        rounds,
        sorted(found.tree.contents().items()),
        [list(digests(folder)) for folder in own if folder is not None],
    ]


@cache
def program() -> str:
    """The digest of the program with its templates, words and schemas, the same on any machine.

    It is part of what is published, so it goes by content. What only stays on this machine may
    go by sizes and dates, which takes a tenth of the time (`trail.memory`).
    """
    import wirctl
    from wirctl.render.provenance import digests
    from wirctl.resources import folder

    top = Path(wirctl.__file__).parent
    code = [
        (path.relative_to(top).as_posix(), sha256(path.read_bytes()).hexdigest())
        for path in sorted(top.rglob("*.py"))
    ]
    names = ("templates", "locale", "schemas")
    said = [wirctl.__version__, code, [list(digests(folder(name))) for name in names]]
    return sha256(json.dumps(said).encode()).hexdigest()


def is_current(output: Path, inputs: str) -> bool:
    """Whether the folder holds what these inputs give, each file as it was written."""
    from wirctl.core.value import record_of, text_of
    from wirctl.render.output import files_named, read_manifest

    said = read_manifest(output) if output.is_dir() and not output.is_symlink() else None
    if said is None or text_of(record_of(said.get("provenance")).get("inputs")) != inputs:
        return False
    return all(_is_same(output / path, digest) for path, digest in files_named(said).items())


def _is_same(path: Path, digest: str) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    return sha256(path.read_bytes()).hexdigest() == digest
