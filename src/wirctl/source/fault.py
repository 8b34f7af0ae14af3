"""What the reader finds wrong with one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument, Arguments
    from wirctl.core.pointer import Pointer
    from wirctl.core.span import Span

Path: TypeAlias = "tuple[str | int, ...]"
"""Keys and places from 0: what the reader can say of a value without knowing list keys."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding of the reader, with its place in the text.

    `path` names the value that cannot be used because of it, so that nobody complains about
    that value a second time; the empty path is the whole file, `None` means that every value
    is what it looks like. `related` names what the finding speaks about besides.
    """

    rule: str
    span: Span
    arguments: Arguments = ()
    path: Path | None = None
    related: tuple[Path, ...] = ()

    @property
    def pointer(self) -> Pointer | None:
        """The path as names; items of lists by their place."""
        return None if self.path is None else tuple(map(str, self.path))


def fault(message: Message, span: Span, path: Path | None = None, **arguments: Argument) -> Fault:
    """A fault that says this message."""
    return Fault(message.id, span, tuple(sorted(arguments.items())), path)
