"""What the Markdown of this repository says of itself: its links, its examples, its commands."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it import MarkdownIt

from checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Link:
    """Where a text points to, and the line at which the paragraph with the link begins."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of code: its language, text, and the line at which it begins."""

    language: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Command:
    """A command as shown to a reader, and what it is said to print."""

    line: str
    output: str


def links(text: str) -> Iterator[Link]:
    """Every link and picture.

    >>> [link.target for link in links("[a](b.md#c) ![d](e.png)")]
    ['b.md#c', 'e.png']
    """
    for token in _parsed(text):
        for child in token.children or ():
            target = child.attrGet("href") or child.attrGet("src")
            if target is not None:
                yield Link(str(target), _line(token))


def anchors(text: str) -> frozenset[str]:
    r"""The names by which the headings can be linked to, as forges make them.

    >>> sorted(anchors("# Für Autor*innen\n\n## Für Autor*innen"))
    ['für-autorinnen', 'für-autorinnen-1']
    """
    seen: dict[str, int] = {}
    found = set()
    tokens = _parsed(text)
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "heading_open":
            slug = re.sub(r"[^\w\- ]", "", _plain(inline).lower()).replace(" ", "-")
            found.add(f"{slug}-{seen[slug]}" if slug in seen else slug)
            seen[slug] = seen.get(slug, 0) + 1
    return frozenset(found)


def fences(text: str) -> Iterator[Fence]:
    """Every block of code that names its language."""
    for token in _parsed(text):
        if token.type == "fence" and token.info:
            yield Fence(token.info.split()[0], token.content, _line(token))


def commands(text: str) -> Iterator[Command]:
    r"""The commands of a `console` block, each with the output below it.

    >>> [(command.line, command.output) for command in commands("$ echo a\na\n$ true\n")]
    [('echo a', 'a\n'), ('true', '')]
    """
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        line, _, output = part.partition("\n")
        while line.endswith("\\"):
            more, _, output = output.partition("\n")
            line = f"{line[:-1]}{more.removeprefix('> ')}"
        yield Command(line, output)


def broken(name: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Each link inside the repository that leads nowhere."""
    for link in links(texts[name]):
        if not re.match(r"[a-z]+:", link.target) and not _leads(name, link.target, texts):
            yield f"{name}:{link.line}: {link.target}"


def _leads(name: str, target: str, texts: Mapping[str, str]) -> bool:
    path, _, anchor = unquote(target).partition("#")
    aim = (ROOT / name).parent / path if path else ROOT / name
    if not aim.exists() or not aim.resolve().is_relative_to(ROOT):
        return False
    inside = aim.resolve().relative_to(ROOT).as_posix()
    return not anchor or inside not in texts or anchor in anchors(texts[inside])


def _parsed(text: str) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())
