"""What the reader finds wrong with one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument, Arguments
    from wirctl.core.pointer import Pointer
    from wirctl.core.span import Span

Path: TypeAlias = "tuple[str | int, ...]"
"""Keys and places from 0: what the reader can say of a value without knowing list keys."""

WHOLE: Path = ()


@frozen
class Fault:
    """One finding of the reader, with its place in the text.

    `paths` names the values that cannot be used because of it, so that nobody complains about
    them a second time; the empty path is the whole file. No path means that every value is
    what it looks like. `related` names what the finding speaks about besides.
    """

    rule: str
    span: Span
    arguments: Arguments = ()
    paths: tuple[Path, ...] = ()
    related: tuple[Path, ...] = ()

    @property
    def pointer(self) -> Pointer | None:
        """The first of the paths as names, items of lists by their place; `None` without one."""
        return tuple(map(str, self.paths[0])) if self.paths else None


def fault(message: Message, span: Span, *paths: Path, **arguments: Argument) -> Fault:
    """A fault that says this message."""
    return Fault(message.id, span, tuple(sorted(arguments.items())), paths)


def shortened(text: str, length: int = 60) -> str:
    """The text in one line, cut where it is too long to be quoted in a message.

    >>> shortened("Wir sind  Hannover", 10)
    'Wir sind …'
    """
    line = " ".join(text[: length * 4].split())
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]} …"


def in_quotes(text: str) -> str:
    r"""The text as it has to be written to be taken as it stands.

    >>> print(in_quotes('*innen'), in_quotes('C:\\Daten'), in_quotes('das "Wir"'))
    "*innen" 'C:\Daten' 'das "Wir"'
    """
    line = shortened(text)
    if '"' in line or "\\" in line:
        return "'" + line.replace("'", "''") + "'"
    return f'"{line}"'
