"""Plan text in Markdown means nothing but itself."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wirctl.report.markdown_text import escaped, inline
from wirctl.report.visible import visible

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_ANY_TAG = re.compile(r"<(?!br ?/?>|!-- -->)[^>]*>")

SIGNS = st.text(
    alphabet=st.sampled_from("*_`~|[]()<>#!&\\-+=.:;@$%^{}\"'/ \n\t1234abcÄ\u202e"),
    max_size=40,
)


def in_a_cell(text: str) -> str:
    """The HTML of a table cell that holds the text."""
    page = PARSER.render(f"| a |\n| --- |\n| {escaped(text)} |\n")
    assert page.count("<td>") == 1, page
    return str(page).partition("<td>")[2].partition("</td>")[0]


def in_an_item(text: str) -> str:
    """The HTML of a list item that holds the text."""
    page = PARSER.render(f"- {escaped(text)}\n")
    assert page.startswith("<ul>\n<li>"), page
    assert page.count("<li>") == 1, page
    return str(page).removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>\n")


def read(page: str) -> str:
    """What a reader sees."""
    assert not _ANY_TAG.search(page), page
    bare = re.sub(r"<!-- -->", "", re.sub(r"<br ?/?>", "\n", page))
    return html.unescape(bare)


def expected(text: str) -> str:
    lines = re.split(r"\s*\n\s*", text.strip())
    return "\n".join(" ".join(visible(line).split()) for line in lines)


@given(SIGNS)
@example("Expert*innen und Hannoveraner*innen")
@example("**fett** und `code` und <b>x</b>")
@example("![x](javascript:alert(1)) [y](http://z) <http://z>")
@example("| --- | a \\| b")
@example("1. eins\n2. zwei")
@example("- eins\n+ zwei\n= drei")
@example("&lt;script&gt; &amp; &#64;")
@example("[^1]: Fußnote")
def test_a_reader_sees_the_text_and_no_sign_of_it_counts(text: str) -> None:
    assert read(in_a_cell(text)) == expected(text)
    assert read(in_an_item(text)) == expected(text)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_number_of_gender_stars_becomes_emphasis(count: int) -> None:
    text = " und ".join(["Expert*innen"] * count)
    assert in_a_cell(text) == text


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        pytest.param("an @muster", r"@\w", id="a name"),
        pytest.param("siehe #12", r"#\d", id="an issue"),
        pytest.param("siehe !12", r"!\d", id="a merge request"),
        pytest.param("siehe $12", r"\$\d", id="a snippet"),
        pytest.param("siehe &12", r"&\d|&amp;\d", id="an epic"),
        pytest.param("siehe %12", r"%\d", id="a milestone"),
        pytest.param("siehe ~fehler", r"~\w", id="a label"),
        pytest.param("siehe GH-12", r"GH-\d", id="an issue by its letters"),
        pytest.param("https://example.org", r"https?://", id="an address"),
        pytest.param("www.example.org", r"www\.", id="an address without scheme"),
        pytest.param("a@example.org", r"a@e", id="a mail address"),
        pytest.param(":warning:", r":\w+:", id="a picture"),
    ],
)
def test_no_pattern_is_left_that_a_forge_makes_a_link_of(text: str, pattern: str) -> None:
    page = in_a_cell(text)
    assert not re.search(pattern, page)
    assert read(page) == text


@given(SIGNS)
def test_stretch_inside_a_line_keeps_the_spaces_at_its_ends(text: str) -> None:
    shown = inline(text)
    assert shown[:1].isspace() == (
        text[:1].isspace() and "\n" not in text[: len(text) - len(text.lstrip())]
    )


def test_direction_marks_are_shown() -> None:
    assert read(in_a_cell("a\u202eb")) == "a\\u202eb"
