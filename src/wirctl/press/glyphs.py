"""Which characters the fonts at hand can show, and what stands in the place of others.

Read from the fonts' own tables (OpenType, `cmap`), so that no program is needed for it.
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Characters that have no look of their own: joiners, direction marks, selectors.
_SILENT = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufe0e\ufe0f")
_LONGEST_RUN = 0x10000
_SURROGATES = range(0xD800, 0xE000)


class BadFontError(Problem):
    """A font file that cannot be read."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that each font has."""

    fonts: tuple[frozenset[int], ...]
    every: frozenset[str]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters, with the marks on them, that no single font can show; each once."""
        if text.isascii() or (self.every.issuperset(text) and not any(map(_is_mark, text))):
            return ()
        clusters = dict.fromkeys(_clusters(text))
        return tuple(cluster for cluster in clusters if not self._shows(cluster))

    def shown(self, text: str) -> str:
        """The text with the number of each character that cannot be shown in its place.

        >>> Glyphs((frozenset({65}),), frozenset("A")).shown("A\u4e2d")
        'A[U+4E2D]'
        """
        for cluster in self.missing(text):
            codes = "".join(f"[U+{ord(mark):04X}]" for mark in cluster if mark not in _SILENT)
            text = text.replace(cluster, codes)
        return text

    def _shows(self, cluster: str) -> bool:
        codes = {ord(mark) for mark in cluster if mark not in _SILENT and not mark.isspace()}
        return not codes or any(codes <= font for font in self.fonts)


def _is_mark(character: str) -> bool:
    """Whether the character stands on the one before it."""
    return unicodedata.category(character) in {"Mn", "Me"}


def _clusters(text: str) -> Iterator[str]:
    """The characters, each with the marks that stand on it."""
    found = ""
    for mark in text:
        if found and _is_mark(mark):
            found += mark
            continue
        if found:
            yield found
        found = mark
    if found:
        yield found


@cache
def glyphs_in(folders: tuple[Path, ...]) -> Glyphs:
    """What the fonts in these folders can show.

    Raises:
        BadFontError: a file is no font that can be read.
    """
    fonts = tuple(
        _characters(path)
        for folder in folders
        for path in sorted((*folder.glob("*.otf"), *folder.glob("*.ttf")))
    )
    every = frozenset(chr(code) for font in fonts for code in font if code not in _SURROGATES)
    return Glyphs(fonts, every | _SILENT | frozenset(" \u00a0"))


def _characters(path: Path) -> frozenset[int]:
    try:
        data = path.read_bytes()
        return frozenset(_codes(data, _cmap(data)))
    except (OSError, struct.error, ValueError):
        raise BadFontError(str(path)) from None


def _cmap(data: bytes) -> int:
    """Where the best table of characters begins: one with all planes, else one with the first."""
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {
        data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    start = tables.get(b"cmap")
    if start is None:
        raise ValueError("cmap")
    found: dict[int, int] = {}
    for record in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * record)
        form = struct.unpack_from(">H", data, start + offset)[0]
        if form in {4, 12} and (platform == 0 or (platform, encoding) in {(3, 1), (3, 10)}):
            found[form] = start + offset
    if not found:
        raise ValueError("cmap")
    return found[max(found)]


def _codes(data: bytes, at: int) -> Iterator[int]:
    form = struct.unpack_from(">H", data, at)[0]
    return _of_segments(data, at) if form == 4 else _of_groups(data, at)  # noqa: PLR2004


def _of_groups(data: bytes, at: int) -> Iterator[int]:
    for group in range(struct.unpack_from(">I", data, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * group)
        if last - first > _LONGEST_RUN:
            raise ValueError("cmap")
        yield from (code for code in range(first, last + 1) if glyph + code - first)


def _of_segments(data: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        yield from (code for code in range(first, last + 1) if code != 0xFFFF)  # noqa: PLR2004
