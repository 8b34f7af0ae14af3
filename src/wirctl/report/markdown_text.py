"""Plan text in Markdown that means nothing but itself, on any forge."""

from __future__ import annotations

import re

from wirctl.core.regex import regex
from wirctl.report.visible import visible

_SPECIAL = regex(r"([\\`*_{}\[\]<>#|~!&$^])")
_LINE_END = regex(r"\s*\n\s*")
_AT_START = regex(r"^([-+=]|[0-9]{1,9}(?=[.)](?:\s|$)))")
# Where a forge would make a link or a picture: @name, #12, !12, %12, &12, $12, ~label, GH-12,
# an address, :smile:
_LINKED = regex(
    r"@(?=\w)|(?:\\[#!&$~]|%)(?=[0-9A-Za-z])|\bGH(?=-[0-9])|\bwww(?=\.)|:(?=//|[\w+-]+:)",
    re.IGNORECASE,
)
_BREAK = "<!-- -->"
"""Nothing to be seen; it parts the text in two, so that no pattern of a link fits."""


def escaped(text: str) -> str:
    r"""The text as Markdown shows it letter by letter; line ends become `<br>`.

    No sign of Markdown or HTML counts, and nothing becomes a link, not even what forges make
    one of: names behind `@`, numbers behind `#`, bare addresses.

    >>> escaped("Hannoveraner*innen | [neu]")
    'Hannoveraner\\*innen \\| \\[neu\\]'
    >>> escaped("siehe #12")
    'siehe \\#<!-- -->12'
    """
    lines = (" ".join(visible(line).split()) for line in _LINE_END.split(text.strip()))
    return "<br>".join(map(_line, lines))


def inline(text: str) -> str:
    """The same for a stretch inside a line: spaces at its ends stay."""
    bare = text.strip()
    if not bare:
        return "<br>" * text.count("\n") or " " * bool(text)
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{_gap(before)}{escaped(bare)}{_gap(after)}"


def _gap(space: str) -> str:
    return "<br>" if "\n" in space else " " * bool(space)


def _line(text: str) -> str:
    special = _SPECIAL.sub(r"\\\1", text)
    apart = _LINKED.sub(lambda match: match[0] + _BREAK, special)
    return _AT_START.sub(_started, apart)


def _started(match: re.Match[str]) -> str:
    """What would begin a list, with a backslash before its sign: before `-`, behind `1`."""
    return f"{match[1]}\\" if match[1][0].isdigit() else f"\\{match[1]}"
