"""`wirctl diff`: what changed in meaning between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import versions as version_names
from wirctl.cli.option import Argument, Option
from wirctl.cli.shared_options import ChangeFormatOption, ConfigOption, OutputOption, PlanOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wirctl.cli.sides import Sided
    from wirctl.diff.compare import Comparison
    from wirctl.history.version import Versions
    from wirctl.report.registry import ChangeFormat, ChangeLines, Origin

_MOST_DIGITS = 12


class WrongFormatError(Problem):
    """An option that only some formats have."""

    def __init__(self, option: str, formats: Iterable[str]) -> None:
        super().__init__(option)
        self.option = option
        self.formats = ", ".join(formats)


class BadSizeError(Problem):
    """A size that is none, or into which nothing goes."""

    def __init__(self, value: str, least: int) -> None:
        super().__init__(value)
        self.value = value
        self.least = least


FAILS = ("substantive", "editorial", "any")
"""What `--fail-on` takes, each with all before it."""


def diff(
    old: Annotated[str, Argument("OLD", hints=version_names)] = "",
    new: Annotated[str, Argument("NEW", hints=version_names)] = "WORKTREE",
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: ChangeFormatOption = "terminal",
    output: OutputOption = "",
    summary: Annotated[bool, Option("--summary")] = False,
    only: Annotated[tuple[str, ...], Option("--only", "TERM")] = (),
    without: Annotated[tuple[str, ...], Option("--except", "TERM")] = (),
    fail_on: Annotated[str, Option("--fail-on", "CLASS", lambda: FAILS)] = "",
    max_size: Annotated[str, Option("--max-size", "BYTES")] = "",
) -> int:
    """Show what changed in meaning."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import look, put, put_file
    from wirctl.cli.progress import waiting
    from wirctl.cli.sides import place_of, two_sides
    from wirctl.cli.words import speech
    from wirctl.core.frozen import replace
    from wirctl.diff.compare import compare
    from wirctl.history.version import Versions
    from wirctl.report.headline import plan_language
    from wirctl.report.registry import ChangeFile, change_format_named

    most = _size(max_size, format)
    _check_summary(format, wanted=summary)
    place = place_of(plan, config, old, new)
    own = place.config.folder("templates")
    with Versions(place.plan) as versions:
        with waiting("progress.diff"):
            before, after = two_sides(versions, old, new)
            comparison = compare(before.tree, after.tree)
            comparison = _selected(comparison, only, without)
        language = speech(plan_language(comparison)).language
        style = replace(
            look(language, to_file=bool(output)),
            prefixes=(before.prefix, after.prefix),
            origin=lambda: _origin(versions, before, after),
            templates=(own,) if own is not None else (),
        )
        shown = change_format_named(format)
        if isinstance(shown, ChangeFile):
            put_file(shown.data(comparison, style), output)
        elif shown is not None:
            lines = _lines(shown, most=most, summary=summary)
            put(lines(comparison, style), output)
    return Exit.FINDINGS if _fails(comparison, fail_on) else Exit.CLEAN


def _origin(versions: Versions, old: Sided, new: Sided) -> Origin:
    """The commits of both, and the day of the newer; of files, `SOURCE_DATE_EPOCH` or today."""
    from wirctl.cli.day import today
    from wirctl.report.registry import Origin

    commit = new.version.commit
    repository = versions.repository if commit else None
    day = repository.day(commit) if repository is not None else today().isoformat()
    return Origin(old.version.commit, commit, day)


def _selected(comparison: Comparison, only: Sequence[str], without: Sequence[str]) -> Comparison:
    """The comparison, without what nobody wants where something is said about that."""
    if not (only or without):
        return comparison
    from wirctl.report.selection import selected

    return selected(comparison, only, without)


def _lines(format: ChangeFormat, *, most: int, summary: bool) -> ChangeLines:
    """What gives the output: of a format, else one table, or no more than it may be."""
    if summary:
        from wirctl.report.summary import SUMMARIES

        return SUMMARIES[format.name]
    if most:
        from wirctl.report.fitting import fitted

        return lambda comparison, style: iter(fitted(comparison, style, most).splitlines())
    return format.lines


def _check_summary(format: str, *, wanted: bool) -> None:
    if not wanted:
        return
    from wirctl.report.summary import SUMMARIES

    if format not in SUMMARIES:
        raise WrongFormatError("--summary", SUMMARIES)


def _size(text: str, format: str) -> int:
    """How many bytes the output may have; 0 for any."""
    if not text:
        return 0
    from wirctl.report.fitting import SMALLEST

    if format != "markdown":
        raise WrongFormatError("--max-size", ("markdown",))
    size = int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0
    if size < SMALLEST:
        raise BadSizeError(text, SMALLEST)
    return size


def _fails(comparison: Comparison, fail_on: str) -> bool:
    """Whether there is a change of the class, or of one that weighs more."""
    from wirctl.core.change import Weight

    if not fail_on:
        return False
    weights = {change.weight for change in comparison.changes}
    if fail_on == "any":
        return bool(weights or comparison.form_only or comparison.unplaced)
    wanted = {Weight.SUBSTANTIVE} | ({Weight.EDITORIAL} if fail_on == "editorial" else set())
    return bool(weights & wanted or comparison.unplaced)
