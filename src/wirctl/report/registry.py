"""The formats of findings and of changes. A format registers itself; there is no list."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wirctl.diff.compare import Comparison
    from wirctl.report.finding import Finding


@frozen
class Look:
    """How a format may look: the language (`de` or `en`), colour, and the width of the screen."""

    language: str = "de"
    colour: bool = False
    width: int = 80


FindingLines: TypeAlias = "Callable[[Sequence[Finding], Look], Iterator[str]]"
ChangeLines: TypeAlias = "Callable[[Comparison, Look], Iterator[str]]"


@frozen
class FindingFormat:
    """A format of findings: its name, and what gives its lines, without ends.

    One that is for people may share its output with others.
    """

    name: str
    is_for_people: bool
    lines: FindingLines


@frozen
class ChangeFormat:
    """A format of changes: its name, and what gives its lines, without ends."""

    name: str
    lines: ChangeLines


class FormatTwiceError(Exception):
    """Two formats of one name: a bug of ours."""


_finding_formats: dict[str, FindingFormat] = {}
_change_formats: dict[str, ChangeFormat] = {}


def finding_format(
    name: str, *, is_for_people: bool = False
) -> Callable[[FindingLines], FindingLines]:
    """Make a function the format of findings with this name.

    Raises:
        FormatTwiceError: there is one of this name.
    """

    def register(function: FindingLines) -> FindingLines:
        if name in _finding_formats:
            raise FormatTwiceError(name)
        _finding_formats[name] = FindingFormat(name, is_for_people, function)
        return function

    return register


def change_format(name: str) -> Callable[[ChangeLines], ChangeLines]:
    """Make a function the format of changes with this name.

    Raises:
        FormatTwiceError: there is one of this name.
    """

    def register(function: ChangeLines) -> ChangeLines:
        if name in _change_formats:
            raise FormatTwiceError(name)
        _change_formats[name] = ChangeFormat(name, function)
        return function

    return register


def finding_formats() -> dict[str, FindingFormat]:
    """Every format of findings by name; imports their files."""
    _import("findings_")
    return dict(sorted(_finding_formats.items()))


def change_formats() -> dict[str, ChangeFormat]:
    """Every format of changes by name; imports their files."""
    _import("changes_")
    return dict(sorted(_change_formats.items()))


def _import(prefix: str) -> None:
    for file in sorted(Path(__file__).parent.glob(f"{prefix}*.py")):
        import_module(f"wirctl.report.{file.stem}")
