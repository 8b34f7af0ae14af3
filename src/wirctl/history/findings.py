"""What the history of a plan says against a version of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Location, Subject
from wirctl.core.value import record_of
from wirctl.history import messages as say
from wirctl.history.errors import UNSHALLOW, GitMissingError
from wirctl.history.exchanged import entry, exchanged
from wirctl.history.ids import identity_findings, ids_of_closed_rounds
from wirctl.history.rounds import closings
from wirctl.history.tombstones import tombstone_findings
from wirctl.history.version import WORKTREE, Versions
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.history.repository import Repository
    from wirctl.history.rounds import RoundVersion
    from wirctl.source.document import Document
    from wirctl.source.tree import Tree

_NO_GIT = (
    "Das Programm git fehlt auf diesem Rechner. Installieren Sie es, um frühere Runden zu prüfen.",
    "The program git is missing on this machine. Install it to check earlier rounds.",
)
_NO_REPOSITORY = (
    "Arbeiten Sie in einem Klon des Repositorys. Ein neuer Plan beginnt mit: git init",
    "Work in a clone of the repository. A new plan begins with: git init",
)
SHORT = 10
"""Digits of a commit id that people are shown."""
TAG = "round/"


def history_findings(tree: Tree, plan_root: Path, at: str = "") -> tuple[Diagnostic, ...]:
    """What the history says against a version of the plan, as rounds were closed up to it.

    `at` is the name under which the tree was asked for; without it, it is the working tree.
    Where there is no history, that is the one finding.

    Raises:
        HistoryError: there is a history, and it cannot be read.
    """
    with Versions(plan_root) as past:
        try:
            repository = past.repository
        except GitMissingError:
            return (_missing(_NO_GIT),)
        if repository is None:
            return (_missing(_NO_REPOSITORY),)
        if at in {"", WORKTREE}:
            return findings(repository, repository.head or "", past.closings, tree)
        version = past.find(at)
        if not version.commit:
            return ()
        upto = closings(repository, version.commit, version.below)
        return findings(repository, version.commit, upto, tree)


def findings(
    repository: Repository, head: str, found: tuple[RoundVersion, ...], tree: Tree
) -> tuple[Diagnostic, ...]:
    """What the rounds that were closed up to the commit `head` say against a tree.

    `found` are all that were ever closed (`rounds.closings`).
    """
    known = tuple(version for version in found if not version.is_cut and not version.is_open)
    earlier = ids_of_closed_rounds(repository, found)
    return tuple(
        chain(
            _cut(repository),
            _shared(known),
            _rivals(known),
            _again(found),
            _tags(repository, head, found),
            _edited(repository, known, tree),
            identity_findings(tree.paths(), earlier),
            tombstone_findings(repository, earlier, tree),
        )
    )


def _missing(hints: tuple[str, str]) -> Diagnostic:
    german, english = hints
    words = (("hint_de", german), ("hint_en", english))
    return _finding(say.HISTORY_MISSING, Subject(""), *words)


def _cut(repository: Repository) -> Iterator[Diagnostic]:
    if repository.is_shallow:
        yield _finding(say.HISTORY_CUT, Subject(""), ("command", UNSHALLOW))


def _shared(found: Iterable[RoundVersion]) -> Iterator[Diagnostic]:
    """One finding for each commit that closed several rounds, at the first of them."""
    by_id = {version.round_id: version for version in found}
    for version in by_id.values():
        others = [by_id[name] for name in version.shared]
        if others and version.order < min(other.order for other in others):
            rounds = (version.round_id, *version.shared)
            related = tuple(Location(subject_of(other), ("closed",)) for other in others)
            words = (("rounds", rounds), _commit(version))
            yield _about(say.ROUNDS_SHARE_A_COMMIT, version, *words, related=related)


def _rivals(found: Iterable[RoundVersion]) -> Iterator[Diagnostic]:
    for version in found:
        if version.rivals:
            others = tuple(commit[:SHORT] for commit in version.rivals)
            yield _about(
                say.ROUND_CLOSED_TWICE,
                version,
                _round(version),
                _commit(version),
                ("others", others),
            )


def _again(found: Iterable[RoundVersion]) -> Iterator[Diagnostic]:
    """Rounds that were opened again after they were closed."""
    for version in (version for version in found if not version.is_cut):
        words = (_round(version), _commit(version))
        if version.is_open:
            yield _about(say.ROUND_OPENED_AGAIN, version, *words, at=())
        elif version.earlier:
            first = ("first", version.earlier[0][:SHORT])
            yield _about(say.ROUND_CLOSED_AGAIN, version, *words, first)


def _tags(repository: Repository, head: str, found: Iterable[RoundVersion]) -> Iterator[Diagnostic]:
    """Where the tag of a round points elsewhere, or stands in a history without that round."""
    tags = {tag: there for tag, there in repository.tags().items() if tag.startswith(TAG)}
    by_tag = {TAG + version.round_id: version for version in found}
    for tag, version in by_tag.items():
        target = tags.get(tag, version.commit)
        if target != version.commit and not version.is_cut:
            words = (("tag", tag), ("target", target[:SHORT]), _commit(version))
            yield _about(say.ROUND_TAG_DISAGREES, version, *words)
    stray = sorted(tags.keys() - by_tag.keys())
    if stray and head and not repository.is_shallow:
        history = repository.graph(head).parents
        for tag in (tag for tag in stray if tags[tag] in history):
            yield _finding(say.ROUND_TAG_WITHOUT_ROUND, Subject(""), ("tag", tag))


def _edited(
    repository: Repository, found: Iterable[RoundVersion], tree: Tree
) -> Iterator[Diagnostic]:
    """Where the tree's file of a closed round says something else than when it was closed."""
    now = tree.read([version.path for version in found])
    then = repository.blobs([version.blob for version in found])
    for version in found:
        if now.get(version.path, then[version.blob]) != then[version.blob]:
            before = read(version.path, then[version.blob])
            after = read(version.path, now[version.path])
            yield from _edit(version, before, after)


def _edit(version: RoundVersion, before: Document, after: Document) -> Iterator[Diagnostic]:
    """What was changed in the file of a closed round, the first of it with both versions."""
    fields = _differing(before, after)
    words = (_round(version), _commit(version))
    if fields and record_of(after.value).get("closed") is None:
        yield _about(say.ROUND_OPENED_AGAIN, version, *words, at=())
    elif fields:
        sides = [record_of(side.value).get(fields[0]) for side in (before, after)]
        then, now = exchanged(*sides)
        said = (*words, ("fields", fields), ("then", then), ("now", now))
        at = tuple(filter(None, (fields[0], entry(*sides))))
        yield _about(say.ROUND_EDITED_AFTER_CLOSING, version, *said, at=at)


def _differing(old: Document, new: Document) -> tuple[str, ...]:
    """The fields that differ; none where a side cannot be read, which others say."""
    if old.unreadable or new.unreadable:
        return ()
    before, after, absent = record_of(old.value), record_of(new.value), object()
    names = dict.fromkeys((*after, *before))
    return tuple(name for name in names if before.get(name, absent) != after.get(name, absent))


def subject_of(version: RoundVersion) -> Subject:
    """The round as a subject of findings."""
    return Subject(version.path, "round", version.round_id)


def _round(version: RoundVersion) -> tuple[str, Argument]:
    return ("round", version.round_id)


def _commit(version: RoundVersion) -> tuple[str, Argument]:
    return ("commit", version.commit[:SHORT])


def _about(
    message: Message,
    version: RoundVersion,
    *words: tuple[str, Argument],
    at: tuple[str, ...] = ("closed",),
    related: tuple[Location, ...] = (),
) -> Diagnostic:
    subject = subject_of(version)
    return Diagnostic(message.id, message.severity, subject, at, words, related)


def _finding(message: Message, subject: Subject, *words: tuple[str, Argument]) -> Diagnostic:
    return Diagnostic(message.id, message.severity, subject, arguments=words)
