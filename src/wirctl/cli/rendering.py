"""A document from what was asked for: what `render` writes, and `verify` makes once more."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from wirctl.cli.day import set_moment
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.cli.config import Config
    from wirctl.cli.place import Place
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.history.rounds import RoundVersion
    from wirctl.history.version import Version as Found
    from wirctl.history.version import Versions
    from wirctl.load import Loaded
    from wirctl.render.memory import Memory
    from wirctl.render.model.site import Site
    from wirctl.render.model.version import Version
    from wirctl.render.pages.ledger import Ledger
    from wirctl.render.registry import Files, Wanted
    from wirctl.render.writing import More

ALL = "all"
"""In place of ids: every closed round."""

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


SETTINGS = ("url", "source", "publisher", "contributor")
"""What of the settings a document depends on."""


_FIRST = 3
"""Of more errors than these, only the first are told where a document is asked for."""


class PlanHasErrorsError(Problem):
    """A plan that cannot be published, because it has errors; `first` are a few, by place."""

    def __init__(self, count: int, at: str, first: str) -> None:
        super().__init__(count)
        self.count = count
        self.first = first
        self.command = f"wirctl validate --at {at}" if at else "wirctl validate"

    @classmethod
    def of(
        cls, errors: Sequence[Diagnostic], loaded: Loaded, place: Place, at: str
    ) -> PlanHasErrorsError:
        """The refusal of a plan with these errors."""
        from wirctl.cli.checking import plan_language
        from wirctl.cli.words import speech
        from wirctl.report.finding import findings

        language = speech(plan_language(loaded)).language
        found = findings(errors, loaded, place.shown, language)
        lines = [
            f"{one.path}:{one.span.line}:{one.span.column}: {one.text}" for one in found[:_FIRST]
        ]
        return cls(len(errors), at, "\n".join(lines))


class RoundStillOpenError(Problem):
    """A round that is open has no version yet, and the files differ from what is committed."""

    def __init__(self, round: str) -> None:
        super().__init__(round)
        self.round = round


class NoSuchRoundError(Problem):
    """A round that is to be kept beside the site, and that was never closed."""

    def __init__(self, round: str, near: str) -> None:
        super().__init__(round)
        self.round = round
        self.near = near


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, in full: the same request of the same commit gives the same bytes.

    Each field is noted in the manifest under its name, and `verify` reads it from there. A web
    site may have several languages in `lang`, closed rounds to be kept beside it in `rounds`,
    and formats to take away in `downloads`, each list with commas.
    """

    format: str
    lang: str = "de"
    at: str = ""
    url: str = ""
    rounds: str = ""
    downloads: str = ""
    only: str = ""
    source: str = ""
    publisher: str = ""
    contributor: str = ""

    @classmethod
    def of(cls, config: Config, format: str, lang: str, at: str) -> Request:
        """What is asked for with these settings."""
        known = {name: str(getattr(config, name)) for name in SETTINGS}
        return cls(format, lang, at, **known)


@dataclass(frozen=True, slots=True)
class View:
    """The plan at a version, or what in its texts cannot be published as it is.

    `at` names the version in a way that lasts: its round, else its commit.
    """

    at: str
    loaded: Loaded
    faults: tuple[Diagnostic, ...]
    site: Site | None


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a document, path to bytes, and what its manifest says of how it was made.

    `faults` is what the writer found in texts of the plan.
    """

    files: Files
    provenance: Mapping[str, object]
    faults: tuple[Diagnostic, ...] = ()


def view_at(place: Place, at: str, memory: Memory | None = None) -> View:
    """The plan at a version, as documents show it; what the `memory` knows is not worked out.

    Raises:
        PlanHasErrorsError: the plan cannot be published.
        Problem: the version cannot be had.
    """
    from wirctl.cli.editions import closings, since
    from wirctl.core.severity import Severity
    from wirctl.history.version import Versions
    from wirctl.load import load
    from wirctl.render.build import build
    from wirctl.render.compared import Compared

    with Versions(place.plan) as versions:
        found = versions.find(at or "WORKTREE")
        loaded = load(found.tree)
        errors = [item for item in loaded.diagnostics if item.severity is Severity.ERROR]
        if errors:
            raise PlanHasErrorsError.of(errors, loaded, place, at)
        version = version_of(versions, found)
        rounds = closed_before(versions, found, version)
        compared = memory.compared if memory is not None else Compared()
        before = tuple(closings(versions, loaded.plan, rounds, compared))
        last = since(versions, found, _earlier(version, rounds), compared)
        built = build(loaded.plan, loaded.kinds, version, last, before, memory)
    stops = any(item.severity is Severity.ERROR for item in built.faults)
    lasting = version.round or version.commit or at
    return View(lasting, loaded, built.faults, None if stops else built.site)


def rendered(
    place: Place,
    site: Site,
    request: Request,
    ledger: Ledger | None = None,
    memory: Memory | None = None,
    inputs: str = "",
) -> Rendered:
    """The document that the request asks for.

    The `ledger` knows which pages need not be made, the `memory` what came of elements; `inputs`
    is the digest of all that the document is made of, where it was taken already.

    Raises:
        Problem: the format, a language, a round or the address cannot be had.
    """
    from wirctl.render.memory import Memory

    more = replace(_more(place, site, request, memory or Memory()), ledger=ledger)
    return _made(place, site, request, more, inputs)


def rendered_in_part(
    place: Place, site: Site, request: Request, wanted: Wanted, memory: Memory
) -> Rendered:
    """The files of that document that are wanted, just as they are in it; there may be others.

    Raises:
        Problem: the format, a language, a round or the address cannot be had.
    """
    more = replace(_more(place, site, request, memory), wanted=wanted)
    return _made(place, site, request, more)


def _more(place: Place, site: Site, request: Request, memory: Memory) -> More:
    from wirctl.render.writing import More

    return More(
        languages=words(request.lang)[1:],
        frozen=tuple(_frozen(place, site, words(request.rounds), memory)),
        formats=words(request.downloads),
        only=request.only,
        source=request.source,
        publisher=request.publisher,
        contributor=request.contributor,
    )


def _made(place: Place, site: Site, request: Request, more: More, inputs: str = "") -> Rendered:
    from wirctl.cli.inputs import digest_of_inputs
    from wirctl.render.writing import document

    folders = (place.config.folder("templates"), place.config.folder("theme"))
    own = tuple(folder for folder in folders if folder is not None)
    first = next(iter(words(request.lang)), "de")
    made = document(site, request.format, first, own, request.url, more)
    said = {**made.provenance.record(), "request": asdict(request)}
    noted = {**said, "inputs": inputs or digest_of_inputs(place, request)}
    return Rendered(made.files, noted, made.faults)


def words(text: str) -> tuple[str, ...]:
    """The parts of a list with commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _frozen(place: Place, site: Site, rounds: Sequence[str], memory: Memory) -> Iterator[Site]:
    """The views of closed rounds that are to be kept beside another, oldest first.

    Raises:
        NoSuchRoundError: one is not among the rounds closed before this version.
    """
    closed = [edition.round.id for edition in site.editions]
    for name in rounds:
        if name not in closed and name != ALL:
            raise NoSuchRoundError(name, nearest(name, closed))
    for name in closed:
        if name in rounds or ALL in rounds:
            view = view_at(place, name, memory).site
            if view is not None:
                yield view


def version_of(versions: Versions, found: Found) -> Version:
    """What the document says of its version.

    A round has its own day, a commit the day of the commit, a work tree that differs from
    what is committed today; `SOURCE_DATE_EPOCH` replaces today.

    Raises:
        RoundStillOpenError: of an open round there is only what lies in the folder.
    """
    from wirctl.history.version import VersionKind
    from wirctl.render.model.version import Version

    repository = versions.repository
    closed = next((item for item in versions.rounds if item.round_id == found.name), None)
    if found.kind is VersionKind.ROUND and closed is not None and repository is not None:
        day = closed.closed_on or closed.date
        made = _moment(repository.seconds(found.commit))
        return Version(found.name, day, found.commit, found.name, time=made)
    commit = found.commit or _unchanged(versions, found)
    if commit and repository is not None:
        made = _moment(repository.seconds(commit))
        return Version(commit[:10], repository.day(commit), commit, time=made)
    if found.kind is VersionKind.ROUND:
        raise RoundStillOpenError(found.name)
    moment = set_moment() or datetime.combine(date.today(), time(), UTC)
    return Version(
        found.tree.label, moment.date().isoformat(), is_draft=True, time=moment.strftime(_MOMENT)
    )


def _unchanged(versions: Versions, found: Found) -> str:
    """The commit that is checked out, if the plan's folder says just what is in it."""
    from wirctl.history.version import VersionKind

    repository = versions.repository
    is_commit = found.kind is VersionKind.REVISION or found.kind is VersionKind.FOLDER
    if is_commit or repository is None or repository.head is None:
        return ""
    committed = versions.find(repository.head).tree.contents()
    return repository.head if committed == found.tree.contents() else ""


def _moment(seconds: int) -> str:
    """A moment as documents write it, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime(_MOMENT)


def closed_before(versions: Versions, found: Found, version: Version) -> tuple[RoundVersion, ...]:
    """The closed rounds in the history of the version, whatever is checked out."""
    from wirctl.history.rounds import versions as closed_in

    repository = versions.repository
    head = version.commit or (repository.head if repository is not None else None)
    if repository is None or not head:
        return ()
    return closed_in(repository, head, found.below or repository.below(versions.plan_root))


def _earlier(version: Version, rounds: Sequence[RoundVersion]) -> tuple[RoundVersion, ...]:
    """Those of the rounds that were closed before the version."""
    names = [item.round_id for item in rounds]
    if version.round in names:
        rounds = rounds[: names.index(version.round)]
    return tuple(item for item in rounds if item.commit != version.commit or version.round)
