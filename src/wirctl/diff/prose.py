"""What changed between two texts, as runs of text that a reader can follow."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.text import canonical_parts
from wirctl.core.tokens import is_word, tokens
from wirctl.diff.pairing import Fate, pairs, sentence_units
from wirctl.diff.run import NEW_SIDE, OLD_SIDE, Act, Run, Writer
from wirctl.diff.words import changed_zones, frame, words_kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.core.tokens import Tokens
    from wirctl.diff.pairing import Pair, Units
    from wirctl.diff.words import Zone

_FRAME = 0.6

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


@frozen
class SentenceChange:
    """What became of a sentence, or of neighbours that were joined or split.

    `old` is `None` for what is new, `new` for what is gone. What moved stands once, where it
    is now.
    """

    old: str | None
    new: str | None
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
    before = canonical_parts(old)
    after = canonical_parts(new, frozenset(before))
    writer = Writer()
    for pair in pairs(before, after):
        _write(writer, pair)
    return writer.runs()


def sentence_changes(old: str, new: str) -> tuple[SentenceChange, ...]:
    """The sentences of both texts in pairs, the equal ones too, in reading order."""
    found: list[SentenceChange] = []
    for pair in pairs(canonical_parts(old), canonical_parts(new)):
        if pair.fate is Fate.STAYED or _is_only_moved(pair):
            moved = pair.fate is Fate.MOVED_HERE
            texts = [unit.text.lstrip() for unit in sentence_units(pair.new[0].text)]
            found.extend(SentenceChange(text, text, moved=moved) for text in texts)
        elif pair.fate is not Fate.MOVED_AWAY:
            before, after = _text(pair.old).lstrip(), _text(pair.new).lstrip()
            moved = pair.fate is Fate.MOVED_HERE
            found.append(SentenceChange(before or None, after or None, moved=moved))
    return tuple(found)


def share_changed(old: str, new: str) -> float:
    """The share of words that went or came, of all words of both texts: from 0 to 1.

    Words that only moved with their sentence count as kept.
    """
    total = kept = 0
    for pair in pairs(canonical_parts(old), canonical_parts(new)):
        if pair.fate is Fate.MOVED_AWAY:
            continue
        before, after = _tokens(pair.old)[1], _tokens(pair.new)[1]
        total += sum(map(is_word, before)) + sum(map(is_word, after))
        kept += 2 * words_kept(before, after)
    return (total - kept) / total if total else 0.0


def _is_only_moved(pair: Pair) -> bool:
    """Whether this is where a stretch is now that stood elsewhere word by word."""
    return pair.fate is Fate.MOVED_HERE and pair.old[0].text == pair.new[0].text


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
        _write_changed(writer, pair)
        writer.settle()


def _write_changed(writer: Writer, pair: Pair) -> None:
    """The difference inside sentences; of one with a small change only its surroundings."""
    old, new = pair.old[0], pair.new[0]
    head, tail = frame(old.text, new.text)
    alone = len(pair.old) == len(pair.new) == 1
    if alone and head + tail > _FRAME * max(len(old.text), len(new.text)):
        writer.replace(old.space, new.space)
        writer.add(Act.EQUAL, old.text[:head])
        before = tokens(old.text[head : len(old.text) - tail])
        after = tokens(new.text[head : len(new.text) - tail])
        _write_words(writer, before, after, changed_zones(before[1], after[1], framed=True))
        writer.add(Act.EQUAL, old.text[len(old.text) - tail :])
    else:
        before, after = _tokens(pair.old), _tokens(pair.new)
        _write_words(writer, before, after, changed_zones(before[1], after[1]))


def _write_words(writer: Writer, old: Tokens, new: Tokens, zones: Iterable[Zone]) -> None:
    """The zones as deleted and inserted, what lies between as equal but for its spaces."""
    a = c = 0
    for zone in [*zones, _end(old, new)]:
        _write_equal(writer, (old[0][a : zone[0]], old[1][a : zone[0]]), new[0][c : zone[2]])
        writer.add(Act.DELETED, _joined(old, zone[0], zone[1]))
        writer.add(Act.INSERTED, _joined(new, zone[2], zone[3]))
        _, a, _, c = zone


def _write_equal(writer: Writer, old: Tokens, gaps: tuple[str, ...]) -> None:
    """Equal tokens, whose spaces may differ."""
    if old[0] == gaps:
        writer.add(Act.EQUAL, _joined(old))
        return
    for before, word, after in zip(*old, gaps, strict=True):
        writer.replace(before, after)
        writer.add(Act.EQUAL, word)


def _write_moved(writer: Writer, pair: Pair, stayed: Act, changed: Act) -> None:
    """One side of a sentence that moved: what is equal as moved, the rest as changed."""
    if pair.old[0].text == pair.new[0].text:
        writer.add(stayed, _text(pair.old if stayed is Act.MOVED_AWAY else pair.new))
        return
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
    if len(units) == 1:
        spaces, found = tokens(units[0].text)
        return (units[0].space + spaces[0], *spaces[1:]), found
    gaps: list[str] = []
    words: list[str] = []
    for unit in units:
        spaces, found = tokens(unit.text)
        gaps.extend((unit.space + spaces[0], *spaces[1:]))
        words.extend(found)
    return tuple(gaps), tuple(words)


def _joined(found: Tokens, start: int = 0, end: int | None = None) -> str:
    return "".join(chain.from_iterable(zip(found[0][start:end], found[1][start:end], strict=True)))
