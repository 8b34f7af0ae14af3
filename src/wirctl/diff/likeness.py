"""Which of the sentences that have no twin are versions of each other."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.diff.words import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST_HOLDERS = 16
_MOST_RIVALS = 4
_WORD = regex(r"[^\W_]+")


@frozen
class Sentence:
    """A sentence as the set of its words, and what they weigh together."""

    words: frozenset[str]
    weight: float


@frozen
class Likeness:
    """Compares sentences by the words they share; a word that many have says little."""

    weights: Mapping[str, float]

    def contained(self, part: Sentence, whole: Sentence, others: Iterable[Sentence]) -> float:
        """How much of a sentence is in `whole` besides what the `others` have of it."""
        rest = whole.words.difference(*(other.words for other in others))
        shared = sum(self.weights[word] for word in sorted(part.words & rest))
        return shared / part.weight if part.weight else 0.0


def weighed(texts: Sequence[str]) -> tuple[Likeness, tuple[Sentence, ...]]:
    """The sentences, each word weighed by how many of them have it."""
    found = [frozenset(_WORD.findall(text)) for text in texts]
    holders = Counter(chain.from_iterable(found))
    weights = {word: weight(word) / max(number, 2) ** 0.5 for word, number in holders.items()}
    return Likeness(weights), tuple(
        Sentence(words, sum(map(weights.__getitem__, sorted(words)))) for words in found
    )


def rivals(
    old: Sequence[Sentence], new: Sequence[Sentence], likeness: Likeness, least: float
) -> list[tuple[int, int, float]]:
    """Pairs that are at least so alike, the best few of each old sentence, in old order.

    Words that many have are left out of the count where there are many, so the work is bounded.
    """
    index: dict[str, list[int]] = {}
    for place, sentence in enumerate(new):
        for word in sentence.words:
            index.setdefault(word, []).append(place)
    found: list[tuple[int, int, float]] = []
    for place, sentence in enumerate(old):
        alike = _alike(sentence, new, index, likeness)
        best = nsmallest(_MOST_RIVALS, ((-score, other) for other, score in alike.items()))
        found.extend(sorted((place, other, -less) for less, other in best if -less >= least))
    return found


def _alike(
    sentence: Sentence,
    new: Sequence[Sentence],
    index: Mapping[str, Sequence[int]],
    likeness: Likeness,
) -> dict[int, float]:
    """How like this sentence the new ones are that share a word which few have: 0 to 1."""
    shared: dict[int, float] = {}
    for word in sorted(sentence.words):
        places = index.get(word, ())
        if len(places) <= _MOST_HOLDERS:
            heavy = likeness.weights[word]
            for place in places:
                shared[place] = shared.get(place, 0.0) + heavy
    return {
        place: 2 * heavy / (sentence.weight + new[place].weight) for place, heavy in shared.items()
    }
