"""The index that a page searches in: a plain script, so that no server is needed."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from wirctl.render.model.text import Prose, plain_text
from wirctl.render.model.values import Group, Line, Many, Reference, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Entry, Shown
    from wirctl.render.pages.ledger import Account
    from wirctl.render.pages.paths import Paths

INDEX = "search-index.js"
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD = re.compile(r"[^\W_]+")
# What writers put into a word for all genders, or to part it for easy reading.
_WITHIN = re.compile(r"(?<=[^\W\d_])[*:_·](?=[^\W\d_])")
_APART = frozenset({"sources", "note", "withdrawn", "lineage"})


def index(site: Site, labels: Labels, paths: Paths, account: Account | None = None) -> bytes:
    """The index of every element: where it is, what it is called, which words it holds.

    The `account` knows the words of elements that say what they said. Each line of `words` is a
    word followed by the places of the elements that hold it, each as the distance from the one
    before.
    """
    find = partial(words_of, labels=labels)
    elements: list[list[str]] = []
    words: dict[str, list[int]] = {}
    for item in site.items.values():
        if item.kind == "translation":
            continue
        kind = labels.title(site.kinds[item.kind].title)
        elements.append([paths.of(item.id), item.title, kind, item.id, item.language])
        for word in (account.words(item, find) if account is not None else find(item)).split():
            words.setdefault(word, []).append(len(elements) - 1)
    lines = (f"{word} {_distances(places)}" for word, places in sorted(words.items()))
    whole = {"language": site.heading.language, "elements": elements, "words": "\n".join(lines)}
    # Data in a script: nothing in it may end the script or open a comment.
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"self.wirctlIndex={text};\n".encode("utf-8", "replace")


def fold(text: str) -> str:
    """The text as it is searched: small letters, `ä` as `ae`, `ß` as `ss`, no accents, no star.

    >>> fold("Größe"), fold("Café"), fold("Gründer*innen")
    ('groesse', 'cafe', 'gruenderinnen')
    """
    small = _WITHIN.sub("", text.lower().translate(_LETTERS))
    if small.isascii():
        return small
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFC", small).translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _distances(places: list[int]) -> str:
    before = [0, *places]
    return " ".join(str(now - then) for then, now in zip(before, places, strict=False))


def words_of(item: Item, labels: Labels) -> str:
    """Each word of an element once, as it is searched, with spaces between them."""
    parts = " ".join((item.id, item.title, *_texts(item.fields, labels)))
    found = {word for part in set(parts.split()) for word in _folded(part)}
    return " ".join(sorted(found))


@lru_cache(maxsize=1 << 16)
def _folded(text: str) -> tuple[str, ...]:
    """The words in a stretch of text without spaces. Most of them come again and again."""
    return tuple(_WORD.findall(fold(text)))


def _texts(fields: Mapping[str, Entry], labels: Labels) -> Iterator[str]:
    for name, entry in fields.items():
        if name not in _APART:
            yield from _said(entry.value, labels)


def _said(value: Shown, labels: Labels) -> Iterator[str]:
    match value:
        case Prose():
            yield plain_text(value)
        case Line(text):
            yield text
        case Word():
            yield labels.word(value)
        case Reference():
            yield value.title
        case Group(fields):
            yield from _texts(fields, labels)
        case Many(values):
            for part in values:
                yield from _said(part, labels)
        case _:
            return
