"""Values as plan files hold them, and the many ways in which people write them down."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from yaml_cases import FINE, SLIPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

WORDS = [
    "Teilhabe", "Öffnung", "Schüler*innen", "Straße", "für", "die", "Stadt", "50", "%", "*innen",
    "no", "on", "null", "true", "12", "018", "1.5", "250.000", "18:30", "2022-07-01", "~", "-", "–",
    "„Wir“", "#1", "#", "a:", "b: c", "&", "@", "!", "[neu]", "{x}", "'", '"', "\\", "/", "?", "|",
    ">", "=", "<<", "https://example.org/a#b", "مدينة", "Разом", "😀", "\u00a0", "...", "---", ",",
]  # fmt: skip
KEYS = [
    "id", "title", "text", "amount_eur", "note", "no", "on", "null", "1", "012", "y", "Größe",
    "paper.result", "e.1", "_.inf",
]  # fmt: skip

_CASES = [*(slip.text for slip in SLIPS if len(slip.text) < 300), *FINE]
_SAFE = re.compile(r"[A-Za-zÄÖÜäöüßمР]([^:#\n\t]|:(?=[^\s])|(?<=[^\s])#)*")
_OTHERWISE = re.compile(r"(?i:~|null|true|false)|[-+.]?[0-9].*|\.(?i:inf|nan)|[a-z_][a-z0-9_]*:.*")


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the value that it stands for."""

    text: str
    value: dict[str, Value]


def texts() -> SearchStrategy[str]:
    """A line of words, or several lines and paragraphs of them."""
    line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
    return st.one_of(
        line,
        st.lists(line, min_size=2, max_size=4).map("\n".join),
        st.sampled_from(["", " ", "a\n", "a\n\nb\n", "\n", "a ", " a", "a\n\n", "a\n b\nc"]),
    )


def scalars() -> SearchStrategy[Value]:
    """Anything that stands behind a key by itself."""
    number = st.integers(-(10**17), 10**17)
    share = st.decimals(-1000, 1000, places=2).map(float)
    return st.one_of(st.none(), st.booleans(), number, share, texts())


def values() -> SearchStrategy[Value]:
    """Anything that stands behind a key."""
    return st.recursive(
        scalars(),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
        ),
        max_leaves=8,
    )


@st.composite
def written(draw: DrawFn) -> Written:
    """A plan file in some style."""
    value = draw(st.dictionaries(st.sampled_from(KEYS), values(), min_size=1, max_size=5))
    writer = Writer(draw)
    lines = list(writer.record(value, 0))
    head = draw(st.sampled_from(["", "", "---\n", "# Kommentar\n\n", "\n"]))
    text = head + "\n".join(lines) + draw(st.sampled_from(["\n", "\n", "\n\n", "\n# Ende\n"]))
    if draw(st.booleans()) and draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return Written(text, value)


@st.composite
def damaged(draw: DrawFn) -> str:
    """A file that somebody has mistyped."""
    text = draw(st.one_of(written().map(lambda made: made.text), st.sampled_from(_CASES)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        sign = draw(st.sampled_from(list(" \n:-#\"'[]{}|>&*!%@`?,.0aé„\\=_<x/")))
        text = text[:at] + sign * draw(st.integers(0, 2)) + text[at + draw(st.integers(0, 2)) :]
    return text


class Writer:
    """Writes a value, choosing anew at each turn how."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.step = draw(st.sampled_from([2, 2, 2, 3, 4]))

    def record(self, record: dict[str, Value], indent: int) -> list[str]:
        """The lines of a record, all at this indent."""
        lines: list[str] = []
        for key, value in record.items():
            if self.draw(st.integers(0, 9)) == 0:
                lines.append(self.draw(st.sampled_from(["", "  # Anmerkung", f"{' ' * indent}#"])))
            first, *rest = self.behind(f"{' ' * indent}{self.key(key)}:", value, indent)
            lines += [first, *rest]
        return lines

    def items(self, items: list[Value], indent: int) -> list[str]:
        """The lines of a list with dashes at this indent."""
        lines: list[str] = []
        for item in items:
            if isinstance(item, dict) and item and self.draw(st.booleans()):
                below = self.record(item, indent + 2)
                if below[0].strip() and not below[0].lstrip().startswith("#"):
                    below[0] = f"{' ' * indent}- {below[0].lstrip()}"
                    lines += below
                    continue
            lines += self.behind(f"{' ' * indent}-", item, indent)
        return lines

    def behind(self, start: str, value: Value, indent: int) -> list[str]:
        """The lines of a key or dash with its value."""
        if isinstance(value, dict) and value and self.draw(st.integers(0, 3)):
            return [start, *self.record(value, indent + self.step)]
        if isinstance(value, list) and value and self.draw(st.integers(0, 3)):
            below = indent + (0 if start.endswith(":") and self.draw(st.booleans()) else self.step)
            return [start, *self.items(value, below)]
        if isinstance(value, str):
            return self.text(start, value, indent)
        return [f"{start} {self.flow(value)}{self.comment()}".rstrip(" ")]

    def text(self, start: str, value: str, indent: int) -> list[str]:
        """The lines of a key or dash with a text."""
        block = self.block(value)
        if block is not None and self.draw(st.booleans()):
            sign, body = block
            margin = " " * (indent + self.step)
            return [f"{start} {sign}", *(margin + line if line else "" for line in body)]
        return [f"{start} {self.line(value)}{self.comment()}"]

    def block(self, value: str) -> tuple[str, list[str]] | None:
        """The sign and the lines of a text after `|` or `>`, if it can be written so."""
        body = value.removesuffix("\n")
        lines = body.split("\n")
        if not body or not lines[-1].strip() or lines[0][:1] in {"", " "}:
            return None
        chomp = "" if value.endswith("\n") else "-"
        if any(line[:1] in {" ", ""} or line.endswith(" ") for line in lines):
            return f"|{chomp}", lines
        if self.draw(st.booleans()):
            return f"|{chomp}", lines
        folded = "\n\n".join(lines).split("\n")
        return f">{chomp}", [part for line in folded for part in self.wrapped(line)]

    def wrapped(self, line: str) -> list[str]:
        """The line, broken at one of its blanks."""
        words = line.split(" ")
        at = self.draw(st.integers(1, len(words)))
        parts = [" ".join(words[:at]), " ".join(words[at:])]
        if not parts[1] or any(not part or part[0] == " " or part[-1] == " " for part in parts):
            return [line]
        return parts

    def line(self, value: str) -> str:
        """The text on one line: plain if that is safe, else in quotes."""
        if self.is_plain(value) and self.draw(st.integers(0, 3)):
            return value
        if "\n" not in value and self.draw(st.booleans()):
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=self.draw(st.booleans()) and value.isascii())

    def is_plain(self, value: str) -> bool:
        """Whether the text means itself without quotes, in a block and in brackets."""
        return (
            _SAFE.fullmatch(value) is not None
            and _OTHERWISE.fullmatch(value) is None
            and value == value.strip()
            and not set(value) & set(",[]{}?")
        )

    def key(self, key: str) -> str:
        """The key, in quotes now and then."""
        ways: list[Callable[[str], str]] = [str, str, json.dumps, "'{}'".format]
        return self.draw(st.sampled_from(ways))(key)

    def flow(self, value: Value) -> str:
        """The value on one line."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.key(k)}: {self.flow(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        if isinstance(value, str):
            return self.line(value)
        if value is None:
            return self.draw(st.sampled_from(["null", "~", "Null"]))
        if isinstance(value, float):
            return f"{value:.4f}"
        return json.dumps(value)

    def comment(self) -> str:
        """A comment behind a value, now and then."""
        return self.draw(st.sampled_from(["", "", "", "", " # geprüft", "   # x: y"]))
