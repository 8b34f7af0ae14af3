"""Regular expressions that no text makes slow, for where the engine of Rust is not at hand.

Python's own engine tries one way after the other, which a pattern like `^(a+)+$` turns into years.
Here all ways are walked at once: a pattern becomes a machine of states, and each character moves a
set of them. Only the forms are read on which all engines agree: characters, classes spelt out,
groups, `|`, `* + ? {m,n}`, and the anchors `^` and `$`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_STATES = 500
MAX_NESTING = 64

_Test: TypeAlias = Callable[[str], bool]
_States: TypeAlias = frozenset[int]
_ALWAYS, _TOP, _END = "always", "top", "end"

_COUNT = regex(r"\{([0-9]{1,4})(,?)([0-9]{0,4})\}")
_SIGNS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_ESCAPED = regex(r"\\([\\.\[\]{}()|*+?^$/-])")
_CLASS = regex(r"\[(\^?)((?:[^\[\]\\&~]|\\[\\\[\]^&~-])+)\]")
_RANGE = regex(r"\\?(.)(?:-\\?(.))?", re.DOTALL)


class PatternError(ValueError):
    """A pattern of a form that is not read here, or one too large."""


class Pattern:
    r"""A pattern, read once. Matching takes a step for each character, whatever it says.

    >>> Pattern("^L-[0-9]+$").found_in("L-12"), Pattern("^L-[0-9]+$").found_in("L-12\n")
    (True, False)
    """

    def __init__(self, text: str) -> None:
        """Read the pattern.

        Raises:
            PatternError: it has a form that is not read here, or needs too many states.
        """
        self._parts = _Reader(text).whole()
        self._machine = _Machine()
        self._machine.start = self._parts.build(self._machine, 0)
        self._numbers: dict[_States, int] = {}
        self._sets: list[_States] = []
        self._moves: list[dict[str, int]] = []

    def found_in(self, text: str) -> bool:
        """Whether a part of the text matches."""
        at = self._number(self._machine.after({self._machine.start}, _TOP))
        for character in text:
            if 0 in self._sets[at]:
                return True
            moves = self._moves[at]
            if character not in moves:
                moves[character] = self._number(self._machine.moved(self._sets[at], character))
            at = moves[character]
        return 0 in self._machine.after(self._sets[at], _END, _ALWAYS if text else _TOP)

    def example(self) -> str:
        """A short text that matches, if the anchors allow it.

        >>> Pattern("^M-[A-Z]{2,8}-[0-9]{2}$").example()
        'M-AA-00'
        """
        return self._parts.example()

    def _number(self, states: _States) -> int:
        """The number of a set of states; the same for equal sets."""
        if states not in self._numbers:
            self._numbers[states] = len(self._sets)
            self._sets.append(states)
            self._moves.append({})
        return self._numbers[states]


@dataclass(slots=True)
class _State:
    """Where a state leads, and what must hold: a character that fits, or an anchor."""

    to: list[int]
    when: str = _ALWAYS
    test: _Test | None = None


@dataclass(slots=True)
class _Machine:
    """States by number; 0 is the one in which the pattern has matched."""

    states: list[_State] = field(default_factory=lambda: [_State([])])
    start: int = 0

    def add(self, to: list[int], when: str = _ALWAYS, test: _Test | None = None) -> int:
        """A new state, by number."""
        if len(self.states) >= MAX_STATES:
            raise PatternError("too many states")
        self.states.append(_State(to, when, test))
        return len(self.states) - 1

    def moved(self, states: _States, character: str) -> _States:
        """The states after one more character; a match may also begin behind it."""
        reached = {self.start}
        for number in states:
            state = self.states[number]
            if state.test is not None and state.test(character):
                reached.update(state.to)
        return self.after(reached)

    def after(self, states: set[int] | _States, *anchors: str) -> _States:
        """The states and all to which they lead without a character, past these anchors."""
        passed = {_ALWAYS, *anchors}
        reached: set[int] = set()
        waiting = list(states)
        while waiting:
            number = waiting.pop()
            if number not in reached:
                reached.add(number)
                state = self.states[number]
                waiting += state.to if state.test is None and state.when in passed else ()
        return frozenset(reached)


@dataclass(frozen=True, slots=True)
class _One:
    """A single character, or an anchor. `sample` is a character that fits."""

    when: str = _ALWAYS
    test: _Test | None = None
    sample: str = ""

    def example(self) -> str:
        """A short text of this form."""
        return self.sample

    def build(self, machine: _Machine, to: int) -> int:
        """The state from which the part leads to `to`."""
        return machine.add([to], self.when, self.test)


@dataclass(frozen=True, slots=True)
class _Row:
    """Parts one behind the other."""

    parts: Sequence[_Part]

    def example(self) -> str:
        """As above."""
        return "".join(part.example() for part in self.parts)

    def build(self, machine: _Machine, to: int) -> int:
        """As above."""
        for part in reversed(self.parts):
            to = part.build(machine, to)
        return to


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of several parts."""

    parts: Sequence[_Part]

    def example(self) -> str:
        """As above."""
        return min((part.example() for part in self.parts), key=len)

    def build(self, machine: _Machine, to: int) -> int:
        """As above."""
        return machine.add([part.build(machine, to) for part in self.parts])


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A part several times; `most` is `None` where there is no end to it."""

    part: _Part
    least: int
    most: int | None

    def example(self) -> str:
        """As above."""
        return self.part.example() * self.least

    def build(self, machine: _Machine, to: int) -> int:
        """As above."""
        behind = to
        if self.most is None:
            to = machine.add([behind])
            machine.states[to].to.append(self.part.build(machine, to))
        for _ in range((self.most or 0) - self.least):
            to = machine.add([behind, self.part.build(machine, to)])
        for _ in range(self.least):
            to = machine.add([self.part.build(machine, to)])
        return to


_Part: TypeAlias = "_One | _Row | _Choice | _Repeat"


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def whole(self) -> _Part:
        """The pattern."""
        found = self.choice()
        if self.at < len(self.text):
            raise self.refusal()
        return found

    def refusal(self) -> PatternError:
        """That what stands here is not read."""
        return PatternError(f"{self.text[:40]} ({self.at + 1})")

    def take(self, sign: str) -> bool:
        """Whether this stands here; then it is passed."""
        is_there = self.text.startswith(sign, self.at)
        self.at += len(sign) if is_there else 0
        return is_there

    def choice(self) -> _Part:
        """Rows divided by `|`."""
        rows = [self.row()]
        while self.take("|"):
            rows.append(self.row())
        return _Choice(rows) if len(rows) > 1 else rows[0]

    def row(self) -> _Part:
        """Parts with their quantifiers."""
        parts: list[_Part] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            parts.append(self.repeated(self.part()))
        return _Row(parts)

    def repeated(self, part: _Part) -> _Part:
        """The part with the quantifier behind it; whether that is lazy makes no difference."""
        sign = self.text[self.at : self.at + 1]
        count = _COUNT.match(self.text, self.at)
        if sign in _SIGNS:
            least, most = _SIGNS[sign]
            self.at += 1
        elif count is not None:
            least = int(count[1])
            most = (int(count[3]) if count[3] else None) if count[2] else least
            self.at = count.end()
        else:
            return part
        self.take("?")
        if most is not None and most < least:
            raise self.refusal()
        return _Repeat(part, least, most)

    def part(self) -> _Part:
        """A character, a class, an anchor or a group."""
        if self.take("("):
            return self.group()
        for sign, anchor in (("^", _TOP), ("$", _END)):
            if self.take(sign):
                return _One(anchor)
        return self.character()

    def group(self) -> _Part:
        """What stands in parentheses."""
        self.take("?:")
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise self.refusal()
        found = self.choice()
        if not self.take(")"):
            raise self.refusal()
        self.depth -= 1
        return found

    def character(self) -> _Part:
        """A single character, or a class of them."""
        if self.take("."):
            return _One(test=lambda character: character != "\n", sample="x")
        if (letters := _CLASS.match(self.text, self.at)) is not None:
            self.at = letters.end()
            return _class(letters[2], is_inverted=bool(letters[1]))
        escaped = _ESCAPED.match(self.text, self.at)
        sign = escaped[1] if escaped is not None else self.text[self.at]
        if escaped is None and sign in "\\[]{}*+?":
            raise self.refusal()
        self.at += 1 if escaped is None else len(escaped[0])
        return _One(test=sign.__eq__, sample=sign)


def _class(letters: str, *, is_inverted: bool) -> _Part:
    """A class of characters, by the inside of its brackets."""
    ranges = [(first, last or first) for first, last in _RANGE.findall(letters)]
    if "--" in letters or any(first > last for first, last in ranges):
        raise PatternError(f"[{letters[:40]}]")

    def test(character: str) -> bool:
        return any(first <= character <= last for first, last in ranges) is not is_inverted

    samples = "xX0-" if is_inverted else ranges[0][0]
    return _One(test=test, sample=next(filter(test, samples), ""))
