"""`wirctl diff`: what changed in meaning between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Argument
from wirctl.cli.shared_options import ChangeFormatOption, ConfigOption, OutputOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from wirctl.history.version import Version, Versions


class NoClosedRoundError(Problem):
    """Nothing to compare the work tree with: no round is closed."""


class TwoRoundsOneCommitError(Problem):
    """Two rounds that lie in one commit: what changed between them is not known."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


def diff(
    old: Annotated[str, Argument("OLD")] = "",
    new: Annotated[str, Argument("NEW")] = "WORKTREE",
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: ChangeFormatOption = "terminal",
    output: OutputOption = "",
) -> int:
    """Show what changed in meaning."""
    from dataclasses import replace

    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.printing import look, put
    from wirctl.cli.words import speech
    from wirctl.diff.compare import compare
    from wirctl.history.version import Versions
    from wirctl.report.registry import change_formats

    place = find_place(plan, config)
    with Versions(place.plan) as versions:
        before = _older(versions, old)
        after = versions.find(new)
        _told_apart(before, after)
        comparison = compare(before.tree, after.tree)
        style = look(speech("de").language)
        style = replace(style, colour=style.colour and not output)
        put(change_formats()[format](comparison, style), output)
    return Exit.CLEAN


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
