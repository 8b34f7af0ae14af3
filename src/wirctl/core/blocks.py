"""The blocks of a small Markdown text: paragraphs, items, rows, quotes, headings, rules, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TIMES = "Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Halbjahr"
_BULLET = regex(r"[-*+] ")
_NUMBERED = regex(rf"([0-9]{{1,9}})[.)] (?!(?:{_TIMES})[a-zä]*\b)")
_HEADING = regex(r"#{1,6} ")
_RULE = regex(r"(?:-{3,}|={3,}|\*{3,}|_{3,})$")
_QUOTE = regex(r"(?:> ?)+")
_CELL = regex(r"(?<!\\)\|")
_UNDERLINE = regex(r"(:?)-+(:?)$")
_NOTE = regex(r"\[\^[^\]\[\s]{1,40}\]: ")
_INDENT = "  "


def blocks(text: str) -> Iterator[str]:
    r"""Each block of the text on one line, white space collapsed.

    A line begins a block of its own if it is a list item, a row of a table, a quote, a heading,
    a note (`[^1]: …`) or a rule. Inside a paragraph only `1.` begins a list, as in CommonMark,
    and never before the name of a month: `am\n12. März` is a date. Items keep their depth, two
    spaces a level.

    >>> list(blocks("Ziele\n* Sport\n    * Schach\n\nam\n12. März"))
    ['Ziele', '- Sport', '  - Schach', 'am 12. März']
    """
    reader = _Reader()
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if not line or reader.begins(line):
            yield from reader.close()
        if line:
            reader.add(line, len(raw) - len(raw.lstrip()))
    yield from reader.close()


def joined(parts: Iterable[str]) -> str:
    r"""The blocks as one text: an empty line between them, none between items or rows.

    >>> joined(["Ziele:", "- Sport", "- Musik", "Ende."])
    'Ziele:\n\n- Sport\n- Musik\n\nEnde.'
    """
    found: list[str] = []
    before = ""
    for part in parts:
        kind = _kind(part)
        if found:
            found.append("\n" if kind and kind == before else "\n\n")
        found.append(part)
        before = kind
    return "".join(found)


class _Reader:
    """The block that is open, and how deep the items above it stood."""

    __slots__ = ("depths", "indent", "lines")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.indent = 0
        self.depths: list[int] = []

    def begins(self, line: str) -> bool:
        """Whether this line is no continuation of the open block."""
        if not self.lines or _stands_alone(line) or _stands_alone(self.lines[0]):
            return True
        if line[0] == ">":
            return not self._continues_quote(line)
        return _is_bullet(line) or _is_note(line) or self._begins_number(line)

    def add(self, line: str, indent: int) -> None:
        """Take the line into the open block, which it begins if there is none."""
        if self.lines:
            self.lines.append(_unquoted(line))
        elif _unquoted(line):
            self.indent = indent
            self.lines.append(line)

    def close(self) -> Iterator[str]:
        """The open block, if there is one, in its one form."""
        if self.lines:
            text = _formed(" ".join(self.lines))
            self.lines.clear()
            yield _INDENT * self._depth() + text if _kind(text) == "item" else text

    def _continues_quote(self, line: str) -> bool:
        content = _unquoted(line)
        same = _quote_depth(self.lines[0]) == _quote_depth(line)
        return same and bool(content) and not _is_item(content)

    def _begins_number(self, line: str) -> bool:
        number = _NUMBERED.match(line)
        return number is not None and (number[1] == "1" or _is_item(self.lines[0]))

    def _depth(self) -> int:
        """How many items that are still open this one stands in."""
        while self.depths and self.depths[-1] >= self.indent:
            self.depths.pop()
        self.depths.append(self.indent)
        return len(self.depths) - 1


def _kind(block: str) -> str:
    """What may stand on the next line without an empty one between: items, rows."""
    if block[0] == "|":
        return "row"
    if _is_note(block):
        return "note"
    return "item" if _is_item(block.lstrip()) else ""


def _is_item(line: str) -> bool:
    return _is_bullet(line) or bool(_NUMBERED.match(line))


def _is_note(line: str) -> bool:
    return bool(_NOTE.match(line))


def _is_bullet(line: str) -> bool:
    return bool(_BULLET.match(line))


def _stands_alone(line: str) -> bool:
    return line[0] == "|" or bool(_HEADING.match(line) or _RULE.match(line))


def _quote_depth(line: str) -> int:
    quote = _QUOTE.match(line)
    return quote[0].count(">") if quote else 0


def _unquoted(line: str) -> str:
    quote = _QUOTE.match(line)
    return line[quote.end() :] if quote else line


def _formed(block: str) -> str:
    """The block with the marks that Markdown allows for it brought to one."""
    if block[0] == "|":
        return _row(block)
    if _RULE.match(block):
        return "===" if block[0] == "=" else "---"
    depth = _quote_depth(block)
    if depth:
        return ">" * depth + " " + _unquoted(block)
    return "- " + block[2:] if _is_bullet(block) else block


def _row(line: str) -> str:
    """A row with one space around each cell and three dashes in each underline."""
    cells = [cell.strip() for cell in _CELL.split(line)[1:]]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    if all(map(_UNDERLINE.match, cells)):
        cells = [_UNDERLINE.sub(r"\1---\2", cell) for cell in cells]
    return " ".join(("| " + " | ".join(cells) + " |").split())
