"""Words in lines of a screen: wrapped by their width, coloured word by word."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.frozen import frozen
from wirctl.core.regex import regex
from wirctl.report.visible import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GAP = regex(r"[^\S\u00a0\u202f]+")
_NARROWEST = 40
_WIDEST = 120


class Piece(NamedTuple):
    """A stretch of text in one style: the numbers of an ANSI sequence, or nothing."""

    text: str
    style: str = ""


@frozen
class _Glyphs:
    """What stands between two spaces, in one style or several."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> int:
        return sum(width(piece.text) for piece in self.pieces)


def flow(pieces: Iterable[Piece], columns: int, first: str, further: str) -> Iterator[str]:
    """The pieces as lines no wider than the screen; the indents come before the first and others.

    A word that is wider than a line has a line of its own.
    """
    limit = max(_NARROWEST, min(columns, _WIDEST))
    line: list[_Glyphs] = []
    indent, used = first, 0
    for word in _words(pieces):
        wide = word.width
        if line and len(indent) + used + 1 + wide > limit:
            yield indent + _styled(line)
            indent, line, used = further, [], 0
        used += wide + bool(line)
        line.append(word)
    if line:
        yield indent + _styled(line)


def paint(text: str, style: str) -> str:
    """The text in this style; as it is where there is none."""
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


def _words(pieces: Iterable[Piece]) -> Iterator[_Glyphs]:
    """The words of all pieces; one may consist of several. A no-break space parts none."""
    open_word: list[Piece] = []
    for piece in pieces:
        for place, part in enumerate(_GAP.split(piece.text)):
            if place and open_word:
                yield _Glyphs(tuple(open_word))
                open_word = []
            if part:
                open_word.append(Piece(visible(part), piece.style))
    if open_word:
        yield _Glyphs(tuple(open_word))


def _styled(words: Iterable[_Glyphs]) -> str:
    """The words of a line; neighbours of one style share it, the space between them too."""
    signs: list[Piece] = []
    for word in words:
        if signs:
            same = signs[-1].style == word.pieces[0].style
            signs.append(Piece(" ", signs[-1].style if same else ""))
        signs.extend(word.pieces)
    grouped = groupby(signs, lambda piece: piece.style)
    return "".join(paint("".join(piece.text for piece in same), style) for style, same in grouped)
