"""The one type that everything which finds fault gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import field, frozen
from wirctl.core.pointer import ROOT

if TYPE_CHECKING:
    from wirctl.core.pointer import Pointer
    from wirctl.core.severity import Severity
    from wirctl.core.span import Span

Argument: TypeAlias = "str | int | float | tuple[str, ...]"
Arguments: TypeAlias = tuple[tuple[str, Argument], ...]


@frozen(order=True)
class Subject:
    """What is spoken about: an element by kind and id, and the file that holds it.

    `path` is relative to the plan folder, with `/`. `kind` is empty where the file
    belongs to none, `id` where the file name gives none.
    """

    path: str
    kind: str = ""
    id: str = ""


@frozen
class Excerpt:
    """Words of a text by name: as they are said there, and how often they were said before."""

    words: str
    before: int = 0


@frozen
class Location:
    """A place by name: an element and a pointer into it, and the words that it is about."""

    subject: Subject
    pointer: Pointer = ROOT
    excerpt: Excerpt | None = field(default=None, compare=False)


@frozen
class Diagnostic:
    """One finding. It holds no text: that is made from `rule`, `arguments` and a language.

    `at` is a pointer into the subject's document; a span only where there is no document
    to point into, because the file could not be read that far. `excerpt` says which words of
    the text there are meant; it is no part of what the finding is.
    """

    rule: str
    severity: Severity
    subject: Subject
    at: Pointer | Span = ROOT
    arguments: Arguments = ()
    related: tuple[Location, ...] = ()
    excerpt: Excerpt | None = field(default=None, compare=False)
