"""What is known of a plan's past: the last changes of each part of each element."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.pointer import Pointer


@frozen
class Unread:
    """A file that could not be read in a commit: the last values that could be read stand."""

    path: str
    commit: str


@frozen
class Touch:
    """One change: its commit, what the element was called then, and the round it belongs to.

    The round is empty where none has been closed since. `outcome` and `paper` are those of
    its decision on the element, empty where it decided nothing on it.
    """

    commit: str
    date: str
    id: str
    round: str = ""
    body: str = ""
    outcome: str = ""
    paper: str = ""


class Line(NamedTuple):
    """One field, item or sentence with its last change of substance and its last editorial one.

    `sentence` counts the sentences of a text from 1; 0 is the field itself. The marks of a
    field tell of everything in it, also of what is gone since. `text` is the value, empty
    for a record or list, whose parts follow.
    """

    pointer: Pointer
    sentence: int
    text: str
    substantive: Touch | None
    editorial: Touch | None


@frozen
class Blame:
    """One element: its last changes as a whole, and those of each field.

    `substantive` is the last change of the element in any field.
    """

    id: str
    kind: str
    path: str
    label: str
    substantive: Touch | None
    editorial: Touch | None
    lines: tuple[Line, ...]


@frozen
class Trail:
    """Every element of a plan at a commit, by id; bodies by id with their titles; unread files."""

    commit: str
    language: str
    elements: Mapping[str, Blame]
    bodies: Mapping[str, str]
    unread: tuple[Unread, ...]


@frozen
class Answer:
    """A trail as text: the JSON that is printed of all elements, and that of the rest."""

    text: str
    rest: str
