"""What each page was made from when it was last written, so that only others are written anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from wirctl.core.value import list_of, record_of, text_of
from wirctl.render.pages.watching import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from wirctl.core.value import Record
    from wirctl.render.model.item import Item
    from wirctl.render.pages.watching import Part, Watch

FORMAT = 2
Old: TypeAlias = "Callable[[str], bytes | None]"
"""Gives the page that lies at a path, `None` where there is none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A page as it was written: the digests of what it alone shows and of its bytes, what it read.

    Each of `read` is the place of a part of the view among those of its book.
    """

    own: str
    sha256: str
    read: tuple[int, ...]


@dataclass(slots=True)
class Chapter:
    """The pages of one book: the parts of the view that they read, with their digests then.

    `words` holds what is searched for in each element, behind the digest of what it says.
    """

    parts: list[tuple[Part, str]] = field(default_factory=list)
    lines: dict[str, Line] = field(default_factory=dict)
    words: dict[str, tuple[str, str]] = field(default_factory=dict)


class Compiled(NamedTuple):
    """The folder of templates as they were compiled; `program` names all that compiles them."""

    folder: Path
    program: str


@dataclass(slots=True)
class Ledger:
    """The pages of a site by the folder of their book: as they were, and as they are now.

    Beside it lie the templates that they were made with, if those are kept.
    """

    old: Old = lambda _: None
    before: Mapping[str, Chapter] = field(default_factory=dict)
    now: dict[str, Chapter] = field(default_factory=dict)
    compiled: Compiled | None = None

    def open(self, below: str, watch: Watch) -> Account:
        """The account of the book in this folder, whose view is watched."""
        chapter = self.now[below] = Chapter()
        return Account(below, watch, self.old, self.before.get(below, Chapter()), chapter)

    def record(self) -> dict[str, object]:
        """What to remember for the next time, as plain data."""
        return {
            "format": FORMAT,
            "chapters": {
                below: {
                    "parts": [[*part, digest] for part, digest in chapter.parts],
                    "pages": {
                        path: [line.own, line.sha256, line.read]
                        for path, line in chapter.lines.items()
                    },
                    "words": chapter.words,
                }
                for below, chapter in self.now.items()
            },
        }


class Account:
    """Tells for each page of a book whether it is still as it was, and notes how it is now."""

    def __init__(self, below: str, watch: Watch, old: Old, before: Chapter, now: Chapter) -> None:
        self._below, self._watch, self._old = below, watch, old
        self._before, self._now = before, now
        self._places: dict[Part, int] = {}
        self._same: dict[int, bool] = {}

    def page(self, path: str, own: str, make: Callable[[], bytes]) -> bytes:
        """The page: as it lies there if it would be the same, else made anew.

        `own` is the digest of what it shows besides what it reads of the view.
        """
        line = self._before.lines.get(path)
        if line is not None and line.own == own and all(map(self._is_same, line.read)):
            data = self._old(f"{self._below}{path}")
            if data is not None and sha256(data).hexdigest() == line.sha256:
                self._note(path, own, line.sha256, (self._before.parts[at][0] for at in line.read))
                return data
        self._watch.begin()
        data = make()
        self._note(path, own, sha256(data).hexdigest(), sorted(self._watch.read))
        return data

    def words(self, item: Item, make: Callable[[Item], str]) -> str:
        """The words of an element: as they were if it says the same, else found anew."""
        digest = "".join(map(self._watch.digest, parts_of(item)))
        then, words = self._before.words.get(item.id, ("", ""))
        self._now.words[item.id] = (digest, words if then == digest else make(item))
        return self._now.words[item.id][1]

    def _is_same(self, place: int) -> bool:
        known = self._same.get(place)
        if known is None:
            part, then = self._before.parts[place]
            known = self._same[place] = self._watch.digest(part) == then
        return known

    def _note(self, path: str, own: str, digest: str, read: Iterable[Part]) -> None:
        self._now.lines[path] = Line(own, digest, tuple(map(self._place, read)))

    def _place(self, part: Part) -> int:
        place = self._places.get(part)
        if place is None:
            place = self._places[part] = len(self._now.parts)
            self._now.parts.append((part, self._watch.digest(part)))
        return place


def chapters_of(said: Record) -> dict[str, Chapter]:
    """What was remembered, freed of whatever does not look like it."""
    if said.get("format") != FORMAT:
        return {}
    return {
        below: _chapter(record_of(chapter))
        for below, chapter in record_of(said.get("chapters")).items()
    }


def _chapter(said: Record) -> Chapter:
    parts = [_part(list_of(part)) for part in list_of(said.get("parts"))]
    pages = record_of(said.get("pages")).items()
    lines = {path: _line(list_of(line), len(parts)) for path, line in pages}
    words = record_of(said.get("words")).items()
    return Chapter(
        parts,
        {path: line for path, line in lines.items() if line is not None},
        {id: _pair(list_of(pair)) for id, pair in words},
    )


def _pair(said: object) -> tuple[str, str]:
    digest, words = (*map(text_of, list_of(said)), "", "")[:2]
    return digest, words


def _part(said: object) -> tuple[Part, str]:
    name, key, digest = (*map(text_of, list_of(said)), "", "", "")[:3]
    return (name, key), digest


def _line(said: object, count: int) -> Line | None:
    own, digest, read = (*list_of(said), None, None, None)[:3]
    places = tuple(place for place in list_of(read) if isinstance(place, int))
    if len(places) != len(list_of(read)) or not all(0 <= place < count for place in places):
        return None
    return Line(text_of(own), text_of(digest), places)
