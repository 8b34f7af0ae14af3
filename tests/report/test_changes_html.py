"""The Synopse as a page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import EVIL, spoilt
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.report.changes_html import html
from wirctl.report.registry import Look, Origin
from wirctl.report.synopse_words import words_in


class Reader(HTMLParser):
    """The elements, attributes and visible text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(old: str, new: str, language: str = "de") -> str:
    return "\n".join(html(compared(old, new), Look(language)))


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_words_of_both_languages_have_the_same_names() -> None:
    assert words_in("de").keys() == words_in("en").keys()


def test_old_new_and_decision_stand_beside_each_other() -> None:
    text = "\n".join(html(between("LG-2021-11-29", "LG-2021-12-06"), Look("de")))
    row = text[text.index("Antragsberechtigt geändert") :]
    row = row[: row.index("</tr>")]
    assert (
        '<del><span class="hidden">[gestrichen: </span>nein<span class="hidden">]</span></del>'
        in row
    )
    assert (
        '<ins><span class="hidden">[eingefügt: </span>ja<span class="hidden">]</span></ins>' in row
    )
    assert "<strong>geändert angenommen</strong>" in text
    assert "Lenkungsgruppe, 6. Dezember 2021, LG-2021-12-06" in text


def test_page_asks_for_nothing_and_runs_nothing() -> None:
    reader = read(page(OLD, NEW))
    assert "script" not in reader.tags
    links = [value for name, value in reader.attributes if name in {"href", "src"}]
    assert {str(value)[:1] for value in links if value != "data:,"} == {"#"}
    assert not any(name.startswith("on") or name == "style" for name, _ in reader.attributes)


def test_policy_allows_just_the_style_that_is_there() -> None:
    text = page(OLD, NEW)
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in policy


def test_every_link_leads_to_a_place_on_the_page() -> None:
    text = page(OLD, NEW)
    names = re.findall(r' id="([^"]*)"', text)
    assert len(set(names)) == len(names)
    assert set(re.findall(r'href="#([^"]*)"', text)) <= set(names)


def test_words_of_the_other_language_mark_the_plans_own() -> None:
    german = "# plan.yaml\n{id: P, title: Plan, languages: [de]}\n"
    text = page(german + measure("lead_unit: A"), german + measure("lead_unit: B"), "en")
    assert '<html lang="en" dir="ltr">' in text
    assert '<td class="new" data-title="New" lang="de" dir="ltr">' in text
    assert '<span class="hidden" lang="en">[inserted: </span>B' in text


def test_plan_written_from_right_to_left_says_so() -> None:
    arabic = "# plan.yaml\n{id: P, title: Plan, languages: [ar]}\n"
    text = page(arabic + measure("lead_unit: A"), arabic + measure("lead_unit: B"))
    assert 'data-title="Neu" lang="ar" dir="rtl">' in text


def test_commits_are_named_where_they_are_known() -> None:
    look = Look("de", origin=lambda: Origin("a" * 40, "b" * 40, "2021-12-06"))
    text = "\n".join(html(compared(OLD, NEW), look))
    assert f'<code title="{"b" * 40}">{"b" * 10}</code>' in text
    assert "<code" not in page(OLD, NEW)


def test_versions_without_a_difference_say_so() -> None:
    assert "hat sich inhaltlich nichts geändert" in page(OLD, OLD)


def test_likely_lineage_is_a_question_of_its_own() -> None:
    words = "Ehrenamtliche lesen mit Kindern aus der Nachbarschaft in Büchereien und Schulen."
    text = f"title: Lesepaten\nlead_unit: Amt\ndescription: {words}\nobjective: Lesen."
    found = page(measure(text, "M-BIL-01"), measure(text, "M-BIL-02"))
    part = found[found.index('id="questions"') :]
    assert "M-BIL-01 Lesepaten heißt jetzt vermutlich M-BIL-02 Lesepaten" in part


def test_files_of_no_kind_and_of_another_form_are_told() -> None:
    text = page("# notes/A-1.yaml\na: 1\n", "# notes/A-1.yaml\na: 2\n")
    assert "Nicht verglichen, gehört zu keiner Art: notes/A-1.yaml" in text
    assert "1 Datei nur anders geschrieben." in page(measure("title: A"), measure('title: "A"'))


@pytest.mark.parametrize("evil", EVIL)
def test_plan_text_is_text(evil: str) -> None:
    tags = set(read(page(measure("title: A"), measure("title: B\nlead_unit: C"))).tags)
    text = "\n".join(html(spoilt(evil), Look("de")))
    reader = read(text)
    assert set(reader.tags) <= {*tags, "code", "b", "strong"}
    assert not any(name.startswith("on") for name, _ in reader.attributes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@given(st.text(max_size=40))
def test_any_text_leaves_the_page_whole(text: str) -> None:
    made = "\n".join(html(spoilt(text), Look("de")))
    assert (made.count("<script"), made.count("<h1>"), made.count("</html>")) == (0, 1, 1)
    assert made.encode()


@pytest.mark.parametrize("number", range(1, len(ROUNDS)))
def test_real_rounds_leave_nothing_open(number: int) -> None:
    text = "\n".join(html(between(ROUNDS[number - 1], ROUNDS[number]), Look("en")))
    for tag in ("table", "tbody", "tr", "td", "th", "ins", "del", "p", "span", "section"):
        assert len(re.findall(rf"<{tag}[ >]", text)) == text.count(f"</{tag}>")
