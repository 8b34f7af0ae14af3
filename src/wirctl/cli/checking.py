"""What `validate` and `lint` share: which findings are shown, how, and what the exit code is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.cli.exit import Exit
from wirctl.cli.printing import look, put
from wirctl.core.problem import Problem
from wirctl.core.severity import Severity
from wirctl.core.value import list_of, text_of
from wirctl.report.finding import findings
from wirctl.report.registry import finding_formats

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from wirctl.cli.place import Place
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.load import Loaded
    from wirctl.report.finding import Finding
    from wirctl.report.registry import FindingFormat, Look
    from wirctl.source.tree import Tree


class PathOutsidePlanError(Problem):
    """A path that was named lies in no plan, or nowhere."""

    def __init__(self, path: str, plan: Path) -> None:
        super().__init__(path, plan)
        self.path = path
        self.plan = plan


class SeveralFormatsError(Problem):
    """Two formats for one output, of which one is for programs and must stand alone."""

    def __init__(self, format: str) -> None:
        super().__init__(format)
        self.format = format


def within(place: Place, tree: Tree, paths: Sequence[str]) -> frozenset[str]:
    """The paths below the plan folder, `.` for all; a path may be a file or a folder.

    Raises:
        PathOutsidePlanError: a path lies outside the plan, or is neither here nor in the tree.
    """
    root = place.plan.resolve()
    found = set()
    for path in paths:
        try:
            below = Path(path).resolve().relative_to(root).as_posix()
            is_there = Path(path).exists()
        except (OSError, RuntimeError, ValueError):
            raise PathOutsidePlanError(path, place.plan) from None
        if not is_there and not any(_covers(below, known) for known in tree.paths()):
            raise PathOutsidePlanError(path, place.plan)
        found.add(below)
    return frozenset(found)


def limited(diagnostics: Iterable[Diagnostic], only: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics on these files and folders; all of them where none is named."""
    return tuple(
        item
        for item in diagnostics
        if not only or any(_covers(path, item.subject.path) for path in only)
    )


def _covers(path: str, other: str) -> bool:
    """Whether the file or folder is the other, or holds it."""
    return path in {".", other} or other.startswith(f"{path}/")


def plan_language(loaded: Loaded) -> str:
    """The first language that the plan names, or the empty text."""
    for element in loaded.plan.of_kind("plan"):
        return next((text_of(item) for item in list_of(element.value.get("languages"))), "")
    return ""


def outputs(formats: Sequence[str], output: str = "") -> tuple[tuple[str, str], ...]:
    """Each format with the file it goes to, stdout where that is empty.

    `json=FILE` names the file; `output` is where the last format goes that names none.

    Raises:
        SeveralFormatsError: a format that programs read would share stdout with another.
    """
    alone = {name for name, item in finding_formats().items() if not item.is_for_people}
    return split_formats(formats, output, alone)


def split_formats(
    formats: Sequence[str], output: str, alone: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """The same for formats of any kind, of which those in `alone` are for programs.

    Raises:
        SeveralFormatsError: one of those would share stdout with another.
    """
    split = [format.partition("=")[::2] for format in formats]
    for place in reversed(range(len(split))):
        name, file = split[place]
        if output and not file:
            split[place] = (name, output)
            break
    shared = [name for name, file in split if not file]
    for name in shared if len(shared) > 1 else ():
        if name in alone:
            raise SeveralFormatsError(name)
    return tuple(split)


def show(
    diagnostics: Iterable[Diagnostic],
    loaded: Loaded,
    place: Place,
    formats: Sequence[str],
    output: str = "",
    *,
    level: str = Severity.NOTE,
) -> int:
    """Show the findings in each format; the exit code says whether one is an error.

    Findings below the `level` are left out, and people are told how many. Where it is empty,
    people are shown warnings and errors, programs all there is.
    """
    from wirctl.cli.words import speech

    language = speech(plan_language(loaded)).language
    found = findings(diagnostics, loaded, place.shown, language)
    for name, target in outputs(formats, output):
        style = look(language, to_file=bool(target))
        put(_lines(finding_formats()[name], found, style, level), target)
    bad = any(item.severity is Severity.ERROR for item in found)
    return Exit.FINDINGS if bad else Exit.CLEAN


def _lines(
    format: FindingFormat, found: Sequence[Finding], style: Look, level: str
) -> Iterator[str]:
    from wirctl.cli.words import Speech
    from wirctl.report.findings_text import total

    least = Severity(level or (Severity.WARNING if format.is_for_people else Severity.NOTE))
    shown = [item for item in found if item.severity.rank <= least.rank]
    yield from format.lines(shown, style)
    if format.is_for_people and len(shown) < len(found):
        hidden = total([item for item in found if item.severity.rank > least.rank], style.language)
        yield Speech(style.language)("lint.hidden", hidden=hidden)
