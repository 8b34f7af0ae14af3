"""Small Markdown becomes a tree; the gender star is a letter, links are few and safe."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.load.text_links import LONGEST
from wirctl.render.model.text import (
    Anchor,
    Break,
    Emphasis,
    Listing,
    Paragraph,
    Plain,
    Prose,
    Quote,
    Strong,
    Table,
    plain_text,
)
from wirctl.render.prose import parse


def known(kind: str, id: str) -> bool:
    return (kind, id) == ("measure", "M-BIL-01")


def blocks(text: str) -> tuple[object, ...]:
    return parse(text, known).prose.blocks


def paragraph(*inlines: object) -> tuple[object, ...]:
    return (Paragraph(inlines),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("Ein Satz.", paragraph(Plain("Ein Satz.")), id="plain"),
        pytest.param("Zwei\nZeilen", paragraph(Plain("Zwei Zeilen")), id="wrapped"),
        pytest.param("*a* und\n**b**", paragraph(
            Emphasis((Plain("a"),)), Plain(" und "), Strong((Plain("b"),))
        ), id="stress"),
        pytest.param("a  \nb", paragraph(Plain("a"), Break(), Plain("b")), id="break"),
        pytest.param("\\*a\\* \\[b\\]", paragraph(Plain("*a* [b]")), id="escaped"),
        pytest.param("- a\n- b", (
            Listing(((Paragraph((Plain("a"),)),), (Paragraph((Plain("b"),)),))),
        ), id="list"),
        pytest.param("3. a\n4. b", (
            Listing(((Paragraph((Plain("a"),)),), (Paragraph((Plain("b"),)),)), 3),
        ), id="numbered from three"),
        pytest.param("> a", (Quote((Paragraph((Plain("a"),)),)),), id="quote"),
        pytest.param("| a | b |\n|---|---|\n| 1 | *2* |", (
            Table(
                ((Plain("a"),), (Plain("b"),)),
                (((Plain("1"),), (Emphasis((Plain("2"),)),)),),
            ),
        ), id="table"),
        pytest.param("1. November 2021 war *es*.", paragraph(
            Plain("1. November 2021 war "), Emphasis((Plain("es"),)), Plain(".")
        ), id="a day is no list"),
        pytest.param("# a\n\n---\n\n`b` ![c](d) <e>", (
            Paragraph((Plain("# a"),)),
            Paragraph((Plain("---"),)),
            Paragraph((Plain("`b` !c <e>"),)),
        ), id="heading, rule, code, picture and tag stay text"),
        pytest.param("", (), id="empty"),
    ],
)  # fmt: skip
def test_text_becomes_a_tree(text: str, tree: tuple[object, ...]) -> None:
    assert blocks(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Expert*innen", id="one"),
        pytest.param("Expert*innen und Bürger*innen", id="two"),
        pytest.param("Expert*innen, Bürger*innen und jede*r Nachbar*in", id="four"),
        pytest.param("Rom*nja, Sinti*zze, Migrant*innen(selbst)organisationen", id="three"),
        pytest.param("der*die Expert*in", id="articles"),
    ],
)
def test_gender_star_is_no_stress(text: str) -> None:
    assert blocks(text) == paragraph(Plain(text))


def test_gender_star_beside_stress() -> None:
    assert blocks("*Expert*innen* und **Bürger*innen**") == paragraph(
        Emphasis((Plain("Expert*innen"),)), Plain(" und "), Strong((Plain("Bürger*innen"),))
    )


@pytest.mark.parametrize(
    ("target", "anchor"),
    [
        pytest.param(
            "https://example.org/a?b=1#c",
            Anchor((Plain("x"),), url="https://example.org/a?b=1#c"),
            id="web",
        ),
        pytest.param(
            "measure:M-BIL-01", Anchor((Plain("x"),), kind="measure", id="M-BIL-01"), id="element"
        ),
    ],
)
def test_link_that_leads_somewhere(target: str, anchor: Anchor) -> None:
    parsed = parse(f"[x]({target})", known)
    assert parsed.prose.blocks == paragraph(anchor)
    assert parsed.faults == ()


@pytest.mark.parametrize(
    "target",
    [
        "measure:M-BIL-02",
        "goal:M-BIL-01",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "mailto:a@example.org",
        "ftp://example.org/",
        "//example.org/",
        "/etc/passwd",
        "other.html",
        "https:///x",
        "https://a@b.example/",
    ],
)
def test_link_that_leads_nowhere_leaves_its_words(target: str) -> None:
    parsed = parse(f"Siehe [x]({target}).", known)
    assert plain_text(parsed.prose) == "Siehe x."
    assert parsed.faults == (target,)


def test_very_long_text_is_plain() -> None:
    words = "*a* [" * LONGEST
    assert blocks(words) == paragraph(Plain(words.strip()))


@pytest.mark.parametrize("piece", ["[", "*", "**a", "> ", "- ", "_a_ ", "[a](", "| a "])
def test_hard_texts_take_no_time(piece: str) -> None:
    text = piece * (LONGEST // len(piece))
    start = time.process_time()
    parse(text, known)
    assert time.process_time() - start < 10


@given(st.text(alphabet="ab*_[]()<>:/|\\-#1. \n>", max_size=80))
def test_every_text_is_read(text: str) -> None:
    parsed = parse(text, known)
    assert isinstance(parsed.prose, Prose)
    letters = [letter for letter in text if letter in "ab"]
    links = [letter for target in parsed.faults for letter in target if letter in "ab"]
    assert (
        len([letter for letter in plain_text(parsed.prose) if letter in "ab"])
        >= len(letters) - len(links) - text.count("](") * 80
    )
