"""Plan files as nearly all are written, read line by line; anything else is left to the parser.

Keys, plain and quoted text on one line, lists, and text after `|` and `>`: that is a small part
of YAML, and a regular expression sees at once whether a file keeps to it. Where it does, this
gives what the parser would give, at a third of the cost; where it does not, or where anything
deserves a closer look, it gives nothing. Tests hold the two to each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.regex import regex
from wirctl.source import limits
from wirctl.source.scalars import PLAIN_STARTS, Unusable, meaning

if TYPE_CHECKING:
    from wirctl.core.value import Value

_Record: TypeAlias = "dict[str, Value]"
_List: TypeAlias = "list[Value]"

# Every way through it ends with the line, so that no line is passed over.
_LINE = regex(
    r"""^(?:
      ([ ]*+) (-[ ])?+                                         # margin, dash
      (?: ([A-Za-z_][A-Za-z0-9_.-]{0,39}+) : (?:[ ]++|(?=\n)) )?+  # key
      (?: ( [^\s\-?:,\[\]{}\#&*!|>'"%@`„“”»«‚‘›‹]                # plain text
            [^\n\t:\#]*+ (?: (?: :(?=\S) | (?<=\S)\# ) [^\n\t:\#]*+ )*+
          | "[^"\\\n\t]*+" [ ]*+ | '[^'\n\t]*+' [ ]*+            # text in quotes
          | \[ [^\W_][\w*.-]*+ (?: ,[ ][^\W_][\w*.-]*+ )*+ \] [ ]*+  # words in brackets
          )?+ \n
        | ([|>]-?+) \n ( (?: \1[ ][^\n]*+\n | [ ]*+\n )*+ )      # text over several lines
        )
    | [ ]*+\#[^\n]*+\n                                         # comment
    | ([^\n]*+\n)                                              # anything else
    )""",
    re.MULTILINE | re.VERBOSE,
)
_BREAKS = regex(r"\n+")


class _UnusualError(Exception):
    """This is no file for us: a way out, seen by nobody else."""


def quick(text: str) -> _Record | None:
    r"""The value of a text that is written in the usual way; `None` leaves it to the parser.

    >>> quick("id: L-1\ngoals:\n  - Z-1\n")
    {'id': 'L-1', 'goals': ['Z-1']}
    >>> quick("title: *innen\n")
    """
    if not text.endswith("\n") or len(text) > limits.MAX_QUICK:
        return None
    try:
        return _read(text.replace("\r\n", "\n")) or None
    except _UnusualError:
        return None


def _read(text: str) -> _Record:  # noqa: C901, PLR0912 - the hot loop
    top: _Record = {}
    stack: list[tuple[int, _Record | None, _List]] = []
    # What is being filled: a record, or without one a list; and the column where it stands.
    record: _Record | None = top
    items: _List = []
    column = 0
    waiting = ""
    for margin, dash, key, value, sign, body, other in _LINE.findall(text):
        if not key and not dash:
            if value or sign or other:
                raise _UnusualError
            continue
        width = len(margin)
        if waiting:
            if record is not None and (width > column or (dash and width == column)):
                stack.append((column, record, items))
                if len(stack) > _DEPTH:
                    raise _UnusualError
                if dash:
                    record[waiting] = items = []
                    record = None
                else:
                    record[waiting] = record = {}
                column = width
            waiting = ""
        while width < column or (record is None and not dash):
            if not stack:
                raise _UnusualError
            column, record, items = stack.pop()
        if width != column or (dash and record is not None):
            raise _UnusualError
        if dash:
            if not key:
                items.append(_item(value))
                continue
            stack.append((column, None, items))
            record = {}
            items.append(record)
            column += 2
        if record is None or key in record:
            raise _UnusualError
        if value:
            record[key] = value if value[0] not in _SPECIAL and value[-1] != " " else _scalar(value)
        elif sign:
            record[key] = _block(body, sign, column)
        else:
            record[key] = None
            waiting = key
    return top


_DEPTH = limits.MAX_DEPTH - 4
_SPECIAL = PLAIN_STARTS | frozenset("\"'[")


def _scalar(text: str) -> Value:
    """The value behind a key, on one line."""
    text = text.rstrip(" ")
    start = text[0]
    if start in "\"'":
        return text[1:-1]
    if start == "[":
        return [_plain(item) for item in text[1:-1].split(", ")]
    return _plain(text)


def _plain(text: str) -> Value:
    if text[0] not in PLAIN_STARTS:
        return text
    value = meaning(text)
    if isinstance(value, Unusable):
        raise _UnusualError
    return value


def _item(text: str) -> Value:
    """The value behind a dash; one with a colon may be a field that lacks its space."""
    if not text or ":" in text:
        raise _UnusualError
    return _scalar(text)


def _block(body: str, sign: str, column: int) -> str:
    """The text below `|` or `>`, where every line of it stands equally far right."""
    lines = body.rstrip("\n").split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    if margin <= column or lines[0][margin : margin + 1] in {"", "\t"}:
        raise _UnusualError
    indent = lines[0][:margin]
    if not all((line.startswith(indent) and not line.isspace()) or not line for line in lines):
        raise _UnusualError
    text = "\n".join([line[margin:] for line in lines])
    if sign[0] == ">":
        if "\n " in text or "\n\t" in text:
            raise _UnusualError
        text = _folded(text)
    return text if sign.endswith("-") else f"{text}\n"


def _folded(text: str) -> str:
    """The text with each line break as a blank, and one less where there are several."""
    if "\n\n" not in text:
        return text.replace("\n", " ")
    return _BREAKS.sub(lambda breaks: breaks[0][1:] or " ", text)
