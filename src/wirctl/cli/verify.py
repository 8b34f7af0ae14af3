"""`wirctl verify`: render again what a folder says it holds, and compare."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import elements
from wirctl.cli.option import Argument, Option
from wirctl.cli.render import formats, label_languages
from wirctl.cli.shared_options import AtOption, ConfigOption, PlanOption, TextOrJson
from wirctl.core.problem import Problem
from wirctl.core.regex import regex
from wirctl.core.value import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.cli.lone_file import Said
    from wirctl.cli.place import Place
    from wirctl.cli.rendering import Rendered, Request
    from wirctl.cli.words import Speech
    from wirctl.core.value import Record
    from wirctl.render.registry import Wanted
    from wirctl.render.verification import Deviation

_MOST_TRIED = 8
_COMMIT = regex(r"[0-9a-f]{40}|[0-9a-f]{64}")


class NothingToVerifyError(Problem):
    """No folder there with a manifest of ours."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class UnusableManifestError(NothingToVerifyError):
    """A manifest that does not say how the folder was made, or not in a way that we know."""


class DraftNotVerifiableError(NothingToVerifyError):
    """A draft was made of files that nobody has committed: it cannot be made again."""


class SaidAlreadyError(NothingToVerifyError):
    """Somebody says how an output was asked for, and its manifest says it too."""


class CommitNotHereError(Problem):
    """The commit that the folder was made from is not in this repository."""

    def __init__(self, commit: str) -> None:
        super().__init__(commit)
        self.commit = commit
        self.command = "git fetch --all --tags --unshallow"


class OtherPlanError(Problem):
    """The folder shows another plan than the one here."""

    def __init__(self, there: str, here: str) -> None:
        super().__init__(there, here)
        self.there = there
        self.here = here


class RoundMovedError(Problem):
    """The round is closed by another commit today than when the folder was made."""

    def __init__(self, round: str, then: str, now: str) -> None:
        super().__init__(round, then, now)
        self.round = round
        self.then = then[:10]
        self.now = now[:10]


def verify(
    path: Annotated[str, Argument("PATH")],
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: TextOrJson = "text",
    at: AtOption = "",
    lang: Annotated[str, Option("--lang", "LANG", hints=label_languages)] = "",
    rounds: Annotated[str, Option("--rounds", "IDS")] = "",
    downloads: Annotated[str, Option("--downloads", "FORMAT", hints=formats)] = "",
    only: Annotated[str, Option("--only", "ID", hints=elements)] = "",
) -> int:
    """Render again what a folder says it holds, and say whether it is the same."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.lone_file import Said
    from wirctl.cli.place import find_place
    from wirctl.cli.printing import put
    from wirctl.cli.progress import waiting
    from wirctl.cli.words import speech
    from wirctl.render.output import files_named, read_manifest
    from wirctl.render.verification import deviations, folder_of

    asked = Said(at, lang, rounds, downloads, only)
    folder = folder_of(Path(path)) if Path(path).exists() else None
    said = read_manifest(folder) if folder is not None else None
    if Path(path).is_file() and said is None:
        return _alone(find_place(plan, config), Path(path), asked, format)
    if folder is None or said is None:
        raise NothingToVerifyError(path)
    if asked != Said():
        raise SaidAlreadyError(path)
    place = find_place(plan, config)
    with waiting("progress.verify"):
        chosen = _chosen(folder, Path(path))
        made = _again(place, said, path, _wanted(chosen))
        every = deviations(folder, said, made.files, made.provenance)
    found = tuple(item for item in every if _is_in(item.path, chosen))
    if format == "json":
        put([_json(found, said, made.provenance)])
    else:
        count = sum(_is_in(name, chosen) for name in files_named(said))
        put(_lines(found, count, said, made.provenance, speech()))
    return Exit.FINDINGS if found else Exit.CLEAN


def _alone(place: Place, path: Path, asked: Said, format: str) -> int:
    """The same for a document that was taken out of its folder."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.lone_file import compared
    from wirctl.cli.printing import put
    from wirctl.cli.progress import waiting
    from wirctl.cli.words import speech
    from wirctl.render.verification import Deviation, Outcome

    with waiting("progress.verify"):
        found = compared(place, path, asked)
    origin = {"version": found.version, "commit": found.commit}
    said: Record = {"provenance": origin, "files": [{"path": path.name, "sha256": ""}]}
    made = found.provenance
    other = () if made is not None else (Deviation(path.name, Outcome.UNLIKE),)
    if format == "json":
        put([_json(other, said, made or {})])
    else:
        put(_lines(other, 1, said, {}, speech()))
        put(_tried(path, found.tried, speech()) if other else ())
    return Exit.FINDINGS if other else Exit.CLEAN


def _tried(path: Path, tried: Sequence[Request], say: Speech) -> Iterator[str]:
    """The commands whose files this is not, and what to say where it was made by another."""
    from shlex import quote

    from wirctl.report.visible import visible

    if tried:
        yield say("verify.tried")
    for request in tried[:_MOST_TRIED]:
        words = [request.format]
        for name in ("at", "lang", "rounds", "downloads", "only"):
            value = getattr(request, name)
            words += [f"--{name}", quote(value)] if value else []
        yield visible(f"  wirctl render {' '.join(words)}")
    if tried[_MOST_TRIED:]:
        yield "  …"
    yield say("verify.say", path=visible(path.name))


def _chosen(folder: Path, path: Path) -> str:
    """The file or folder in an output that was named; nothing for all of it or its manifest."""
    from wirctl.render.output import MANIFEST

    named = path.resolve().relative_to(folder).as_posix()
    return "" if named in {".", MANIFEST} else named


def _is_in(path: str, chosen: str) -> bool:
    return not chosen or f"{path}/".startswith(f"{chosen}/")


def _wanted(chosen: str) -> Wanted | None:
    """What has to be made again to judge this; all of it, where one cannot do without."""
    from wirctl.render.output import SUMS

    if chosen in {"", SUMS}:
        return None
    return lambda path, _: _is_in(path, chosen) or _is_in(chosen, path)


def _again(place: Place, said: Record, path: str, wanted: Wanted | None) -> Rendered:
    """The document as the manifest says it was made, as much of it as is wanted.

    Raises:
        Problem: it cannot be made again, and why.
    """
    from wirctl.cli.rendering import rendered, rendered_in_part, view_at
    from wirctl.history.errors import UnknownRevisionError
    from wirctl.history.version import Versions
    from wirctl.render.memory import Memory
    from wirctl.render.verification import said_in

    request, commit = _request(said, path), said_in(said, "provenance", "commit")
    with Versions(place.plan) as versions:
        repository = versions.repository
        if repository is None or repository.commit(commit) != commit:
            raise CommitNotHereError(commit)
        try:
            now = versions.find(request.at).commit
        except UnknownRevisionError:
            now = ""
    if now != commit:
        raise RoundMovedError(request.at, commit, now)
    memory = Memory()
    view = view_at(place, request.at, memory)
    if view.site is None:
        raise UnusableManifestError(path)
    if wanted is None:
        made = rendered(place, view.site, request, memory=memory)
    else:
        made = rendered_in_part(place, view.site, request, wanted, memory)
    there, here = said_in(said, "provenance", "plan"), str(made.provenance["plan"])
    if there != here:
        raise OtherPlanError(there, here)
    return made


def _request(said: Record, path: str) -> Request:
    """What was asked for when the folder was made.

    Raises:
        UnusableManifestError: the manifest does not say it, or says something else.
        DraftNotVerifiableError: it was not made from a commit.
    """
    from wirctl.cli.rendering import Request
    from wirctl.render.output import FORMAT
    from wirctl.render.verification import said_in

    provenance = record_of(said.get("provenance"))
    asked = record_of(provenance.get("request"))
    known = {item.name for item in fields(Request)}
    if said.get("version") != FORMAT or not asked or asked.keys() - known:
        raise UnusableManifestError(path)
    if not all(isinstance(value, str) for value in asked.values()):
        raise UnusableManifestError(path)
    if provenance.get("draft") is not False:
        raise DraftNotVerifiableError(path)
    request = replace(Request(""), **{name: str(value) for name, value in asked.items()})
    commit, round = (said_in(said, "provenance", name) for name in ("commit", "round"))
    if not _COMMIT.fullmatch(commit) or request.at != (round or commit):
        raise UnusableManifestError(path)
    return request


def _lines(
    found: Sequence[Deviation],
    looked_at: int,
    said: Record,
    record: Mapping[str, object],
    say: Speech,
) -> Iterator[str]:
    """Each file that deviates, then the verdict, then what may explain it."""
    from wirctl.render.verification import said_in
    from wirctl.report.visible import visible

    for item in found:
        yield f"{visible(item.path)}: {say(f'verify.outcomes.{item.outcome}')}"
    count = len(found) or looked_at
    version = visible(said_in(said, "provenance", "version"))
    commit = said_in(said, "provenance", "commit")[:10]
    name = "verify.differs" if found else "verify.equal"
    yield say.count(name, count, version=version, commit=commit)
    for name in ("wirctl", "templates", "model"):
        then, now = said_in(said, "provenance", name), str(record.get(name, ""))
        if then != now:
            yield say(f"verify.other.{name}", then=visible(then), now=now)


def _json(found: Sequence[Deviation], said: Record, record: Mapping[str, object]) -> str:
    import json

    made = {
        "version": 1,
        "equal": not found,
        "files": [{"path": item.path, "outcome": str(item.outcome)} for item in found],
        "then": said.get("provenance"),
        "now": record,
    }
    return json.dumps(made, ensure_ascii=False, indent=2)
