"""Markdown in which every character of the plan means itself, and every link leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from documents import anchors, links
from full_plan import KINDS, full_plan
from site_parts import site_of, view
from wirctl.render.model.text import (
    Anchor,
    Break,
    Emphasis,
    Footnote,
    Listing,
    Paragraph,
    Plain,
    Prose,
    Quote,
    Strong,
    Subheading,
    Table,
    plain_text,
)
from wirctl.render.plaintext.text import TextMarkdown, escaped, started
from wirctl.render.prose import parse
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.text import Block

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
X = (Plain("x"),)


def words(markdown: str) -> str:
    """What a reader of Markdown sees of a text of one paragraph."""
    tokens = READER.parse(markdown)
    return "".join(child.content for token in tokens for child in token.children or ())


@pytest.mark.parametrize(
    "text",
    [
        "Expert*innen und Bürger*innen, jede*r",
        "*a* **b** _c_ __d__ ~~e~~ `f` ``g``",
        "[x](y) ![x](y) <b> <!-- --> &amp; &lt; &#42; \\* \\",
        "| a | b |",
        "$x$ snake_case _x _ y_",
        "# a",
        "1. November",
        "1) a",
        "- a",
        "+ a",
        "* a",
        "---",
        "===",
        "> a",
        "-",
        "#",
        "Wirklich!",
        "https://example.org/*a*",
    ],
)
def test_characters_mean_themselves(text: str) -> None:
    assert words(started(escaped(text))) == text.strip()


@given(st.text(alphabet="ab *_[]()<>!&;#+-=.~`|\\$1", min_size=1, max_size=40))
def test_every_line_means_itself(text: str) -> None:
    line = " ".join(text.split())
    assert words(started(escaped(line))) == line


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        pytest.param(
            Paragraph((Plain("a "), Emphasis(X), Plain(" "), Strong(X), Break(), Plain("b"))),
            "a *x* **x**\\\nb",
            id="stress",
        ),
        pytest.param(Paragraph((Emphasis((Plain(" x "),)),)), " *x* ", id="space in stress"),
        pytest.param(Listing(((Paragraph(X),), (Paragraph(X),))), "* x\n* x", id="list"),
        pytest.param(Listing(((Paragraph(X),), (Paragraph(X),)), 9), "9. x\n10. x", id="numbers"),
        pytest.param(
            Listing(((Paragraph(X), Listing(((Paragraph(X),),))),)), "* x\n\n  * x", id="nested"
        ),
        pytest.param(Quote((Paragraph(X), Paragraph(X))), "> x\n>\n> x", id="quote"),
        pytest.param(
            Table((X, X), ((X, (Plain("a|b"),)),)),
            "| x | x |\n| --- | --- |\n| x | a\\|b |",
            id="table",
        ),
        pytest.param(
            Paragraph((Anchor(X, url="https://example.org/(a)"),)),
            "[x](<https://example.org/(a)>)",
            id="link",
        ),
        pytest.param(Subheading(2, X), "##### x", id="heading"),
        pytest.param(Subheading(9, X), "###### x", id="deep heading"),
        pytest.param(Paragraph((Anchor(X, kind="goal", id="Z-1"),)), "[x](<#z-1>)", id="element"),
    ],
)
def test_blocks(block: Block, markdown: str) -> None:
    assert TextMarkdown(lambda id: f"#{id.lower()}").prose(Prose((block,)), 3) == markdown


def test_notes_are_counted_through_the_document_and_stand_at_its_end() -> None:
    writer = TextMarkdown(lambda _: "")
    one, two = Footnote(1, (Plain("Seite 3"),)), Footnote(1, (Plain("[Seite] 4"),))
    said = [writer.one_line(Prose((Paragraph((*X, note)),))) for note in (one, two, one)]
    assert said == ["x[^1]", "x[^2]", "x[^1]"]
    assert writer.definitions() == "[^1]: Seite 3\n[^2]: \\[Seite\\] 4"


def test_heading_where_none_can_stand_is_a_stressed_line() -> None:
    assert TextMarkdown(lambda _: "").one_line(Prose((Subheading(1, X),))) == "**x**"


def test_document_has_the_headings_of_texts_below_its_own_and_their_notes(tmp_path: Path) -> None:
    example = (
        "# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\n"
        "text: |\n  # Warum\n\n  Weil[^a].\n\n  [^a]: Darum.\n"
    )
    text = render(site_of(example, tmp_path), "markdown")["plan.md"].decode()
    assert "### Höfe (Z-HOF-1)\n\n#### Warum\n\nWeil[^1].\n" in text
    assert text.endswith("\n\n[^1]: Darum.\n")


@given(st.text(alphabet="ab*_[]-1. \n>|\\#^:", max_size=60))
@example("a[^1]\n\n[^1]: *b*")
@example("# a\n### b")
def test_text_read_again_says_the_same(text: str) -> None:
    first = parse(text, lambda *_: False).prose
    writer = TextMarkdown(lambda _: "")
    written = f"{writer.prose(first, 2)}\n\n{writer.definitions()}"
    again = parse(written, lambda *_: False).prose
    assert "".join(plain_text(again).split()) == "".join(plain_text(first).split())


def test_every_link_inside_the_document_leads_somewhere() -> None:
    site = view(full_plan(lambda path, _field: f"Text zu {path.replace('.', ' ')}"), KINDS)
    text = render(site, "markdown")["plan.md"].decode()
    inside = {unquote(link.target) for link in links(text) if link.target.startswith("#")}
    assert inside
    assert {target.removeprefix("#") for target in inside} - anchors(text) == set()
