"""The formats of findings and of changes. A format registers itself; there is no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.modules import import_all, import_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from wirctl.diff.compare import Comparison
    from wirctl.report.agenda import AgendaText
    from wirctl.report.finding import Finding


@frozen
class Origin:
    """Where compared versions come from: their commits, and the day of the newer (YYYY-MM-DD).

    Each is the empty text where it is not known, as of folders.
    """

    old_commit: str = ""
    new_commit: str = ""
    day: str = ""


@frozen
class Look:
    """How a format may look: the language (`de` or `en`), colour, and the width of the screen.

    `origin` gives, when asked, what a document says of the versions that it was made from.
    `prefixes` go before the paths of the older and the newer version, so that they lead to the
    files from the top of the repository. `templates` are the project's own folders of templates,
    the first one first.
    """

    language: str = "de"
    colour: bool = False
    width: int = 80
    origin: Callable[[], Origin] = Origin
    prefixes: tuple[str, str] = ("", "")
    templates: tuple[Path, ...] = ()


FindingLines: TypeAlias = "Callable[[Sequence[Finding], Look], Iterator[str]]"
ChangeLines: TypeAlias = "Callable[[Comparison, Look], Iterator[str]]"
AgendaLines: TypeAlias = "Callable[[AgendaText, Look], Iterator[str]]"
AgendaBytes: TypeAlias = "Callable[[AgendaText, Look], bytes]"
ChangeBytes: TypeAlias = "Callable[[Comparison, Look], bytes]"


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


@frozen
class ChangeFile:
    """A format of changes that is no text: its name, and what gives its bytes."""

    name: str
    data: ChangeBytes


class FormatTwiceError(Exception):
    """Two formats of one name: a bug of ours."""


@frozen
class AgendaFormat:
    """A format of agendas: its name, and what gives its lines, without ends."""

    name: str
    lines: AgendaLines


@frozen
class AgendaFile:
    """A format of agendas that is no text: its name, and what gives its bytes."""

    name: str
    data: AgendaBytes


_agenda_formats: dict[str, AgendaFormat] = {}
_agenda_files: dict[str, AgendaFile] = {}
_finding_formats: dict[str, FindingFormat] = {}
_change_formats: dict[str, ChangeFormat] = {}
_change_files: dict[str, ChangeFile] = {}


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


def agenda_format(name: str) -> Callable[[AgendaLines], AgendaLines]:
    """Make a function the format of agendas with this name.

    Raises:
        FormatTwiceError: there is one of this name.
    """

    def register(function: AgendaLines) -> AgendaLines:
        if name in _agenda_formats or name in _agenda_files:
            raise FormatTwiceError(name)
        _agenda_formats[name] = AgendaFormat(name, function)
        return function

    return register


def agenda_file(name: str) -> Callable[[AgendaBytes], AgendaBytes]:
    """Make a function the format of agendas with this name, whose output is no text.

    Raises:
        FormatTwiceError: there is one of this name.
    """

    def register(function: AgendaBytes) -> AgendaBytes:
        if name in _agenda_formats or name in _agenda_files:
            raise FormatTwiceError(name)
        _agenda_files[name] = AgendaFile(name, function)
        return function

    return register


def agenda_formats() -> dict[str, AgendaFormat]:
    """Every format of agendas that is text, by name; imports their files."""
    import_all("wirctl.report", "agenda_")
    return dict(sorted(_agenda_formats.items()))


def agenda_files() -> dict[str, AgendaFile]:
    """Every format of agendas that is no text, by name; imports their files."""
    import_all("wirctl.report", "agenda_")
    return dict(sorted(_agenda_files.items()))


def change_format(name: str) -> Callable[[ChangeLines], ChangeLines]:
    """Make a function the format of changes with this name.

    Raises:
        FormatTwiceError: there is one of this name.
    """

    def register(function: ChangeLines) -> ChangeLines:
        if name in _change_formats or name in _change_files:
            raise FormatTwiceError(name)
        _change_formats[name] = ChangeFormat(name, function)
        return function

    return register


def change_file(name: str) -> Callable[[ChangeBytes], ChangeBytes]:
    """Make a function the format of changes with this name, whose output is no text.

    Raises:
        FormatTwiceError: there is one of this name.
    """

    def register(function: ChangeBytes) -> ChangeBytes:
        if name in _change_formats or name in _change_files:
            raise FormatTwiceError(name)
        _change_files[name] = ChangeFile(name, function)
        return function

    return register


def finding_formats() -> dict[str, FindingFormat]:
    """Every format of findings by name; imports their files."""
    import_all("wirctl.report", "findings_")
    return dict(sorted(_finding_formats.items()))


def change_formats() -> dict[str, ChangeFormat]:
    """Every format of changes that is text, by name; imports their files."""
    import_all("wirctl.report", "changes_")
    return dict(sorted(_change_formats.items()))


def change_format_named(name: str) -> ChangeFormat | ChangeFile | None:
    """The format of changes with this name, whatever it gives; imports only its file."""
    import_named("wirctl.report", "changes_", name)
    return _change_formats.get(name) or _change_files.get(name)


def change_files() -> dict[str, ChangeFile]:
    """Every format of changes that is no text, by name; imports their files."""
    import_all("wirctl.report", "changes_")
    return dict(sorted(_change_files.items()))
