"""`wirctl review`: what a reviewer of a pull request has to know, and the verdict of the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import versions as version_names
from wirctl.cli.option import Option
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption, TodayOption
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence


_MOST_DIGITS = 12


class NoTargetError(Problem):
    """A review without anything to compare the proposal with."""


def formats() -> tuple[str, ...]:
    """The name of every format of reviews."""
    from wirctl.report.reviews import review_formats

    return tuple(review_formats())


def review(
    base: Annotated[str, Option("--base", "REV", hints=version_names)] = "",
    head: Annotated[str, Option("--head", "REV", hints=version_names)] = "WORKTREE",
    plan: PlanOption = "",
    config: ConfigOption = "",
    format: Annotated[tuple[str, ...], Option("--format", "FORMATFILE", formats, to_file=True)] = (
        "markdown",
    ),
    output: OutputOption = "",
    max_size: Annotated[str, Option("--max-size", "BYTES")] = "",
    preview_url: Annotated[str, Option("--preview-url", "URL")] = "",
    approvals: Annotated[str, Option("--approvals", "FILE")] = "",
    today: TodayOption = "",
) -> int:
    """Review a proposal against the branch that it goes to."""
    from pathlib import Path

    from wirctl.cli.day import day_of
    from wirctl.cli.exit import Exit
    from wirctl.cli.place import find_place
    from wirctl.cli.printing import look, put
    from wirctl.cli.progress import waiting
    from wirctl.cli.reviewing import Asked, reviewed
    from wirctl.report.reviews import review_formats

    if not base:
        raise NoTargetError
    limit, wanted = _limit(max_size), _outputs(format, output)
    start = None if config else Path(plan or ".").resolve()
    asked = Asked(base, head, day_of(today), preview_url, approvals, start)
    place = find_place(plan, config)
    with waiting("progress.review"):
        proposal, language = reviewed(place, asked)
    for name, target in wanted:
        style = look(language, to_file=bool(target))
        put(tuple(review_formats()[name].lines(proposal, style, limit)), target)
    return Exit.CLEAN if proposal.is_in_order else Exit.FINDINGS


def _outputs(formats: Sequence[str], output: str) -> tuple[tuple[str, str], ...]:
    """Each format with the file it goes to, as for findings."""
    from wirctl.cli.checking import split_formats
    from wirctl.report.reviews import review_formats

    known = review_formats()
    alone = {name for name, item in known.items() if not item.is_for_people}
    return split_formats(formats, output, alone)


def _limit(text: str) -> int:
    """The number of bytes, 0 for any.

    Raises:
        BadSizeError: the text is none, or so small that nothing could be said.
    """
    from wirctl.cli.diff import BadSizeError
    from wirctl.report.fitting import SMALLEST

    if not text:
        return 0
    size = int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0
    if size < SMALLEST:
        raise BadSizeError(text, SMALLEST)
    return size
