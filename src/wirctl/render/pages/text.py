"""Trees of text as HTML. Every character of the plan is escaped, every tag is one of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from wirctl.render.model.text import (
    Anchor,
    Break,
    Emphasis,
    Footnote,
    Listing,
    Paragraph,
    Plain,
    Quote,
    Strong,
    Subheading,
    Table,
    footnotes,
    without_notes,
)
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from wirctl.render.model.text import (
        Block,
        Inline,
        Inlines,
        Prose,
    )

TAGS = {"a", "blockquote", "br", "em", "li", "ol", "p", "strong", "ul"} | {
    "div", "table", "tbody", "td", "th", "thead", "tr", "sup", "h6"
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "rel", "id", "role", "aria-label", "lang", "dir"},
    "h6": {"class"},
    "li": {"id"},
    "ol": {"start", "class"},
    "th": {"scope"},
    "div": {"class", "tabindex", "role", "aria-label"},
}


@dataclass(frozen=True, slots=True)
class TextHtml:
    """Writes texts; `href` gives the address of an element, `scrolled` names a wide table.

    `note` and `back` name the ways to a note and back, each with `{n}` for its number; `own` is
    the mark of their language, where pages are in another than the plan. Levels of headings and
    marks of notes are those of the text alone; `settled` fits them into a page.
    """

    href: Callable[[str], str]
    scrolled: str
    note: str
    back: str
    own: str = ""

    def prose(self, prose: Prose) -> Markup:
        """The text as blocks. What holds more than plain words is cleaned a second time."""
        html = self._blocks(prose.blocks)
        plain = all(type(block) is Paragraph and _is_plain(block) for block in prose.blocks)
        notes = {} if plain else footnotes(prose)
        html = self._noted(html, notes) if notes else html
        return Markup(html if plain else _cleaned(html))  # noqa: S704 - escaped, and cleaned

    def inline(self, prose: Prose) -> Markup:
        """The text for the middle of a line: a single paragraph without its tags."""
        if len(prose.blocks) == 1 and isinstance(prose.blocks[0], Paragraph):
            html = self._inlines(without_notes(prose.blocks[0].inlines))
            return Markup(html)  # noqa: S704 - escaped below
        return self.prose(prose)

    def _noted(self, html: str, notes: Mapping[int, Inlines]) -> str:
        """The text with its notes below, each with the way back to where it is first cited."""
        for number in notes:
            mark = f' id="ref-x-{number}"'
            before, first, after = html.partition(mark)
            html = f"{before}{first}{after.replace(mark, '')}"
        items = "".join(
            f'<li id="note-x-{number}">{self._inlines(inlines)} {self._way_back(number)}</li>'
            for number, inlines in notes.items()
        )
        return f'<div class="noted">{html}<ol class="notes">{items}</ol></div>'

    def _way_back(self, number: int) -> str:
        label = escape(self.back.format(n=number))
        at = f"#ref-x-{number}"
        return f'<a href="{at}" role="doc-backlink" aria-label="{label}"{self.own}>↩\ufe0e</a>'

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(inlines):
                return f"<p>{self._inlines(inlines)}</p>"
            case Subheading(level, inlines):
                return f'<h6 class="said-{level:d}">{self._inlines(inlines)}</h6>'
            case Listing(items, start):
                inner = "".join(f"<li>{self._item(item)}</li>" for item in items)
                number = f' start="{start:d}"' if start not in {None, 1} else ""
                return f"<ul>{inner}</ul>" if start is None else f"<ol{number}>{inner}</ol>"
            case Quote(blocks):
                return f"<blockquote>{self._blocks(blocks)}</blockquote>"
            case Table(head, rows):
                return self._table(head, rows)

    def _item(self, blocks: tuple[Block, ...]) -> str:
        """An item of a list; the tags of its first paragraph are not needed."""
        if blocks and isinstance(blocks[0], Paragraph):
            return self._inlines(blocks[0].inlines) + self._blocks(blocks[1:])
        return self._blocks(blocks)

    def _table(self, head: tuple[Inlines, ...], rows: tuple[tuple[Inlines, ...], ...]) -> str:
        top = "".join(f'<th scope="col">{self._inlines(cell)}</th>' for cell in head)
        body = "".join(
            f"<tr>{''.join(f'<td>{self._inlines(cell)}</td>' for cell in row)}</tr>" for row in rows
        )
        label = escape(self.scrolled)
        return (
            f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">'
            f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Plain(text):
                return str(escape(bound(text)))
            case Break():
                return "<br>"
            case Footnote(number):
                label = escape(self.note.format(n=number))
                return (
                    f'<sup><a href="#note-x-{number:d}" id="ref-x-{number:d}" role="doc-noteref" '
                    f'aria-label="{label}"{self.own}>{number:d}</a></sup>'
                )
            case Emphasis(inlines):
                return f"<em>{self._inlines(inlines)}</em>"
            case Strong(inlines):
                return f"<strong>{self._inlines(inlines)}</strong>"
            case Anchor(inlines, url, _, id):
                target = escape(url or self.href(id))
                rel = ' rel="noopener"' if url else ""
                return f'<a href="{target}"{rel}>{self._inlines(inlines)}</a>'


def _is_plain(paragraph: Paragraph) -> bool:
    return all(type(inline) is Plain for inline in paragraph.inlines)


def _cleaned(html: str) -> str:
    import nh3

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel=None,
    )
