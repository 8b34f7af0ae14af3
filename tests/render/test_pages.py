"""Values and texts on pages, to the letter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import nh3
import pytest

from site_parts import Reader, pages, site_of
from wirctl.core.frozen import replace
from wirctl.diff.registry import every_kind
from wirctl.render.labels import labels
from wirctl.render.model.derived import Changed, Edition, News
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
)
from wirctl.render.model.values import (
    Date,
    Entry,
    Flag,
    Group,
    Language,
    Line,
    Many,
    Money,
    Number,
    Reference,
    Share,
    Url,
    Word,
)
from wirctl.render.pages.language import Speech
from wirctl.render.pages.paths import Paths, file_name
from wirctl.render.pages.settling import settled
from wirctl.render.writing import render
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site
    from wirctl.render.model.text import Block
    from wirctl.render.model.values import Shown
    from wirctl.render.pages.values import ValueHtml


def group(**values: Shown) -> Group:
    return Group(
        {name: Entry(name, Words(name.title(), name), value) for name, value in values.items()}
    )


@pytest.fixture
def values(example: Site) -> ValueHtml:
    return Speech.at("../", example, labels("de"), Paths(example)).values


@pytest.mark.parametrize(
    ("value", "html"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param(Line("a < b & c"), "a &lt; b &amp; c", id="line"),
        pytest.param(Word("fund", "measure.funding_path"), "Förderfonds", id="word"),
        pytest.param(Number("1725"), "1.725", id="number"),
        pytest.param(Money("250000"), "250.000\u00a0€", id="money"),
        pytest.param(Share("14.87"), "14,87\u00a0%", id="share"),
        pytest.param(
            Date("2021-11"), '<time datetime="2021-11">November 2021</time>', id="date"
        ),
        pytest.param(Date("bald <b>"), "bald &lt;b&gt;", id="no date"),
        pytest.param(Flag(value=False), "nein", id="flag"),
        pytest.param(Language("ar"), "Arabisch", id="language"),
        pytest.param(
            Url("https://www.example.org/a?b=1&c"),
            '<a href="https://www.example.org/a?b=1&amp;c" rel="noopener">www.example.org</a>',
            id="address",
        ),
        pytest.param(
            Reference("M-HOF-01", "measure", "Offene Höfe"),
            '<a href="../measures/M-HOF-01.html">Offene Höfe</a>',
            id="element",
        ),
        pytest.param(Reference("M-X-1"), "M-X-1", id="element that is not there"),
        pytest.param(
            Reference("T-TEILHABE", "term", "Teilhabe"),
            '<a href="../terms/index.html#T-TEILHABE">Teilhabe</a>',
            id="element on a shared page",
        ),
        pytest.param(
            Reference("A-HOEFE", "call", "Aufruf"),
            '<a href="../fund/F-HOF.html#A-HOEFE">Aufruf</a>',
            id="element on the page of another",
        ),
        pytest.param(
            Reference("TR-AR-L-1", "translation", "x"),
            '<a href="../guidelines/L-1.html#TR-AR-L-1">x</a>',
            id="translation",
        ),
        pytest.param(
            Reference("PLAN", "plan", "Plan"), '<a href="../index.html">Plan</a>', id="plan"
        ),
        pytest.param(Many((Line("a"),)), "a", id="list of one"),
        pytest.param(Many((Line("a"), Line("b"))), "<ul><li>a</li><li>b</li></ul>", id="list"),
        pytest.param(group(start=Date("2022"), end=Date("2027")), "2022 bis 2027", id="period"),
        pytest.param(group(continuous=Flag(value=True)), "dauerhaft", id="for ever"),
        pytest.param(
            group(start=Date("2022"), continuous=Flag(value=True)),
            "ab 2022, dauerhaft",
            id="from then on for ever",
        ),
        pytest.param(group(yes=Number("20"), no=Number("3")), "20 Yes, 3 No", id="votes"),
        pytest.param(
            group(name=Line("LIP"), valid_to=Date("2019")), "LIP (bis 2019)", id="other name"
        ),
        pytest.param(
            group(value=Number("1725"), accuracy=Word("about", "x.accuracy")),
            '<dl class="inner"><div><dt>Value</dt><dd>etwa 1.725</dd></div></dl>',
            id="rough figure",
        ),
        pytest.param(
            group(value=Number("1725"), accuracy=Word("exact", "x.accuracy")),
            '<dl class="inner"><div><dt>Value</dt><dd>1.725</dd></div></dl>',
            id="exact figure",
        ),
        pytest.param(
            group(key=Line("Q1"), title=Line("Buch"), url=Url("https://example.org/")),
            '[Q1] <a href="https://example.org/" rel="noopener">Buch</a>',
            id="source on the web",
        ),
        pytest.param(
            group(title=Line("Brief"), reference=Line("12/2020"), published=Date("2020")),
            "Brief (12/2020, veröffentlicht 2020)",
            id="source on paper",
        ),
        pytest.param(
            Many((group(text=Line("a"), count=Number("1")), group(text=Line("b")))),
            '<div class="scroll" tabindex="0" role="group" aria-label="Tabelle, seitlich '
            'verschiebbar"><table><thead><tr><th scope="col">Text</th><th scope="col">Count</th>'
            "</tr></thead><tbody><tr><td>a</td><td>1</td></tr><tr><td>b</td><td></td></tr></tbody>"
            "</table></div>",
            id="records as a table",
        ),
    ],
)  # fmt: skip
def test_value_on_a_page(value: Shown | None, html: str, values: ValueHtml) -> None:
    assert values.show(value) == html


def test_invented_value_is_marked(values: ValueHtml) -> None:
    entry = Entry("costs", Words("Kosten", "Cost"), Money("5"), illustrative=True)
    assert values.entry(entry) == ('5\u00a0€ <span class="tag example">Beispielwert</span>')


X = (Plain("<x>"),)


@pytest.mark.parametrize(
    ("block", "html"),
    [
        pytest.param(Paragraph(X), "<p>&lt;x&gt;</p>", id="plain"),
        pytest.param(Paragraph((Emphasis(X), Break(), Strong(X))),
            "<p><em>&lt;x&gt;</em><br><strong>&lt;x&gt;</strong></p>", id="stress"),
        pytest.param(Listing(((Paragraph(X),), (Paragraph(X), Quote((Paragraph(X),))))),
            "<ul><li>&lt;x&gt;</li><li>&lt;x&gt;<blockquote><p>&lt;x&gt;</p></blockquote></li>"
            "</ul>",
            id="list"),
        pytest.param(Listing(((Paragraph(X),),), 3),
            '<ol start="3"><li>&lt;x&gt;</li></ol>', id="from three"),
        pytest.param(Listing(((Paragraph(X),),), 1), "<ol><li>&lt;x&gt;</li></ol>", id="from one"),
        pytest.param(Listing(((Quote((Paragraph(X),)),),)),
            "<ul><li><blockquote><p>&lt;x&gt;</p></blockquote></li></ul>", id="quote in list"),
        pytest.param(Paragraph((Anchor(X, url='https://example.org/?a="b"&c'),)),
            '<p><a href="https://example.org/?a=&quot;b&quot;&amp;c" rel="noopener">'
            "&lt;x&gt;</a></p>",
            id="web"),
        pytest.param(Paragraph((Anchor(X, kind="goal", id="Z-HOF-1"),)),
            '<p><a href="../goals/Z-HOF-1.html">&lt;x&gt;</a></p>', id="element"),
        pytest.param(Subheading(2, X), '<h6 class="said-2">&lt;x&gt;</h6>', id="heading"),
        pytest.param(Table((X,), ((X,),)),
            '<div class="scroll" tabindex="0" role="group" aria-label="Tabelle, seitlich '
            'verschiebbar"><table><thead><tr><th scope="col">&lt;x&gt;</th></tr></thead><tbody>'
            "<tr><td>&lt;x&gt;</td></tr></tbody></table></div>", id="table"),
    ],
)  # fmt: skip
def test_text_on_a_page(block: Block, html: str, values: ValueHtml) -> None:
    assert values.text.prose(Prose((block,))) == html
    allowed = {
        **nh3.ALLOWED_ATTRIBUTES,
        "div": {"class", "tabindex", "role", "aria-label"},
        "h6": {"class"},
    }
    assert nh3.clean(html, link_rel=None, attributes={**allowed, "a": {"href", "rel"}}) == html


def test_text_for_the_middle_of_a_line(values: ValueHtml) -> None:
    one, two = Paragraph(X), Paragraph((Plain("y"),))
    assert values.text.inline(Prose((one,))) == "&lt;x&gt;"
    assert values.text.inline(Prose((one, two))) == "<p>&lt;x&gt;</p><p>y</p>"


def test_note_in_the_middle_of_a_line_stands_in_brackets(values: ValueHtml) -> None:
    noted = Paragraph((Plain("a"), Footnote(1, X)))
    assert values.text.inline(Prose((noted,))) == "a (&lt;x&gt;)"


def test_notes_stand_below_the_text_and_lead_back(values: ValueHtml) -> None:
    note = Footnote(1, X)
    html = values.text.prose(Prose((Paragraph((Plain("a"), note, Plain(", b"), note)),)))
    named = ' role="doc-noteref" aria-label="Anmerkung 1">1</a></sup>'
    assert html == (
        f'<div class="noted"><p>a<sup><a href="#note-x-1" id="ref-x-1"{named}, '
        f'b<sup><a href="#note-x-1"{named}</p>'
        '<ol class="notes"><li id="note-x-1">&lt;x&gt; <a href="#ref-x-1" role="doc-backlink" '
        'aria-label="Zurück zu Stelle 1 im Text">↩\ufe0e</a></li></ol></div>'
    )


def test_two_texts_of_a_page_share_no_mark_and_no_heading_skips_a_level() -> None:
    text = (
        '<div class="noted"><h6 class="said-1">a</h6><h6 class="said-2">b</h6>'
        '<a href="#note-x-1" id="ref-x-1">1</a><li id="note-x-1"></li></div>'
    )
    html = settled(f"<h1>A</h1>{text}<h2>B</h2><h3 id='c'>C</h3>{text}<h2>D</h2>")
    first, second = (
        f'<div class="noted"><h{top} class="said">a</h{top}><h{top + 1} class="said">b</h{top + 1}>'
        f'<a href="#note-{n}-1" id="ref-{n}-1">1</a><li id="note-{n}-1"></li></div>'
        for n, top in ((1, 2), (2, 4))
    )
    assert html == f"<h1>A</h1>{first}<h2>B</h2><h3 id='c'>C</h3>{second}<h2>D</h2>"


def test_no_heading_is_below_the_sixth_level() -> None:
    html = settled('<h1>A</h1><h5>B</h5><h6 class="said-4">a</h6>')
    assert html == '<h1>A</h1><h5>B</h5><h6 class="said">a</h6>'


def test_pages_bring_headings_and_notes_of_texts_in_order(tmp_path: Path) -> None:
    text = '# Warum\n\nWeil <h6 class="said-1"> § 5[^a].\n\n[^a]: Darum, z. B. so.'
    example = (
        f"# plan.yaml\nid: P-1\ntitle: Plan\nsummary: {json.dumps(text)}\n"
        f"# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: {json.dumps(text)}\n"
    )
    files = pages(render(site_of(example, tmp_path), "html"))
    for path in ("index.html", "goals/Z-HOF-1.html"):
        reader = Reader(files[path])
        assert len(reader.ids) == len(set(reader.ids))
        assert {"note-1-1", "ref-1-1"} <= set(reader.ids)
        assert '<h2 class="said">Warum</h2>' in files[path]
        assert "§\u00a05" in "".join(reader.words)
        assert "z.\u00a0B." in "".join(reader.words)
        assert '<h6 class="said-1">' in "".join(reader.words)


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("M-BIL-01", "M-BIL-01"),
        ("INDEX", "INDEX_"),
        ("CON", "CON_"),
        ("LPT1", "LPT1_"),
    ],
)
def test_file_name_is_the_id(id: str, name: str) -> None:
    assert file_name(id) == name


@pytest.mark.parametrize("id", ["../x", "a b", "ä", "", ".", "a" * 200, "M\u0430", "a#b", "-x"])
def test_file_name_of_an_odd_id_is_safe(id: str) -> None:
    assert file_name(id).isascii()
    assert file_name(id).startswith("x-")
    assert len(file_name(id)) == len("x-") + 16


def test_gone_element_has_a_page_of_its_own(example: Site) -> None:
    gone = replace(example.items["T-TEILHABE"], withdrawn=True)
    site = replace(example, items={**example.items, gone.id: gone})
    assert Paths(site).of(gone.id) == "terms/T-TEILHABE.html"


def test_lineage_leads_to_what_the_plan_still_knows(tmp_path: Path) -> None:
    example = (
        "# plan.yaml\nid: P-1\ntitle: Plan\nlanguages: [de]\n"
        "# measures/M-HOF-01.yaml\nid: M-HOF-01\ntitle: Höfe\nlineage:\n"
        "  - {kind: merged, from: [M-HOF-02, ALT-1], reason: Passt.}\n"
        "# measures/M-HOF-02.yaml\nid: M-HOF-02\ntitle: Bänke\n"
        "withdrawn: {reason: Passt., to: [M-HOF-01]}\n"
    )
    html = render(site_of(example, tmp_path), "html")["measures/M-HOF-01.html"].decode()
    former = '<li><a href="../measures/M-HOF-02.html">Bänke</a></li><li>ALT-1</li>'
    assert f"<dt>Vorgänger</dt><dd><ul>{former}</ul></dd>" in html


def test_history_of_what_is_gone_says_where_it_goes_on(example: Site) -> None:
    known = every_kind()["element-withdrawn"]
    words = {"reason": "Passt.", "to": "M-HOF-01, ALT-1"}
    here = example.items["M-HOF-02"].reference
    sentence = Words(known.de, known.en)
    gone = Changed("element-withdrawn", "substantive", here, "", (), None, None, sentence, words)
    edition = Edition(Reference("RAT-2022-09", "round", "Rat"), "2022", "", News("", (gone,)))
    files = render(replace(example, editions=(edition,)), "html")
    said = "<li>Gestrichen: Passt. (weiter in: Offene Höfe, ALT-1)</li>"
    assert said in files["measures/M-HOF-02.html"].decode()
