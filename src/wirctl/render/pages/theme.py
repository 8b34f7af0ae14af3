"""Colours and a logo of one's own: `theme.yaml` in a folder of templates, checked for contrast."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.core.value import record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from wirctl.source.document import Document

FILE = "theme.yaml"
ENOUGH = 4.5
"""The least contrast of text that WCAG 2.2 asks for (1.4.3, level AA)."""

_SCHEMES = ("light", "dark")
_KEYS = (*_SCHEMES, "logo")
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_SET = re.compile(r"--([a-z-]+):\s*(#[0-9A-Fa-f]{3,6})\b")
_DARK = "@media (prefers-color-scheme: dark)"
_LOGO = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.(?:svg|png)")
_MOST_BYTES = 200_000
_DIM = 0.04045
# Each colour of text with those that it stands on.
_ON: Mapping[str, tuple[str, ...]] = {
    "ink": ("paper", "surface", "notice"),
    "quiet": ("paper", "surface", "notice"),
    "link": ("paper", "surface", "notice"),
    "accent-ink": ("accent",),
    "good": ("good-paper",),
    "warn": ("warn-paper",),
    "bad": ("bad-paper",),
    "example": ("example-paper",),
}


class ThemeError(Problem):
    """A theme that cannot be used.

    `reason` is one of `unreadable`, `unknown-key`, `no-colour`, `contrast`, `no-logo`.
    """

    def __init__(
        self, reason: str, name: str, line: int, words: tuple[str, str] = ("", "")
    ) -> None:
        super().__init__(reason, name, line)
        self.reason = reason
        self.name = name
        self.line = line
        self.what, self.other = words
        self.near = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme changes: a style sheet to follow ours, and a logo by its name."""

    style: str = ""
    logo: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)


def theme_of(places: Sequence[Path], style: str) -> Theme:
    """The theme of the first folder that has one; `style` is the sheet whose colours it changes.

    Raises:
        ThemeError: it cannot be read, names what there is not, or is too hard to read.
    """
    place = next((place for place in places if (place / FILE).is_file()), None)
    if place is None:
        return Theme()
    from wirctl.source.document import read

    document = read(FILE, (place / FILE).read_bytes()[:_MOST_BYTES])
    name = str(place / FILE)
    if document.faults or document.value is None:
        line = document.faults[0].span.line if document.faults else 1
        raise ThemeError("unreadable", name, line)
    return _Reader(document, name, place).theme(style)


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    name: str
    place: Path

    def theme(self, style: str) -> Theme:
        said = record_of(self.document.value)
        for key in said:
            if key not in _KEYS:
                raise self._wrong("unknown-key", (key,), key, nearest(key, _KEYS))
        light, dark = _colours_in(style)
        own = {scheme: dict(self._own(said, scheme, light)) for scheme in _SCHEMES}
        for scheme, base in (("light", light), ("dark", light | dark)):
            self._check(scheme, own[scheme], base | own[scheme])
        logo = text_of(said.get("logo"))
        files = {f"assets/{logo}": self._logo(logo)} if logo else {}
        return Theme(_style(own["light"], own["dark"]), logo, files)

    def _own(
        self, said: Mapping[str, object], scheme: str, known: Mapping[str, str]
    ) -> Iterator[tuple[str, str]]:
        for key, value in record_of(said.get(scheme)).items():
            at = (scheme, key)
            if key not in known:
                raise self._wrong("unknown-key", at, key, nearest(key, known))
            if not _COLOUR.fullmatch(text_of(value)):
                raise self._wrong("no-colour", at, str(value)[:40])
            yield key, text_of(value)

    def _check(self, scheme: str, own: Mapping[str, str], whole: Mapping[str, str]) -> None:
        """Text must stand out from what it is written on."""
        for ink, papers in _ON.items():
            for paper in papers:
                if ink not in own and paper not in own:
                    continue
                found = contrast(whole[ink], whole[paper])
                if found < ENOUGH:
                    at = (scheme, ink if ink in own else paper)
                    raise self._wrong("contrast", at, f"{ink} / {paper}", f"{found:.2f}")

    def _logo(self, name: str) -> bytes:
        path = self.place / name
        if not _LOGO.fullmatch(name) or path.is_symlink() or not path.is_file():
            raise self._wrong("no-logo", ("logo",), name)
        data = path.read_bytes()
        if len(data) > _MOST_BYTES:
            raise self._wrong("no-logo", ("logo",), name)
        return data

    def _wrong(self, reason: str, at: tuple[str, ...], what: str, other: str = "") -> ThemeError:
        line = self.document.span(at, lambda _: (), key=True).line
        return ThemeError(reason, self.name, line, (what, other))


def _colours_in(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of a style sheet, light and dark."""
    light, _, rest = style.partition(_DARK)
    return dict(_SET.findall(light)), dict(_SET.findall(rest.partition("}")[0]))


def _style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    def rule(colours: Mapping[str, str]) -> str:
        return "".join(f"--{name}:{colour};" for name, colour in colours.items())

    text = f"@media screen{{:root{{{rule(light)}}}}}\n" if light else ""
    if dark:
        text += f"@media screen and (prefers-color-scheme: dark){{:root{{{rule(dark)}}}}}\n"
    return text


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2: from 1 for equal ones to 21 for black on white.

    >>> round(contrast("#000", "#ffffff"), 1), round(contrast("#777", "#fff"), 2)
    (21.0, 4.48)
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > len("#abc") else "".join(two * 2 for two in colour[1:])
    red, green, blue = (_linear(int(digits[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A part of a colour as light, as WCAG 2.2 defines relative luminance."""
    return part / 12.92 if part <= _DIM else ((part + 0.055) / 1.055) ** 2.4
