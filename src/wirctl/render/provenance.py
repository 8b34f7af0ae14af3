"""Where a document comes from: enough to make the same bytes again, and to see that they are."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.render.labels import Labels
    from wirctl.render.model.site import Site


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a document says about how it was made; it goes into every output.

    `plan` is the id of the plan, `version` what people call the version, `time` the moment of
    its commit. `wirctl` is the version of the program, `model` the digest of all that the
    document shows, `templates` that of the templates and words that it shows it with.
    """

    plan: str = ""
    version: str = ""
    round: str = ""
    commit: str = ""
    time: str = ""
    draft: bool = False
    format: str = ""
    language: str = ""
    wirctl: str = ""
    model: str = ""
    templates: str = ""

    def record(self) -> dict[str, object]:
        """The same as plain data."""
        return asdict(self)


UNKNOWN = Provenance()
"""Of a document that nobody asks where it comes from."""


def provenance_of(
    site: Site,
    format: str,
    labels: Labels,
    templates: Sequence[Path] = (),
    digests: Mapping[str, str] | None = None,
) -> Provenance:
    """Where a document of this view comes from.

    `templates` are the project's own folders, `digests` those of its elements, if known.
    """
    from wirctl import __version__
    from wirctl.render.digest import digest_of_view

    version = site.version
    plan = next((item.id for item in site.items.values() if item.kind == "plan"), "")
    return Provenance(
        plan=plan,
        version=version.label,
        round=version.round,
        commit=version.commit,
        time=version.time,
        draft=version.is_draft,
        format=format,
        language=labels.language,
        wirctl=__version__,
        model=digest_of_view(site, digests),
        templates=_templates(tuple(templates), labels.language),
    )


def _templates(own: tuple[Path, ...], language: str) -> str:
    """The digest of the project's templates and of ours, and of the words of the language."""
    found = sha256()
    for place in own:
        for line in digests(place):
            found.update(f"{line}\n".encode())
    found.update(_built_in(language).encode())
    return found.hexdigest()


@cache
def _built_in(language: str) -> str:
    """The digest of what comes with wirctl; it does not change while the program runs."""
    from wirctl.resources import folder

    words = sha256((folder("locale") / f"{language}.yaml").read_bytes()).hexdigest()
    return "\n".join([*digests(folder("templates")), words])


def digests(folder: Path) -> Iterator[str]:
    """A line for each file below the folder, sorted by path: digest and path."""
    files = [
        Path(top) / name for top, _, names in os.walk(folder) for name in names if name[0] != "."
    ]
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            digest = sha256(path.read_bytes()).hexdigest()
            yield f"{digest}  {path.relative_to(folder).as_posix()}"
