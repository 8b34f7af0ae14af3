"""`wirctl render`: the plan as a document."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.day import BadDateError
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import AtOption, ConfigOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from wirctl.cli.place import Place
    from wirctl.history.version import Version as Found
    from wirctl.history.version import Versions
    from wirctl.render.build import Since
    from wirctl.render.model.version import Version


class PlanHasErrorsError(Problem):
    """A plan that cannot be published, because it has errors."""

    def __init__(self, count: int, at: str) -> None:
        super().__init__(count)
        self.count = count
        self.command = f"wirctl validate --at {at}" if at else "wirctl validate"


def formats() -> tuple[str, ...]:
    """The name of every format of documents."""
    from wirctl.render.registry import every_writer

    return tuple(every_writer())


def label_languages() -> tuple[str, ...]:
    """The languages that there are words in."""
    from wirctl.render.labels import languages

    return languages()


def render(
    format: Annotated[str, Argument("FORMAT", formats)],
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    output: Annotated[str, Option("--output", "DIR")] = "",
    lang: Annotated[str, Option("--lang", "LANG", label_languages)] = "de",
) -> int:
    """Write the plan as a document."""
    from wirctl.cli.checking import plan_language, show
    from wirctl.cli.editions import closings
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.printing import note, put
    from wirctl.cli.progress import waiting
    from wirctl.cli.words import speech
    from wirctl.core.severity import Severity
    from wirctl.history.version import Versions
    from wirctl.load import load
    from wirctl.render.build import build
    from wirctl.render.output import write
    from wirctl.render.writing import render as written

    place = find_place(plan, config)
    with Versions(place.plan) as versions, waiting("progress.render"):
        found = versions.find(at or "WORKTREE")
        loaded = load(found.tree)
        errors = [item for item in loaded.diagnostics if item.severity is Severity.ERROR]
        if errors:
            raise PlanHasErrorsError(len(errors), at)
        version = _version(versions, found)
        before = tuple(closings(versions, loaded.plan))
        built = build(loaded.plan, loaded.kinds, version, _since(versions, found), before)
        faults = [item for item in built.faults if item.severity is Severity.ERROR]
        if faults:
            return show(built.faults, loaded, place, ("text",))
        files = written(built.site, format, lang, _templates(place))
        target = Path(output or place.config.output or f"build/{format}")
        write(files, target)
    say = speech(plan_language(loaded))
    put([say("render.done", count=len(files), path=target.as_posix())])
    if (target / "index.html").is_file():
        note(say("render.open", path=(target / "index.html").resolve().as_uri()))
    return Exit.CLEAN


def _templates(place: Place) -> tuple[Path, ...]:
    """The project's own templates, where it has some."""
    named = place.config.templates
    if named and place.config.file is not None:
        return (place.config.file.parent / named,)
    return ()


def _version(versions: Versions, found: Found) -> Version:
    """What the document says of its version.

    A round has its own day, a commit the day of the commit, a work tree that differs from
    what is committed today; `SOURCE_DATE_EPOCH` replaces today.
    """
    from wirctl.history.version import VersionKind
    from wirctl.render.model.version import Version

    repository = versions.repository
    closed = next((item for item in versions.rounds if item.round_id == found.name), None)
    if found.kind is VersionKind.ROUND and closed is not None:
        day = closed.closed_on or closed.date
        return Version(found.name, day, found.commit, found.name)
    commit = found.commit or _unchanged(versions, found)
    if commit and repository is not None:
        return Version(commit[:10], repository.day(commit), commit)
    return Version(found.tree.label, _today().isoformat(), is_draft=True)


def _unchanged(versions: Versions, found: Found) -> str:
    """The commit that is checked out, if the plan's folder says just what is in it."""
    from wirctl.history.version import VersionKind

    repository = versions.repository
    if found.kind is not VersionKind.WORKTREE or repository is None or repository.head is None:
        return ""
    committed = versions.find(repository.head).tree.contents()
    return repository.head if committed == found.tree.contents() else ""


def _today() -> date:
    """Today, or the day that whoever builds the same again has set.

    Raises:
        BadDateError: what was set is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadDateError(epoch) from None


def _since(versions: Versions, found: Found) -> Since | None:
    """The changes since the round before, for the news; nothing where there is none."""
    from wirctl.core.change import Weight
    from wirctl.diff.compare import compare
    from wirctl.render.build import Since

    rounds = versions.rounds
    names = [item.round_id for item in rounds]
    place = names.index(found.name) if found.name in names else len(names)
    if place < 1:
        return None
    last = place - 1
    if place == len(names) and _unchanged(versions, found) == rounds[last].commit:
        last -= 1
    if last < 0:
        return None
    before = versions.find(names[last])
    changes = compare(before.tree, found.tree).singles
    return Since(names[last], tuple(item for item in changes if item.weight is not Weight.FORM))
