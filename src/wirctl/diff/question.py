"""Elements that were probably renamed, moved, split or merged, where nobody says so.

It is a question and never a fact: what came and what went stays new and gone until somebody
declares the lineage. What counts is likeness of content; ids play no part.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.leaves import leaves
from wirctl.diff.likeness import weighed
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.diff.likeness import Likeness, Sentence
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind

_LIKE = 0.55
"""The share of content, by weight of words, from which on two elements may be one."""
_PART = 0.6
"""The share of a part that its whole has to hold, and of a whole that its parts have to."""
_MOST = 200
"""More elements than these came or went: a new plan, and no question for a person."""
_OF_LINEAGE = frozenset({"id", "lineage", "withdrawn", "sources", "note", "allow"})
_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})


@frozen
class Question:
    """What may have become of elements: `kind` is `renamed`, `moved`, `split` or `merged`.

    `share` is how much of their content is equal, from 0 to 1.
    """

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    share: float


def questions(
    gone: Sequence[Element], came: Sequence[Element], kinds: Iterable[Kind]
) -> tuple[Question, ...]:
    """The questions that the elements raise which only one version has, by id.

    Asked is only about kinds that can declare their lineage.
    """
    found: list[Question] = []
    for kind in kinds:
        old = [item for item in gone if item.kind == kind.name]
        new = [item for item in came if item.kind == kind.name]
        if 0 < len(old) <= _MOST and 0 < len(new) <= _MOST and "lineage" in kind.fields:
            found.extend(_Matter.of(kind, old, new).questions())
    return tuple(sorted(found, key=lambda item: (item.old, item.new)))


def is_unsaid(tombstone: Element) -> bool:
    """Whether a tombstone does not tell what its element goes on as."""
    return not list_of(record_of(tombstone.value.get("withdrawn")).get("to"))


@frozen
class _Matter:
    """What is left to be asked about the elements of one kind, by id."""

    kind: Kind
    old: dict[str, Sentence]
    new: dict[str, Sentence]
    likeness: Likeness
    groups: dict[str, str]

    @classmethod
    def of(cls, kind: Kind, old: Sequence[Element], new: Sequence[Element]) -> _Matter:
        likeness, contents = weighed([_content(item, kind) for item in (*old, *new)])
        groups = {item.id: text_of(item.value.get(kind.group_by)) for item in (*old, *new)}
        return cls(
            kind,
            dict(zip((item.id for item in old), contents, strict=False)),
            dict(zip((item.id for item in new), contents[len(old) :], strict=True)),
            likeness,
            groups,
        )

    def questions(self) -> Iterator[Question]:
        """Parts first: of a split element, one part may be very like the whole."""
        for whole, parts, share in self._divided(self.old, self.new):
            yield Question("split", (whole,), parts, share)
        for whole, parts, share in self._divided(self.new, self.old):
            yield Question("merged", parts, (whole,), share)
        pairs = sorted(
            (-self._share(one, other), name, other_name)
            for name, one in self.old.items()
            for other_name, other in self.new.items()
        )
        for less, name, other_name in pairs:
            if -less >= _LIKE and name in self.old and other_name in self.new:
                del self.old[name], self.new[other_name]
                same_group = self.groups[name] == self.groups[other_name]
                yield Question(
                    "renamed" if same_group else "moved", (name,), (other_name,), round(-less, 2)
                )

    def _divided(
        self, wholes: dict[str, Sentence], parts: dict[str, Sentence]
    ) -> Iterator[tuple[str, tuple[str, ...], float]]:
        """Each whole of which at least two parts hold the most; both are taken away."""
        holders: dict[str, list[str]] = defaultdict(list)
        for name, part in parts.items():
            held = {whole: self.likeness.contained(part, wholes[whole], ()) for whole in wholes}
            best = max(held, key=lambda whole: (held[whole], whole), default="")
            if best and held[best] >= _PART and self._share(part, wholes[best]) < 1:
                holders[best].append(name)
        for whole, names in sorted(holders.items()):
            share = self._covered(wholes[whole], [parts[name] for name in names])
            if len(names) > 1 and share >= _PART:
                del wholes[whole]
                for name in names:
                    del parts[name]
                yield whole, tuple(sorted(names)), round(share, 2)

    def _covered(self, whole: Sentence, parts: Iterable[Sentence]) -> float:
        words = frozenset().union(*(part.words for part in parts))
        shared = sum(self.likeness.weights[word] for word in sorted(whole.words & words))
        return shared / whole.weight if whole.weight else 0.0

    def _share(self, one: Sentence, other: Sentence) -> float:
        shared = sum(self.likeness.weights[word] for word in sorted(one.words & other.words))
        weight = one.weight + other.weight
        return 2 * shared / weight if weight else 0.0


def _content(element: Element, kind: Kind) -> str:
    """The texts of an element but for those that every element has of its own."""
    return "\n".join(
        str(leaf.value)
        for leaf in leaves(element.value, kind.fields)
        if leaf.path[0] not in _OF_LINEAGE and leaf.field.value in _TEXTS
    )
