"""The formats of findings and of changes. A format registers itself; there is no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

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


T = TypeVar("T")
F = TypeVar("F")


class Formats(Generic[T]):
    """The formats of one thing, each in a file beside this one; their names begin alike."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._found: dict[str, T] = {}

    def entering(self, name: str, make: Callable[[F], T]) -> Callable[[F], F]:
        """What enters a function as the format of this name; `make` gives the format.

        Raises:
            FormatTwiceError: there is one of this name.
        """

        def enter(function: F) -> F:
            if name in self._found:
                raise FormatTwiceError(name)
            self._found[name] = make(function)
            return function

        return enter

    def every(self) -> dict[str, T]:
        """Every format by name; imports their files."""
        import_all("wirctl.report", self._prefix)
        return dict(sorted(self._found.items()))

    def named(self, name: str) -> T | None:
        """The format of this name; imports only its file."""
        import_named("wirctl.report", self._prefix, name)
        return self._found.get(name)


_findings: Formats[FindingFormat] = Formats("findings_")
_agendas: Formats[AgendaFormat | AgendaFile] = Formats("agenda_")
_changes: Formats[ChangeFormat | ChangeFile] = Formats("changes_")


def finding_format(
    name: str, *, is_for_people: bool = False
) -> Callable[[FindingLines], FindingLines]:
    """Make a function the format of findings with this name."""
    return _findings.entering(name, lambda lines: FindingFormat(name, is_for_people, lines))


def agenda_format(name: str) -> Callable[[AgendaLines], AgendaLines]:
    """Make a function the format of agendas with this name."""
    return _agendas.entering(name, lambda lines: AgendaFormat(name, lines))


def agenda_file(name: str) -> Callable[[AgendaBytes], AgendaBytes]:
    """Make a function the format of agendas with this name, whose output is no text."""
    return _agendas.entering(name, lambda data: AgendaFile(name, data))


def change_format(name: str) -> Callable[[ChangeLines], ChangeLines]:
    """Make a function the format of changes with this name."""
    return _changes.entering(name, lambda lines: ChangeFormat(name, lines))


def change_file(name: str) -> Callable[[ChangeBytes], ChangeBytes]:
    """Make a function the format of changes with this name, whose output is no text."""
    return _changes.entering(name, lambda data: ChangeFile(name, data))


def finding_formats() -> dict[str, FindingFormat]:
    """Every format of findings by name."""
    return _findings.every()


def agenda_formats() -> dict[str, AgendaFormat]:
    """Every format of agendas that is text, by name."""
    return {name: it for name, it in _agendas.every().items() if isinstance(it, AgendaFormat)}


def agenda_files() -> dict[str, AgendaFile]:
    """Every format of agendas that is no text, by name."""
    return {name: it for name, it in _agendas.every().items() if isinstance(it, AgendaFile)}


def change_formats() -> dict[str, ChangeFormat]:
    """Every format of changes that is text, by name."""
    return {name: it for name, it in _changes.every().items() if isinstance(it, ChangeFormat)}


def change_files() -> dict[str, ChangeFile]:
    """Every format of changes that is no text, by name."""
    return {name: it for name, it in _changes.every().items() if isinstance(it, ChangeFile)}


def change_format_named(name: str) -> ChangeFormat | ChangeFile | None:
    """The format of changes with this name, whatever it gives; imports only its file."""
    return _changes.named(name)
