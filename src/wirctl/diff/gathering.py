"""One change for what happened alike in many elements: a recoding, or a name that was replaced.

At least three elements, and not fewer than those that kept the old value: else it is chance
(docs/adr/0008).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.change import Change, Weight
from wirctl.core.diagnostic import Subject
from wirctl.core.frozen import field, frozen
from wirctl.diff.exchange import BETWEEN
from wirctl.diff.remainder import Remainder
from wirctl.diff.stroke import strokes
from wirctl.diff.term import exchanges, lengthened

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from wirctl.core.diagnostic import Location
    from wirctl.diff.side import Side
    from wirctl.diff.stroke import Stroke
    from wirctl.diff.term import Place, Term
    from wirctl.schema.kind import Kind

_FEWEST = 3
"""Elements from which on one way of changing is told once."""

_Renamed: TypeAlias = "tuple[Stroke, tuple[Place, ...]]"


def gathered(changes: Sequence[Change], before: Side, after: Side) -> tuple[Change, ...]:
    """The changes, those first that stand for many; their members are not listed again."""
    if len(changes) < _FEWEST:
        return tuple(changes)
    work = _Gathering(Remainder(before, after), {kind.name: kind for kind in after.kinds})
    return work.done(changes)


@frozen
class _Gathering:
    """Groups of strokes that are alike, taken one after the other."""

    remainder: Remainder
    kinds: Mapping[str, Kind]
    found: list[Change] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def done(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """What was gathered, and all that is left."""
        made = list(strokes(changes, self.kinds))
        if len(made) >= _FEWEST:
            self.terms(made)
            self.values(stroke for stroke in made if not self.taken.intersection(stroke.places))
        rest = (change for place, change in enumerate(changes) if place not in self.taken)
        return (*self.found, *rest)

    def terms(self, made: Iterable[Stroke]) -> None:
        """Names that were replaced wherever they stood, in several fields or texts."""
        groups: dict[Hashable, list[_Renamed]] = defaultdict(list)
        for stroke in made:
            places = exchanges(str(stroke.old), str(stroke.new)) if stroke.is_text else ()
            if places:
                groups[frozenset(place.term for place in places)].append((stroke, places))
        for group in groups.values():
            members = [stroke for stroke, _ in group]
            one_value = len({(stroke.kind, stroke.path, stroke.meaning) for stroke in members})
            if one_value > 1 and _are_many(members):
                terms = _terms([place for _, places in group for place in places])
                kept = self.remainder.of_terms([term.old for term in terms], members)
                self._take("term-replaced", members, kept, terms)

    def values(self, made: Iterable[Stroke]) -> None:
        """Values of one field that became the same other one."""
        groups: dict[Hashable, list[Stroke]] = defaultdict(list)
        for stroke in made:
            groups[stroke.kind, stroke.path, stroke.meaning].append(stroke)
        for members in groups.values():
            if _are_many(members):
                kept = self.remainder.of_value(members[0], members)
                self._take("value-recoded", members, kept, ())

    def _take(
        self,
        kind: str,
        members: Sequence[Stroke],
        kept: tuple[Location, ...] | None,
        terms: Sequence[Term],
    ) -> None:
        if kept is not None:
            self.taken.update(place for stroke in members for place in stroke.places)
            self.found.append(_collective(kind, members, kept, terms))


def _elements(members: Iterable[Stroke]) -> set[str]:
    return {stroke.element for stroke in members}


def _are_many(members: Sequence[Stroke]) -> bool:
    return len(members) >= _FEWEST and len(_elements(members)) >= _FEWEST


def _terms(places: Iterable[Place]) -> tuple[Term, ...]:
    """Each term at its full length, in the order of the old names."""
    by_term: dict[Term, list[Place]] = defaultdict(list)
    for place in places:
        by_term[place.term].append(place)
    return tuple(sorted(map(lengthened, by_term.values())))


def _collective(
    kind: str, strokes: Sequence[Stroke], kept: tuple[Location, ...], terms: Sequence[Term]
) -> Change:
    """The one change that stands for all these."""
    members = tuple(change for _, change in sorted(_numbered(strokes), key=lambda row: row[0]))
    first, heaviest = strokes[0], _heaviest(members)
    kinds = {stroke.kind for stroke in strokes}
    words = {"count": str(len(_elements(strokes)))}
    if terms:
        words["terms"] = BETWEEN.join(f"{term.old} → {term.new}" for term in terms)
    return Change(
        kind=kind,
        subject=Subject("", first.kind if len(kinds) == 1 else ""),
        at=() if terms else first.path,
        old=BETWEEN.join(term.old for term in terms) if terms else first.old,
        new=BETWEEN.join(term.new for term in terms) if terms else first.new,
        weight=heaviest.weight,
        arguments=tuple(words.items()),
        ground=heaviest.ground,
        difference=members[0].difference if not terms else None,
        members=members,
        exceptions=kept,
    )


def _numbered(strokes: Iterable[Stroke]) -> Iterator[tuple[int, Change]]:
    for stroke in strokes:
        yield from zip(stroke.places, stroke.changes, strict=True)


def _heaviest(members: Iterable[Change]) -> Change:
    order = list(Weight)
    return min(members, key=lambda change: order.index(change.weight))
