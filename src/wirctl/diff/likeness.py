"""Which of the sentences that have no twin are versions of each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING

from wirctl.core.tokens import is_word
from wirctl.diff.words import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST_HOLDERS = 16
_MOST_RIVALS = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one side: its tokens counted, what they weigh, how many words they are."""

    tokens: Mapping[str, int]
    weight: float
    length: int


@dataclass(slots=True)
class Likeness:
    """Compares sentences by the words they share; a word that many have says little."""

    weights: dict[str, float] = field(default_factory=dict)

    @classmethod
    def over(cls, sentences: Iterable[Sequence[str]]) -> Likeness:
        """Weighs each word by how many of the sentences have it."""
        holders = Counter(word for words in sentences for word in set(words))
        return cls({word: weight(word) / max(number, 2) ** 0.5 for word, number in holders.items()})

    def sentence(self, words: Sequence[str]) -> Sentence:
        """The sentence, counted and weighed."""
        counted = Counter(words)
        heavy = sum(self.weights[word] * number for word, number in counted.items())
        return Sentence(counted, heavy, sum(map(is_word, words)))

    def of(self, one: Sentence, other: Sentence) -> float:
        """How like two sentences are: from 0, no word in common, to 1, the same words."""
        both = one.weight + other.weight
        return 2 * self._shared(one.tokens, other.tokens) / both if both else 0.0

    def contained(self, part: Sentence, whole: Sentence, others: Iterable[Sentence]) -> float:
        """How much of a sentence is in `whole` besides what the `others` have of it."""
        rest = Counter(whole.tokens)
        for other in others:
            rest -= Counter(other.tokens)
        return self._shared(part.tokens, rest) / part.weight if part.weight else 0.0

    def _shared(self, one: Mapping[str, int], other: Mapping[str, int]) -> float:
        if len(other) < len(one):
            one, other = other, one
        return sum(
            self.weights[word] * min(number, other[word])
            for word, number in one.items()
            if word in other
        )


def rivals(
    old: Sequence[Sentence], new: Sequence[Sentence], likeness: Likeness, least: float
) -> list[tuple[int, int, float]]:
    """Pairs that are at least so alike, the best few of each old sentence, in old order.

    Only sentences that share a word which few have are looked at, so the work is bounded.
    """
    index: dict[str, list[int]] = {}
    for place, sentence in enumerate(new):
        for word in sentence.tokens:
            index.setdefault(word, []).append(place)
    found: list[tuple[int, int, float]] = []
    for place, sentence in enumerate(old):
        scored = (
            (-likeness.of(sentence, new[other]), other)
            for other in _sharing(sentence, index, likeness)
        )
        best = nsmallest(_MOST_RIVALS, scored)
        found.extend(
            (place, other, -less)
            for less, other in sorted(best, key=lambda item: item[1])
            if -less >= least
        )
    return found


def _sharing(sentence: Sentence, index: Mapping[str, list[int]], likeness: Likeness) -> list[int]:
    """The new sentences that share most weight of rare words with this one."""
    shared: dict[int, float] = {}
    for word in sentence.tokens:
        places = index.get(word, ())
        if len(places) <= _MOST_HOLDERS:
            for place in places:
                shared[place] = shared.get(place, 0.0) + likeness.weights[word]
    return nsmallest(2 * _MOST_RIVALS, shared, key=lambda place: (-shared[place], place))
