"""What changed between two versions that stay as they are, kept so that it is found out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Change, Weight
from wirctl.core.diagnostic import Subject
from wirctl.core.frozen import frozen
from wirctl.core.value import is_list, list_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from wirctl.core.value import Value


@frozen
class Since:
    """Another version to tell the news against: what people call it, and the changes from it."""

    label: str
    changes: Sequence[Change]


@frozen
class Closing:
    """A closed round: its day, its commit, and the changes since the round before, if any."""

    round: str
    date: str
    commit: str
    changes: Sequence[Change] | None = None


class Compared:
    """The changes between versions by their name: those of the last time, and of this one."""

    def __init__(self, before: Mapping[str, Value] | None = None) -> None:
        self._before = before or {}
        self._found: dict[str, tuple[Change, ...]] = {}

    @property
    def is_new(self) -> bool:
        """Whether versions were compared that had not been before."""
        return not self._found.keys() <= self._before.keys()

    def changes(self, key: str, compare: Callable[[], Iterable[Change]]) -> tuple[Change, ...]:
        """The news between the two versions of this name."""
        found = self._found.get(key)
        if found is None:
            found = self._remembered(key)
            if found is None:
                found = news(compare())
            self._found[key] = found
        return found

    def _remembered(self, key: str) -> tuple[Change, ...] | None:
        lines = self._before.get(key)
        if not is_list(lines):
            return None
        try:
            return tuple(_changes(list_of(lines)))
        except ValueError:
            return None

    def record(self) -> dict[str, object]:
        """What to remember for the next time, as plain data."""
        return {key: [_line(change) for change in found] for key, found in self._found.items()}


def news(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What news tell of the changes: of each that is more than one of form, what happened."""
    return tuple(_told(change) for change in changes if change.weight is not Weight.FORM)


def _told(change: Change) -> Change:
    return Change(
        change.kind,
        change.subject,
        change.at,
        change.old,
        change.new,
        change.weight,
        arguments=change.arguments,
    )


def _line(change: Change) -> list[object]:
    subject = change.subject
    return [
        [change.kind, str(change.weight), subject.path, subject.kind, subject.id],
        change.at,
        change.old,
        change.new,
        change.arguments,
    ]


def _changes(lines: Iterable[Value]) -> Iterator[Change]:
    """What `_line` wrote.

    Raises:
        ValueError: it looks otherwise.
    """
    for line in lines:
        names, at, old, new, words = list_of(line)
        kind, weight, path, of_kind, id = map(text_of, list_of(names))
        yield Change(
            kind,
            Subject(path, of_kind, id),
            tuple(map(text_of, list_of(at))),
            old,
            new,
            Weight(weight),
            arguments=tuple(
                (text_of(name), text_of(word)) for name, word in map(list_of, list_of(words))
            ),
        )
