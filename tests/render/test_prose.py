"""Small Markdown becomes a tree; the gender star is a letter, links are few and safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import calls
from wirctl.load.text_links import LONGEST
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
    footnotes,
    plain_text,
    without_notes,
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
        pytest.param("---\n\n`b` ![c](d) <e>\n\n#f\n\n#", (
            Paragraph((Plain("---"),)),
            Paragraph((Plain("`b` !c <e>"),)),
            Paragraph((Plain("#f"),)),
            Paragraph((Plain("#"),)),
        ), id="rule, code, picture, tag and mark without words stay text"),
        pytest.param("## a\n#### b\n### c\n# d\n## e", (
            Subheading(1, (Plain("a"),)),
            Subheading(2, (Plain("b"),)),
            Subheading(2, (Plain("c"),)),
            Subheading(1, (Plain("d"),)),
            Subheading(2, (Plain("e"),)),
        ), id="headings skip no level"),
        pytest.param("> # a\n\n- ## b", (
            Quote((Paragraph((Strong((Plain("a"),)),)),)),
            Listing(((Paragraph((Strong((Plain("b"),)),)),),)),
        ), id="heading in a quote or list is a stressed line"),
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


@pytest.mark.parametrize(
    "text", ["Schüler:innen", "Kolleg_innen", "SchülerInnen und Lehrer/-innen", "jede:r Nachbar:in"]
)
def test_other_ways_to_name_all_stay_as_they_are(text: str) -> None:
    assert blocks(text) == paragraph(Plain(text))
    assert blocks(f"*x* {text}") == paragraph(Emphasis((Plain("x"),)), Plain(f" {text}"))


def test_note_stands_where_it_is_cited_and_counts_by_first_citation() -> None:
    text = "a[^z] b[^y]\nc[^z]\n\n[^y]: ein *Y*\n  in zwei Zeilen\n[^z]: Z\n\nd"
    z = Footnote(1, (Plain("Z"),))
    y = Footnote(2, (Plain("ein "), Emphasis((Plain("Y"),)), Plain(" in zwei Zeilen")))
    assert blocks(text) == (
        *paragraph(Plain("a"), z, Plain(" b"), y, Plain(" c"), z),
        *paragraph(Plain("d")),
    )
    assert footnotes(parse(text, known).prose) == {1: z.inlines, 2: y.inlines}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a[^1]", id="not defined"),
        pytest.param("[^1]: a", id="not cited"),
        pytest.param("a \\[^1]\n\n[^1]: b", id="escaped"),
        pytest.param("[a[^1]](https://example.org)\n\n[^1]: b", id="in a link"),
        pytest.param("a [^1 ]\n\n[^1 ]: b", id="no label"),
    ],
)
def test_what_is_no_note_stays_text(text: str) -> None:
    prose = parse(text, known).prose
    assert footnotes(prose) == {}
    said = text.replace("\\", "").replace("[a[^1]](https://example.org)", "a[^1]")
    assert plain_text(prose) == " ".join(said.split())


def test_notes_stand_in_lists_quotes_and_tables() -> None:
    text = "- a[^1]\n\n> **b[^2]**\n\n| c[^3] | d |\n|---|---|\n| e | f[^4] |\n\n# g[^5]\n\n"
    defined = "\n".join(f"[^{n}]: N{n}" for n in range(1, 6))
    prose = parse(text + defined, known).prose
    assert footnotes(prose) == {n: (Plain(f"N{n}"),) for n in range(1, 6)}
    assert plain_text(prose) == "a (N1) b (N2) c (N3) d e f (N4) g (N5)"


def test_link_in_a_note_that_leads_nowhere_is_a_fault() -> None:
    parsed = parse("a[^1]\n\n[^1]: [b](goal:Z-9)", known)
    assert parsed.faults == ("goal:Z-9",)


def test_note_without_room_stands_in_brackets() -> None:
    note = Footnote(1, (Plain("b"),))
    line = (Plain("a"), Strong((Plain("c"), note)), Break())
    noted = Strong((Plain("c"), Plain(" ("), Plain("b"), Plain(")")))
    assert without_notes(line) == (Plain("a"), noted, Break())


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


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "*",
        "**a",
        "> ",
        "- ",
        "_a_ ",
        "[a](",
        "| a ",
        "# ",
        "# a\n",
        "[^1]",
        "[^1]: ",
        "[^1]: a\n",
        "\n[^1]: a[^1] ",
    ],
)
def test_work_grows_with_a_hard_text_and_no_faster(piece: str) -> None:
    number = LONGEST // len(piece)
    half, whole = (piece * (number // 2), piece * number)
    assert calls(lambda: parse(whole, known)) <= 2.5 * calls(lambda: parse(half, known))


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
