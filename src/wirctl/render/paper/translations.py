"""The translations, a chapter by language, each text in its own language and direction."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.press.parts import Facts, Heading, Par, Run
from wirctl.render.model.text import plain_text
from wirctl.render.model.values import Group, without
from wirctl.render.paper.prose import blocks_of
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.press.parts import Block
    from wirctl.render.model.item import Item, Translated
    from wirctl.render.paper.sections import Sections

# Said by the text itself, its heading and its mark.
_SAID = ("element", "language", "variant", "texts", "sources", "note")


def translations(items: Sequence[Item], sections: Sections) -> Iterator[Block]:
    """The texts of each language; what belongs to no element stands as it is."""
    site, labels = sections.site, sections.labels
    made = {part.id: part for parts in site.translations.values() for part in parts}
    known = sorted(
        (item for item in items if item.id in made),
        key=lambda item: (made[item.id].language, made[item.id].is_easy),
    )
    if items:
        title = labels.title(site.kinds["translation"].plural)
        yield Heading(1, title, own_page=True)
    for (language, is_easy), group in groupby(
        known, key=lambda item: (made[item.id].language, made[item.id].is_easy)
    ):
        code = "de-simple" if is_easy else language
        own = labels.texts.get(f"own_{code}", "")
        name = labels.language_name(code)
        yield Heading(2, f"{own} – {name}" if own and own != name else name)
        for item in group:
            yield from _text(item, made[item.id], sections)
    for item in items:
        if item.id not in made:
            yield from sections.of(item, 2)


def _text(item: Item, part: Translated, sections: Sections) -> Iterator[Block]:
    labels, values = sections.labels, sections.values
    texts = dict(part.texts)
    title = texts.pop("title", None) or texts.pop("label", None)
    words = plain_text(title) if title is not None else bound(item.title)
    yield Heading(3, words, item.id, language=part.language if title else "", minor=True)
    marks = [item.id]
    marks += [] if part.is_official else [labels.text("unofficial")]
    marks += [labels.text("stale")] if part.is_current is False else []
    yield Par((Run(" · ".join(marks)),), "label")
    if item.example is not None:
        yield Par((Run(f"{labels.text('example_whole')} {item.example.reason}"),), "notice")
    for prose in texts.values():
        look = "easy" if part.is_easy else ""
        yield from blocks_of(prose, values.known, part.language, look)
    rest = list(values.phrases.lines(without(Group(item.fields), *_SAID)))
    if rest:
        head = (labels.text("paper_fact"), labels.text("paper_content"))
        yield Facts(head, tuple((values.phrases.title(e), values.entry(e)) for _, e in rest))
    yield from sections.last(item)
