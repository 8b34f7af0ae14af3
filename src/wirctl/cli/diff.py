"""`wirctl diff`: what changed in meaning between two versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import versions as version_names
from wirctl.cli.option import Argument
from wirctl.cli.place import NoPlanError
from wirctl.cli.shared_options import ChangeFormatOption, ConfigOption, OutputOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from wirctl.cli.place import Place
    from wirctl.diff.compare import Comparison
    from wirctl.history.version import Version, Versions
    from wirctl.source.tree import Tree


class NoClosedRoundError(Problem):
    """Nothing to compare the work tree with: no round is closed."""


class TwoRoundsOneCommitError(Problem):
    """Two rounds that lie in one commit: what changed between them is not known."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


def diff(
    old: Annotated[str, Argument("OLD", hints=version_names)] = "",
    new: Annotated[str, Argument("NEW", hints=version_names)] = "WORKTREE",
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: ChangeFormatOption = "terminal",
    output: OutputOption = "",
) -> int:
    """Show what changed in meaning."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import look, put
    from wirctl.cli.progress import waiting
    from wirctl.cli.words import speech
    from wirctl.diff.compare import compare
    from wirctl.history.version import Versions
    from wirctl.report.registry import change_formats

    place = _place(plan, config, old, new)
    with Versions(place.plan) as versions:
        with waiting("progress.diff"):
            before = _older(versions, old)
            after = versions.find(new)
            _told_apart(before, after)
            comparison = compare(_plan_in(versions, before), _plan_in(versions, after))
        language = speech(_language(comparison)).language
        style = look(language, to_file=bool(output))
        put(change_formats()[format].lines(comparison, style), output)
    return Exit.CLEAN


def _place(plan: str, config: str, old: str, new: str) -> Place:
    """The plan whose versions these are; of two folders, the newer one if there is no other."""
    from wirctl.cli.place import find_place

    try:
        return find_place(plan, config)
    except NoPlanError:
        if plan or not (_is_folder(old) and _is_folder(new)):
            raise
    return find_place(new, config)


def _is_folder(name: str) -> bool:
    return bool(name) and Path(name).is_dir()


def _older(versions: Versions, name: str) -> Version:
    """The version that is named, else the round that was closed last."""
    if name:
        return versions.find(name)
    last = versions.last_closed
    if last is None:
        raise NoClosedRoundError
    return versions.find(last.round_id)


def _told_apart(old: Version, new: Version) -> None:
    """Refuse to compare two rounds that one commit closed."""
    from wirctl.history.version import VersionKind

    both_rounds = old.kind is VersionKind.ROUND and new.kind is VersionKind.ROUND
    if both_rounds and old.name != new.name and old.commit == new.commit:
        raise TwoRoundsOneCommitError(old.name, new.name)


def _plan_in(versions: Versions, version: Version) -> Tree:
    """The plan's files; of a folder that holds a folder `plan`, those in there.

    Raises:
        NoPlanError: the folder holds no plan, and comparing with it would show all as gone.
    """
    from wirctl.history.version import VersionKind
    from wirctl.load import kinds_of

    if version.kind is not VersionKind.FOLDER:
        return version.tree
    kinds = kinds_of(version.tree)[0]
    if any(kinds.place(path).kind is not None for path in version.tree.paths()):
        return version.tree
    inside = Path(version.name) / "plan"
    if not (inside / "plan.yaml").is_file():
        raise NoPlanError(Path(version.name))
    return versions.find(f"./{inside}" if not inside.is_absolute() else str(inside)).tree


def _language(comparison: Comparison) -> str:
    """The first language that the newer version of the plan names, or the empty text."""
    from wirctl.core.value import list_of, text_of

    for id in comparison.new.ids_of("plan"):
        element = comparison.new.element(id)
        languages = list_of(element.value.get("languages")) if element is not None else ()
        return next(map(text_of, languages), "")
    return ""
