"""`wirctl render`: the plan as a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.day import today
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import AtOption, ConfigOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.cli.config import Config
    from wirctl.cli.words import Speech
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


class NoFormatError(Problem):
    """No format was named, and the settings name none."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.choices = ", ".join(choices)


def formats() -> tuple[str, ...]:
    """The name of every format of documents."""
    from wirctl.render.registry import every_writer

    return tuple(every_writer())


def label_languages() -> tuple[str, ...]:
    """The languages that there are words in."""
    from wirctl.render.labels import languages

    return languages()


def render(
    format: Annotated[str, Argument("FORMAT", formats)] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
    at: AtOption = "",
    output: Annotated[str, Option("--output", "DIR")] = "",
    lang: Annotated[str, Option("--lang", "LANG", label_languages)] = "",
) -> int:
    """Write the plan as a document, or as all those that the settings name."""
    from wirctl.cli.checking import plan_language, show
    from wirctl.cli.editions import closings
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.progress import waiting
    from wirctl.cli.words import speech
    from wirctl.core.severity import Severity
    from wirctl.history.version import Versions
    from wirctl.load import load
    from wirctl.render.build import build
    from wirctl.render.output import write
    from wirctl.render.writing import render as written

    place = find_place(plan, config)
    wanted = _documents(place.config, format, lang, output)
    templates = tuple(filter(None, [place.config.folder("templates")]))
    counts: dict[Path, int] = {}
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
        for item in wanted:
            files = written(built.site, item.format, item.language, templates)
            write(files, item.folder)
            counts[item.folder] = len(files)
    _tell(counts, speech(plan_language(loaded)))
    return Exit.CLEAN


def _tell(counts: Mapping[Path, int], say: Speech) -> None:
    """Say what was written, and where to look at what is a web site."""
    from wirctl.cli.place import shown_path
    from wirctl.cli.printing import note, put

    put(say.count("render.done", count, path=shown_path(path)) for path, count in counts.items())
    for path in counts:
        if (path / "index.html").is_file():
            note(say("render.open", path=(path / "index.html").resolve().as_uri()))


@dataclass(frozen=True, slots=True)
class _Document:
    """A document that is wanted: its format, its language, and the folder that it goes to."""

    format: str
    language: str
    folder: Path


def _documents(config: Config, format: str, lang: str, output: str) -> tuple[_Document, ...]:
    """The one document that was asked for; without a format, all that the settings name.

    Raises:
        NoFormatError: neither names a format.
        ConfigError: the settings name a format or language that there is not.
    """
    languages = (lang,) if lang else _known(config, "languages", label_languages()) or ("de",)
    top = config.folder("output") or Path("build")
    if format:
        return (_Document(format, languages[0], Path(output) if output else top / format),)
    names = _known(config, "formats", formats())
    if not names:
        raise NoFormatError(formats())
    top = Path(output) if output else top
    several = len(languages) > 1
    return tuple(
        _Document(name, language, top / name / language if several else top / name)
        for name in names
        for language in languages
    )


def _known(config: Config, key: str, choices: Sequence[str]) -> tuple[str, ...]:
    """What the settings name under this key.

    Raises:
        ConfigError: one of it is unknown.
    """
    from wirctl.cli.config import ConfigError
    from wirctl.core.near import nearest

    named: tuple[str, ...] = getattr(config, key)
    for word in named:
        if word not in choices:
            raise ConfigError(
                "unknown-value", config.file or Path(), key, word, nearest(word, choices)
            )
    return tuple(dict.fromkeys(named))


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
    return Version(found.tree.label, today().isoformat(), is_draft=True)


def _unchanged(versions: Versions, found: Found) -> str:
    """The commit that is checked out, if the plan's folder says just what is in it."""
    from wirctl.history.version import VersionKind

    repository = versions.repository
    if found.kind is not VersionKind.WORKTREE or repository is None or repository.head is None:
        return ""
    committed = versions.find(repository.head).tree.contents()
    return repository.head if committed == found.tree.contents() else ""


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
