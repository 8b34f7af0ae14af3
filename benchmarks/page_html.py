"""A printed document as one page of HTML, for programs that make PDFs of pages.

`python benchmarks/page_html.py PLAN FILE` writes what `wirctl render pdf --plan PLAN` prints:
the same parts, words, letters and paper.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.load import load
from wirctl.press.parts import (
    Bullets,
    Facts,
    Figure,
    Grid,
    Heading,
    LineBreak,
    Note,
    PageOf,
    Par,
    Quoted,
    Run,
)
from wirctl.render.build import build
from wirctl.render.labels import labels
from wirctl.render.model.version import Version
from wirctl.render.paper.document import document
from wirctl.resources import folder
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.press.parts import (
        Block,
        Document,
        Line,
        Span,
    )

_STYLE = """
@page { size: A4; margin: 2.4cm 2.2cm 2.6cm;
  @top-right { content: string(chapter); font-size: 7.5pt }
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt } }
html { font: 9.5pt/1.45 "Noto Sans"; hyphens: auto }
h1 { font-size: 19pt; string-set: chapter content() } h2 { font-size: 14.5pt }
h3 { font-size: 12.5pt } h1, h2, h3 { color: #07566b; break-after: avoid }
p { margin: .85em 0 } td p, li p { margin: .2em 0 } td, td p { font-size: 8.7pt }
ul, ol { margin: .4em 0; padding-left: 1.2em }
.new { break-before: page }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: .5pt solid #b8c4ca; padding: 4.5pt 6pt; text-align: left;
  vertical-align: top }
thead th { background: #07566b; color: #fff } a { color: #07566b; text-decoration: none }
.label, .quiet { font-size: 8.5pt; color: #4d5b66 } .notice { background: #fdf4dc }
.note { float: footnote; font-size: 7.5pt }
.page::after { content: target-counter(attr(href), page) }
"""


def page(made: Document) -> str:
    """The document as HTML."""
    fonts = "".join(
        f"@font-face {{ font-family: 'Noto Sans'; src: url('{path.as_uri()}');"
        f" font-weight: {'bold' if 'Bold' in path.stem else 'normal'};"
        f" font-style: {'italic' if 'Italic' in path.stem else 'normal'} }}"
        for path in sorted((folder("templates") / "pdf/fonts").glob("NotoSans-*.ttf"))
    )
    contents = "".join(
        f'<p><a class="page" href="#{_mark(one)}">{escape(one.words)} </a></p>'
        for one in made.blocks
        if isinstance(one, Heading) and not one.minor and one.id
    )
    return (
        f'<!doctype html><html lang="{made.language}"><head><meta charset="utf-8">'
        f"<title>{escape(made.title)}</title><style>{fonts}{_STYLE}</style></head><body>"
        f'<h1>{escape(made.title)}</h1><h1 class="new">Inhalt</h1>{contents}'
        f"{_blocks(made.blocks)}</body></html>"
    )


def _mark(heading: Heading) -> str:
    return f"e-{escape(heading.id)}"


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading():
            new = ' class="new"' if block.own_page else ""
            words = escape(block.words)
            return f'<h{block.level} id="{_mark(block)}"{new}>{words}</h{block.level}>'
        case Par(line, look):
            return f'<p class="{look}">{_line(line)}</p>'
        case Bullets(items, start):
            tag = "ul" if start is None else "ol"
            inner = "".join(f"<li>{_blocks(item)}</li>" for item in items)
            return f"<{tag}>{inner}</{tag}>"
        case Quoted(inner):
            return f"<blockquote>{_blocks(inner)}</blockquote>"
        case Figure():
            return f"<p>{escape(block.alternative)}</p>"
        case Grid() | Facts():
            return _tabular(block)


def _tabular(block: Grid | Facts) -> str:
    if isinstance(block, Grid):
        head = "".join(f"<th>{_line(line)}</th>" for line in block.head)
        rows = "".join(f"<tr>{_cells(row)}</tr>" for row in block.rows)
        return f"<p>{escape(block.caption)}</p>{_table(head, rows)}"
    head = "".join(f"<th>{escape(words)}</th>" for words in block.head)
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{_blocks(content)}</td></tr>"
        for name, content in block.pairs
    )
    return _table(head, rows)


def _table(head: str, rows: str) -> str:
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: Iterable[Iterable[Block]]) -> str:
    return "".join(f"<td>{_blocks(cell)}</td>" for cell in row)


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    match span:
        case LineBreak():
            return "<br>"
        case Note(line):
            return f'<span class="note">{_line(line)}</span>'
        case PageOf(target):
            return f'<a class="page" href="#e-{escape(target)}"></a>'
        case Run():
            text = escape(span.text)
            text = f"<strong>{text}</strong>" if span.strong else text
            text = f"<em>{text}</em>" if span.stressed else text
            to = span.url or (f"#e-{span.target}" if span.target else "")
            return f'<a href="{escape(to)}">{text}</a>' if to else text


def main(plan: str, target: str) -> int:
    """Write the page of a plan."""
    loaded = load(FolderTree(Path(plan)))
    version = Version("WORKTREE", "2026-01-01", is_draft=True)
    made = document(build(loaded.plan, loaded.kinds, version).site, labels("de"))
    Path(target).write_text(page(made), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
