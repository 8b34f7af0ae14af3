"""Footnotes of texts: `[^1]` in a line, and `[^1]: words` as a paragraph of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

NOTE = "footnote"
"""The type of the token for a note; its children are the note, its number is in `meta`."""

_LABEL = r"\[\^([^\]\[\s]{1,40})\]"
_DEFINED = regex(
    rf"^ {{0,3}}{_LABEL}:[ \t]+(\S.*?)(?=\n[ \t]*(?:\n|{_LABEL}:)|\Z)", re.MULTILINE | re.DOTALL
)
_CITED = regex(_LABEL)


def tokens_with_notes(reader: MarkdownIt, text: str) -> list[Token]:
    """The tokens of a text, with a token where it cites a note that it defines.

    A note that nothing cites stays where it stands, as text.
    """
    idle: set[str] = set()
    while True:
        body, notes = _lifted(text.rstrip(), idle)
        numbers: dict[str, int] = {}
        children = {label: _line(reader, words) for label, words in notes.items()}
        tokens = reader.parse(body, {"notes": children, "numbers": numbers})
        unused = notes.keys() - numbers.keys()
        if not unused:
            return tokens
        idle |= unused


def _lifted(text: str, idle: Collection[str]) -> tuple[str, dict[str, str]]:
    """The text without the notes that it defines, and those by label; a label counts once."""
    notes: dict[str, str] = {}

    def lift(found: re.Match[str]) -> str:
        label = found[1]
        if label in notes or label in idle:
            return found[0]
        notes[label] = found[2]
        return "\n"

    return _DEFINED.sub(lift, text), notes


def _line(reader: MarkdownIt, words: str) -> list[Token]:
    (inline,) = reader.parseInline(" ".join(words.split()), {})
    return inline.children or []


def cite(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it
    """Take `[^1]` as a note if the text defines it; never within the words of a link."""
    notes: dict[str, list[Token]] = state.env.get("notes", {})
    if silent or not notes or state.linkLevel:
        return False
    found = _CITED.match(state.src, state.pos)
    if found is None or found[1] not in notes:
        return False
    numbers = state.env["numbers"]
    token = state.push(NOTE, "", 0)
    token.meta = {"number": numbers.setdefault(found[1], len(numbers) + 1)}
    token.children = notes[found[1]]
    state.pos = found.end()
    return True
