"""What changed between two texts, as runs of text that a reader can follow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from wirctl.core.text import canonical_prose
from wirctl.core.tokens import is_word, tokens
from wirctl.diff.pairing import Fate, pairs, sentences_of
from wirctl.diff.run import NEW_SIDE, OLD_SIDE, Act, Run, Writer
from wirctl.diff.words import changed_zones, words_kept

if TYPE_CHECKING:
    from wirctl.core.tokens import Tokens
    from wirctl.diff.pairing import Pair, Units
    from wirctl.diff.words import Zone

__all__ = [
    "NEW_SIDE",
    "OLD_SIDE",
    "Act",
    "Run",
    "SentenceChange",
    "compare",
    "sentence_changes",
    "share_changed",
]


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """What became of a sentence, or of neighbours that were joined or split.

    `old` is `None` for what is new, `new` for what is gone. `runs` are the difference inside.
    What moved stands once, where it is now.
    """

    old: str | None
    new: str | None
    runs: tuple[Run, ...]
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether the sentence is not what it was, or not where it was."""
        return self.moved or self.old != self.new


def compare(old: str, new: str) -> tuple[Run, ...]:
    """What was equal, deleted, inserted and moved, in reading order.

    The texts are compared in their canonical form: the runs of the old side joined are the
    old text in that form, those of the new side the new. The comparison the other way round
    is the mirror: the same words, with deleted and inserted exchanged.

    >>> [(run.act.value, run.text) for run in compare("Frist: Mai 2024.", "Frist: Mai 2025.")]
    [('equal', 'Frist: Mai '), ('deleted', '2024'), ('inserted', '2025'), ('equal', '.')]
    """
    before, after = canonical_prose(old), canonical_prose(new)
    if before == after:
        return (Run(Act.EQUAL, before),) if before else ()
    writer = Writer()
    for pair in pairs(before, after):
        _write(writer, pair)
    return writer.runs()


def sentence_changes(old: str, new: str) -> tuple[SentenceChange, ...]:
    """The sentences of both texts in pairs, the equal ones too, in reading order."""
    found: list[SentenceChange] = []
    for pair in pairs(canonical_prose(old), canonical_prose(new)):
        if pair.fate is Fate.STAYED:
            for block in pair.new:
                found.extend(_same(unit.text) for unit in sentences_of(block))
        elif pair.fate is not Fate.MOVED_AWAY:
            found.append(_sentence_change(pair))
    return tuple(found)


def share_changed(old: str, new: str) -> float:
    """The share of words that went or came, of all words of both texts: from 0 to 1.

    Words that only moved with their sentence count as kept.
    """
    total = kept = 0
    for pair in pairs(canonical_prose(old), canonical_prose(new)):
        if pair.fate is Fate.MOVED_AWAY:
            continue
        before, after = _tokens(pair.old)[1], _tokens(pair.new)[1]
        total += sum(map(is_word, before)) + sum(map(is_word, after))
        kept += 2 * words_kept(before, after)
    return (total - kept) / total if total else 0.0


def _same(sentence: str) -> SentenceChange:
    return SentenceChange(sentence, sentence, (Run(Act.EQUAL, sentence),))


def _sentence_change(pair: Pair) -> SentenceChange:
    writer = Writer()
    before, after = _bare(_tokens(pair.old)), _bare(_tokens(pair.new))
    _write_words(writer, before, after)
    return SentenceChange(
        _joined(before) or None,
        _joined(after) or None,
        writer.runs(),
        moved=pair.fate is Fate.MOVED_HERE,
    )


def _write(writer: Writer, pair: Pair) -> None:
    if pair.fate is Fate.STAYED:
        writer.replace(pair.old[0].space, pair.new[0].space)
        writer.add(Act.EQUAL, pair.old[0].text)
    elif pair.fate is Fate.MOVED_AWAY:
        _write_moved(writer, pair, Act.MOVED_AWAY, Act.DELETED)
    elif pair.fate is Fate.MOVED_HERE:
        _write_moved(writer, pair, Act.MOVED_HERE, Act.INSERTED)
    elif not pair.new:
        writer.add(Act.DELETED, _text(pair.old))
    elif not pair.old:
        writer.add(Act.INSERTED, _text(pair.new))
    else:
        _write_words(writer, _tokens(pair.old), _tokens(pair.new))


def _write_words(writer: Writer, old: Tokens, new: Tokens) -> None:
    """The zones as deleted and inserted, what lies between as equal but for its spaces."""
    a = c = 0
    for zone in [*changed_zones(old[1], new[1]), _end(old, new)]:
        for place in range(zone[0] - a):
            writer.replace(old[0][a + place], new[0][c + place])
            writer.add(Act.EQUAL, old[1][a + place])
        writer.add(Act.DELETED, _joined(old, zone[0], zone[1]))
        writer.add(Act.INSERTED, _joined(new, zone[2], zone[3]))
        _, a, _, c = zone


def _write_moved(writer: Writer, pair: Pair, stayed: Act, changed: Act) -> None:
    """One side of a sentence that moved: what is equal as moved, the rest as changed."""
    old, new = _tokens(pair.old), _tokens(pair.new)
    own, first = (old, 0) if stayed is Act.MOVED_AWAY else (new, 2)
    at = 0
    for zone in [*changed_zones(old[1], new[1]), _end(old, new)]:
        writer.add(stayed, _joined(own, at, zone[first]))
        writer.add(changed, _joined(own, zone[first], zone[first + 1]))
        at = zone[first + 1]


def _end(old: Tokens, new: Tokens) -> Zone:
    return len(old[1]), len(old[1]), len(new[1]), len(new[1])


def _text(units: Units) -> str:
    return "".join(unit.space + unit.text for unit in units)


def _tokens(units: Units) -> Tokens:
    """The tokens of sentences one after the other, each with the space before it."""
    gaps: list[str] = []
    words: list[str] = []
    for unit in units:
        found = tokens(unit.text)
        gaps.extend((unit.space + found[0][0], *found[0][1:]))
        words.extend(found[1])
    return tuple(gaps), tuple(words)


def _bare(found: Tokens) -> Tokens:
    return ("", *found[0][1:]) if found[0] else (), found[1]


def _joined(found: Tokens, start: int = 0, end: int | None = None) -> str:
    return "".join(chain.from_iterable(zip(found[0][start:end], found[1][start:end], strict=True)))
