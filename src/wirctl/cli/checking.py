"""What `validate` and `lint` share: which findings are shown, how, and what the exit code is."""

from __future__ import annotations

from dataclasses import replace
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
    from collections.abc import Iterable, Sequence

    from wirctl.cli.place import Place
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.load import Loaded


class PathOutsidePlanError(Problem):
    """A path that was named lies in no plan, or nowhere."""

    def __init__(self, path: str, plan: Path) -> None:
        super().__init__(path, plan)
        self.path = path
        self.plan = plan


def within(place: Place, paths: Sequence[str]) -> frozenset[str]:
    """The paths below the plan folder, `.` for all; a path may be a file or a folder.

    Raises:
        PathOutsidePlanError: a path lies outside the plan, or is not there.
    """
    root = place.plan.resolve()
    found: set[str] = set()
    for path in paths:
        try:
            below = Path(path).resolve().relative_to(root)
        except ValueError:
            raise PathOutsidePlanError(path, place.plan) from None
        if not Path(path).exists():
            raise PathOutsidePlanError(path, place.plan)
        found.add(below.as_posix())
    return frozenset(found)


def limited(diagnostics: Iterable[Diagnostic], only: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics on these files and folders; all of them where none is named."""
    return tuple(
        item
        for item in diagnostics
        if not only
        or "." in only
        or any(
            item.subject.path == path or item.subject.path.startswith(f"{path}/") for path in only
        )
    )


def plan_language(loaded: Loaded) -> str:
    """The first language that the plan names, or the empty text."""
    for element in loaded.plan.of_kind("plan"):
        return next((text_of(item) for item in list_of(element.value.get("languages"))), "")
    return ""


def show(
    diagnostics: Iterable[Diagnostic],
    loaded: Loaded,
    place: Place,
    formats: Sequence[str],
    output: str = "",
) -> int:
    """Show the findings in each format; the exit code says whether one is an error.

    With `output`, the last format goes to the file and the others to stdout.
    """
    from wirctl.cli.words import speech

    language = speech(plan_language(loaded)).language
    found = findings(diagnostics, loaded, place.shown, language)
    registry = finding_formats()
    for number, name in enumerate(formats, 1):
        target = output if number == len(formats) else ""
        style = look(language)
        put(registry[name](found, replace(style, colour=style.colour and not target)), target)
    bad = any(item.severity is Severity.ERROR for item in found)
    return Exit.FINDINGS if bad else Exit.CLEAN
