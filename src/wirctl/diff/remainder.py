"""What stayed as it was while the same thing changed in many other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Location
from wirctl.core.frozen import frozen
from wirctl.core.text import canonical_line
from wirctl.core.tokens import is_word, tokens
from wirctl.diff.leaves import leaves
from wirctl.diff.term import pattern
from wirctl.schema.canonical import same
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from wirctl.core.pointer import Pointer
    from wirctl.diff.leaves import Leaf
    from wirctl.diff.side import Side
    from wirctl.diff.stroke import Stroke
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind

    Holds: TypeAlias = Callable[[Leaf], bool]

_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})


@frozen
class _Search:
    """What is looked for: which values, in files with which words, below which path."""

    holds: Holds
    words: tuple[str, ...]
    only: Pointer = ()

    def places(self, element: Element, kind: Kind) -> list[Pointer]:
        """Where the element has it."""
        found = leaves(element.value, kind.fields, self.only)
        return [leaf.at for leaf in found if self.holds(leaf)]


@frozen
class Remainder:
    """Both versions, searched for old values that stand in the newer one as before."""

    before: Side
    after: Side

    def of_value(self, stroke: Stroke, members: Iterable[Stroke]) -> tuple[Location, ...] | None:
        """The places of the same field that had the old value and have it still.

        `None` if they are in more elements than there are members.
        """

        def holds(leaf: Leaf) -> bool:
            return leaf.path == stroke.path and same(leaf.value, stroke.old, leaf.field)

        words = (str(stroke.old),) if isinstance(stroke.old, str) else ()
        return self._still(_Search(holds, words, stroke.path), members)

    def of_terms(
        self, terms: Sequence[str], members: Iterable[Stroke]
    ) -> tuple[Location, ...] | None:
        """The places of texts of the same kinds of elements that had the name and have it still.

        `None` if they are in more elements than there are members.
        """
        patterns = [pattern(term) for term in terms]

        def holds(leaf: Leaf) -> bool:
            if leaf.field.value not in _TEXTS or not isinstance(leaf.value, str):
                return False
            line = canonical_line(leaf.value)
            return any(found.search(line) for found in patterns)

        words = tuple(min(terms, key=len).split()) if len(terms) == 1 else ()
        return self._still(_Search(holds, words), members)

    def _still(self, search: _Search, members: Iterable[Stroke]) -> tuple[Location, ...] | None:
        strokes = tuple(members)
        kinds = frozenset(stroke.kind for stroke in strokes)
        most = len({stroke.element for stroke in strokes})
        found: dict[str, list[Location]] = {}
        for elements in self.after.likely(kinds, _plain_words(search.words)):
            self.before.read(element.id for element in elements)
            for element in elements:
                places = [Location(element.subject, at) for at in self._places(element, search)]
                if places:
                    found[element.id] = places
            if len(found) > most:
                return None
        return tuple(place for places in found.values() for place in places)

    def _places(self, element: Element, search: _Search) -> Iterator[Pointer]:
        """Where the element holds it on both sides."""
        old = self.before.element(element.id)
        kind = self.after.kind(element.kind)
        if old is None or kind is None:
            return
        found = search.places(element, kind)
        before = self.before.kind(old.kind) if found else None
        if before is not None:
            had = frozenset(search.places(old, before))
            yield from (at for at in found if at in had)


def _plain_words(texts: Iterable[str]) -> tuple[bytes, ...]:
    """The words that stand in a file as they are, whatever its style: those of plain letters."""
    words = (word for text in texts for word in tokens(text)[1] if is_word(word))
    return tuple(word.encode() for word in words if word.isascii())
