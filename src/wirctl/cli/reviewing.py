"""What `review` gathers: two versions, their findings, the rules of the base, and who agreed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.cli.config import Config, config_of
from wirctl.cli.place import Place
from wirctl.core.diagnostic import Subject
from wirctl.core.problem import Problem
from wirctl.core.severity import Severity
from wirctl.flow.consent import KIND
from wirctl.flow.voices import Note, Party, PartyKind, from_forge
from wirctl.history.version import VersionKind, Versions
from wirctl.model.review_rules import ReviewRules
from wirctl.report.proposal import Proposal
from wirctl.trail.closing import closing
from wirctl.trail.review import RULES, Side, Sides, stale, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from wirctl.core.diagnostic import Diagnostic
    from wirctl.diff.compare import Comparison
    from wirctl.flow.approvals import Approval
    from wirctl.history.repository import Repository
    from wirctl.history.version import Version
    from wirctl.load import Loaded
    from wirctl.model.plan import Plan
    from wirctl.report.finding import Finding
    from wirctl.rules.engine.run import Levels


class ApprovalsFileError(Problem):
    """The file of approvals is not there, or cannot be read."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class BadAddressError(Problem):
    """An address of rendered pages that is none of http or https."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for: both versions, the day, where pages are, who agreed.

    `start` is the folder from which upwards settings are looked for, if no file was named.
    """

    base: str
    head: str
    day: date
    preview_url: str = ""
    approvals: str = ""
    start: Path | None = None


def reviewed(place: Place, asked: Asked) -> tuple[Proposal, str]:
    """The proposal with all that a reviewer has to know, and the language to say it in.

    Raises:
        Problem: the base cannot be read, or what was asked for cannot be had.
    """
    from wirctl.cli.checking import plan_language
    from wirctl.cli.words import speech

    said = _approvals(asked.approvals)
    with Versions(place.plan) as versions:
        sides = _sides(versions, asked)
        language = speech(plan_language(sides.head.loaded)).language
        settings, notes = _settings(place, versions, sides.tip.version.commit, asked.start)
        new, mended = _findings(sides, versions, settings, asked.day, language)
        base, commit = sides.tip.loaded.plan, _commit(versions, sides.head.version)
        review = base.review or ReviewRules(Subject(RULES, KIND), "")
        heard = from_forge(said, review, frozenset(body.id for body in base.bodies), commit)
        if said and not commit:
            notes = (*notes, Note("uncommitted"))
        proposal = Proposal(
            base=asked.base,
            head=asked.head,
            base_commit=sides.tip.version.commit,
            head_commit=commit,
            comparison=sides.comparison,
            gate=verdict(sides, review, heard, (*notes, *closing(sides, versions))),
            new=new,
            mended=mended,
            stale=tuple(stale(sides, versions)),
            parties=dict(_parties((sides.head.loaded.plan, base), review)),
            links=_links(sides, asked),
            prefix=place.shown,
        )
    return proposal, language


def _approvals(path: str) -> tuple[Approval, ...]:
    """What the file says; nothing where none is named.

    Raises:
        ApprovalsFileError: it is not there or cannot be read.
        ApprovalsError: it says what we do not know.
    """
    from wirctl.flow.approvals import LIMIT, read_approvals

    if not path:
        return ()
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (OSError, ValueError):
        raise ApprovalsFileError(path) from None
    return read_approvals(data)


def _sides(versions: Versions, asked: Asked) -> Sides:
    tip, head = versions.find(asked.base), versions.find(asked.head)
    fork = versions.fork(tip, head)
    there = _side(tip)
    left, proposed = there if fork is tip else _side(fork), _side(head)
    return Sides(there, left, proposed, _comparison(left, proposed))


def _side(version: Version) -> Side:
    from wirctl.load import load

    return Side(version, load(version.tree))


def _comparison(old: Side, new: Side) -> Comparison | None:
    """What lies between; `None` where the proposal cannot be read in all its parts.

    Raises:
        Problem: it is the base that cannot be read.
    """
    from wirctl.diff.compare import compare
    from wirctl.diff.side import TwoFilesOneIdError, UnreadableVersionError

    try:
        return compare(old.version.tree, new.version.tree)
    except (UnreadableVersionError, TwoFilesOneIdError) as error:
        if error.label == old.version.tree.label:
            raise
        return None


def _commit(versions: Versions, head: Version) -> str:
    """The commit that approvals have to be of; empty where the proposal is none."""
    repository = versions.repository
    if head.kind is not VersionKind.WORKTREE or repository is None:
        return head.commit
    return "" if versions.uncommitted else repository.head or ""


def _settings(
    place: Place, versions: Versions, commit: str, start: Path | None
) -> tuple[Place, tuple[Note, ...]]:
    """The place with the settings of the base, and what the proposal changes of them.

    Settings that lie outside of what is versioned are out of a proposal's reach.
    """
    repository, now = versions.repository, place.config
    if repository is None or not commit:
        return place, ()
    files = (now.file,) if start is None else _settings_files(start)
    inside = {file: path for file in files if file and (path := _below(repository, file))}
    found = (config_of(file, repository.file(commit, path)) for file, path in inside.items())
    before = next(filter(None, found), Config())
    own = _below(repository, now.file) if now.file is not None else ""
    if before == now or (before.file is None and not own):
        return place, ()
    path = own or inside.get(before.file or Path(), "")
    notes = [Note("settings-changed", (("path", path),))]
    if before.file is not None and before.plan != now.plan and not _is_at(before, place.plan):
        notes.append(Note("plan-moved", (("path", now.plan or place.shown),), blocks=True))
    return Place(place.plan, before), tuple(notes)


def _settings_files(start: Path) -> Iterator[Path]:
    """Where settings may lie, the nearest first."""
    for folder in (start, *start.parents):
        yield from (folder / "wirctl.toml", folder / "pyproject.toml")


def _below(repository: Repository, file: Path) -> str:
    """The file's path from the top of the repository; the empty text if it lies outside."""
    try:
        return repository.below(file)
    except ValueError:
        return ""


def _is_at(config: Config, plan: Path) -> bool:
    """Whether these settings name this folder as the plan's."""
    return (
        config.file is not None and (config.file.parent / config.plan).resolve() == plan.resolve()
    )


def _findings(
    sides: Sides, versions: Versions, settings: Place, day: date, language: str
) -> tuple[tuple[Finding, ...], int]:
    """The findings that the proposal brings, and how many of those before it mends."""
    from wirctl.cli.lint import levels_of
    from wirctl.report.finding import findings

    levels = levels_of(settings)
    before, after = (
        findings(_diagnostics(side, versions, levels, day), side.loaded, settings.shown, language)
        for side in (sides.fork, sides.head)
    )
    known = {item.fingerprint for item in before}
    still = {item.fingerprint for item in after}
    return tuple(item for item in after if item.fingerprint not in known), len(known - still)


def _diagnostics(side: Side, versions: Versions, levels: Levels, day: date) -> Iterator[Diagnostic]:
    """Everything that `validate` and `lint` find in the version."""
    from wirctl.cli.lint import rule_findings
    from wirctl.history.findings import findings
    from wirctl.history.rounds import closings

    yield from side.loaded.diagnostics
    yield from rule_findings(side.loaded, day, levels)
    version, repository = side.version, versions.repository
    if repository is None or version.kind is VersionKind.FOLDER:
        return
    commit = version.commit or repository.head
    if commit:
        below = version.below if version.commit else repository.below(versions.plan_root)
        yield from findings(repository, commit, closings(repository, commit, below), version.tree)


def _parties(plans: Sequence[Plan], review: ReviewRules) -> Iterator[tuple[Party, str]]:
    """What people call bodies and roles; the last of the plans has the last word."""
    for plan in plans:
        yield from ((Party(PartyKind.BODY, body.id), body.title) for body in plan.bodies)
    yield from ((Party(PartyKind.ROLE, role.id), role.title) for role in review.roles)


def _links(sides: Sides, asked: Asked) -> Mapping[str, str]:
    """Where the elements that changed are rendered; nothing where the plan cannot be rendered.

    Raises:
        BadAddressError: the address of the pages is none.
    """
    from wirctl.core.address import web_address

    if not asked.preview_url:
        return {}
    top = web_address(asked.preview_url)
    if not top:
        raise BadAddressError(asked.preview_url)
    loaded = sides.head.loaded
    has_errors = any(item.severity is Severity.ERROR for item in loaded.diagnostics)
    if sides.comparison is None or has_errors:
        return {}
    changed = dict.fromkeys(change.subject.id for change in sides.comparison.singles)
    return dict(_pages(loaded, changed, top.partition("#")[0].rstrip("/"), asked.day))


def _pages(loaded: Loaded, ids: Iterable[str], top: str, day: date) -> Iterator[tuple[str, str]]:
    from wirctl.render.build import build
    from wirctl.render.model.version import Version as Shown
    from wirctl.render.pages.paths import Paths

    site = build(loaded.plan, loaded.kinds, Shown("", day.isoformat())).site
    paths = Paths(site)
    return ((id, f"{top}/{paths.of(id)}") for id in ids if id in site.items)
