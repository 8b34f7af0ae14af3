"""Pages in easy language (Leichte Sprache): only what people have written in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from wirctl.core.sentences import sentences
from wirctl.render.model.text import Paragraph, Plain, Prose, plain_inlines, plain_text
from wirctl.render.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item, Translated
    from wirctl.render.model.site import Site
    from wirctl.render.pages.paths import Paths
    from wirctl.render.pages.text import TextHtml

START = "index.html"
_NAMES = ("title", "label", "subtitle", "disclaimer")


@dataclass(frozen=True, slots=True)
class EasyPart:
    """What there is of one element: its name and its texts; `path` is its page, if it has one."""

    item: Item
    title: str
    texts: tuple[Prose, ...]
    part: Translated
    path: str = ""


def easy_pages(site: Site, labels: Labels, paths: Paths) -> Iterator[Page]:
    """The start page, and a page for each element that has one; nothing without any text."""
    parts = tuple(_parts(site, labels, paths))
    if not parts:
        return
    plan = next((part for part in parts if part.item.kind == "plan"), None)
    others = tuple(part for part in parts if part is not plan)
    title = plan.title if plan is not None else site.heading.title
    data: dict[str, object] = {"plan": plan, "parts_of_plan": others}
    yield Page(START, "easy/index.html.j2", title, data)
    for part in others:
        if part.path:
            yield Page(part.path, "easy/page.html.j2", part.title, {"part": part})


def _parts(site: Site, labels: Labels, paths: Paths) -> Iterator[EasyPart]:
    for id, found in site.translations.items():
        item = site.items.get(id)
        for part in found:
            if item is None or not part.is_easy or part.language != labels.language:
                continue
            name = part.texts.get("title") or part.texts.get("label")
            yield EasyPart(
                item=item,
                title=plain_text(name) if name is not None else item.title,
                texts=tuple(text for key, text in part.texts.items() if key not in _NAMES),
                part=part,
                path=paths.of(id) if paths.has_page(item) else "",
            )


@dataclass(frozen=True, slots=True)
class EasyText:
    """Writes texts by the rules of easy language: a line for each sentence."""

    text: TextHtml

    def lines(self, prose: Prose) -> Markup:
        """The text with each sentence on a line of its own."""
        return Markup().join(map(self._block, prose.blocks))

    def _block(self, block: object) -> Markup:
        if isinstance(block, Paragraph) and all(type(part) is Plain for part in block.inlines):
            found = sentences(plain_inlines(block.inlines))
            lines = Markup("<br>").join(escape(sentence.strip()) for sentence in found)
            return Markup("<p>{}</p>").format(lines)
        return self.text.prose(Prose((block,)))  # type: ignore[arg-type]
