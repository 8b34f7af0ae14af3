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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from wirctl.core.pointer import Pointer
    from wirctl.diff.leaves import Leaf
    from wirctl.diff.side import Side
    from wirctl.diff.stroke import Stroke
    from wirctl.model.plan import Element

    Holds: TypeAlias = Callable[[Leaf], bool]

_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})


@frozen
class Remainder:
    """Both versions, searched for old values that stand in the newer one as before."""

    before: Side
    after: Side

    def of_value(self, stroke: Stroke, members: Iterable[Stroke]) -> tuple[Location, ...]:
        """The places of the same field that had the old value and have it still."""

        def holds(leaf: Leaf) -> bool:
            return leaf.path == stroke.path and same(leaf.value, stroke.old, leaf.field)

        words = (str(stroke.old),) if isinstance(stroke.old, str) else ()
        return self._still(holds, words, members)

    def of_terms(self, terms: Sequence[str], members: Iterable[Stroke]) -> tuple[Location, ...]:
        """The places of texts of the same kinds of elements that had the name and have it still."""
        patterns = [pattern(term) for term in terms]

        def holds(leaf: Leaf) -> bool:
            if leaf.field.value not in _TEXTS or not isinstance(leaf.value, str):
                return False
            line = canonical_line(leaf.value)
            return any(found.search(line) for found in patterns)

        words = tuple(min(terms, key=len).split()) if len(terms) == 1 else ()
        return self._still(holds, words, members)

    def _still(
        self, holds: Holds, words: Iterable[str], members: Iterable[Stroke]
    ) -> tuple[Location, ...]:
        strokes = tuple(members)
        kinds = frozenset(stroke.kind for stroke in strokes)
        likely = self.after.likely(kinds, _plain_words(words))
        self.before.read(element.id for element in likely)
        return tuple(
            Location(element.subject, at)
            for element in likely
            for at in self._places(element, holds)
        )

    def _places(self, element: Element, holds: Holds) -> Iterator[Pointer]:
        """Where the element holds it on both sides."""
        old = self.before.element(element.id)
        kind = self.after.kind(element.kind)
        if old is None or kind is None:
            return
        found = {leaf.at: leaf for leaf in leaves(element.value, kind.fields) if holds(leaf)}
        if found:
            had = self._had(old, holds)
            yield from (at for at in found if at in had)

    def _had(self, old: Element, holds: Holds) -> Mapping[Pointer, Leaf]:
        kind = self.before.kind(old.kind)
        fields = kind.fields if kind is not None else {}
        return {leaf.at: leaf for leaf in leaves(old.value, fields) if holds(leaf)}


def _plain_words(texts: Iterable[str]) -> tuple[bytes, ...]:
    """The words that stand in a file as they are, whatever its style: those of plain letters."""
    words = (word for text in texts for word in tokens(text)[1] if is_word(word))
    return tuple(word.encode() for word in words if word.isascii())
