"""The formats of findings and of changes. A format registers itself; there is no list."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wirctl.diff.compare import Comparison
    from wirctl.report.finding import Finding


@dataclass(frozen=True, slots=True)
class Look:
    """How a format may look: the language (`de` or `en`), colour, and the width of the screen."""

    language: str = "de"
    colour: bool = False
    width: int = 80


FindingFormat: TypeAlias = "Callable[[Sequence[Finding], Look], Iterator[str]]"
ChangeFormat: TypeAlias = "Callable[[Comparison, Look], Iterator[str]]"

_finding_formats: dict[str, FindingFormat] = {}
_change_formats: dict[str, ChangeFormat] = {}


class FormatTwiceError(Exception):
    """Two formats of one name: a bug of ours."""


def finding_format(name: str) -> Callable[[FindingFormat], FindingFormat]:
    """Make a function the format of findings with this name; it yields lines without ends."""

    def register(function: FindingFormat) -> FindingFormat:
        if name in _finding_formats:
            raise FormatTwiceError(name)
        _finding_formats[name] = function
        return function

    return register


def change_format(name: str) -> Callable[[ChangeFormat], ChangeFormat]:
    """Make a function the format of changes with this name; it yields lines without ends."""

    def register(function: ChangeFormat) -> ChangeFormat:
        if name in _change_formats:
            raise FormatTwiceError(name)
        _change_formats[name] = function
        return function

    return register


def finding_formats() -> dict[str, FindingFormat]:
    """Every format of findings by name; imports their files."""
    _import("findings_")
    return dict(sorted(_finding_formats.items(), reverse=True))


def change_formats() -> dict[str, ChangeFormat]:
    """Every format of changes by name; imports their files."""
    _import("changes_")
    return dict(sorted(_change_formats.items(), reverse=True))


def _import(prefix: str) -> None:
    package: Any = import_module("wirctl.report")
    for module in iter_modules(package.__path__):
        if module.name.startswith(prefix):
            import_module(f"wirctl.report.{module.name}")
