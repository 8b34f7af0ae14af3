"""Each word of a page says which language it is in: the page's own words, and those of the plan."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from full_plan import IDS, KINDS, full_plan, numbered
from site_parts import main_of, pages, site_of, view
from wirctl.core.frozen import replace
from wirctl.render.labels import labels
from wirctl.render.model.derived import Changed, Edition, News
from wirctl.render.model.text import Paragraph, Plain, Prose
from wirctl.render.model.values import (
    Date,
    Entry,
    Flag,
    Group,
    Language,
    Line,
    Many,
    Money,
    Reference,
)
from wirctl.render.writing import render
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Shown

EMPTY = frozenset({"meta", "link", "br", "img", "input", "hr"})
SAID = ("aria-label", "data-label", "placeholder", "alt")
OF_THE_PLAN = re.compile(r"Wort[0-9]{4}ß")
ARABIC = re.compile("[\u0600-\u06ff]")


class Tongues(HTMLParser):
    """Takes a page apart: the language, the tag and the words of each text and spoken attribute."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    @property
    def _language(self) -> str:
        return self._open[-1][1] if self._open else ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing: within a drawing, what closes itself says nothing."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = dict(attrs)
        language = here.get("lang") or self._language
        self.found += [(language, tag, here[name] or "") for name in SAID if name in here]
        if tag not in EMPTY:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tag = self._open[-1][0] if self._open else ""
        if tag not in {"script", "style", "title"}:
            self.found.append((self._language, tag, data.strip()))


def said_in(html: str) -> Iterator[tuple[str, str, str]]:
    """Language, tag and words of everything on the page that says anything."""
    return ((language, tag, words) for language, tag, words in Tongues(html).found if words)


@pytest.fixture(scope="module")
def site() -> Site:
    """Every field of every kind, and a round in which something of each sort changed."""
    whole = view(full_plan(numbered()[0]), KINDS)
    told = News("", CHANGES)
    edition = Edition(whole.items["ROUND-1"].reference, "2021-11-22", "0" * 40, told)
    return replace(whole, news=told, editions=(edition,))


def changed(kind: str, old: Shown | None, new: Shown | None, **words: str) -> Changed:
    """A change of the measure, at a field or of all of it."""
    path = () if words else (Words("Titel", "Title"),)
    said = Words("{field}: {reason}{to}", "{field}: {reason}{to}")
    item = Reference("M-1", "measure", "Wort0000ß")
    return Changed(kind, "substantive", item, "", path, old, new, said, words)


ALIAS = Group(
    {
        "name": Entry("name", Words("Name", "Name"), Line("Wort9001ß")),
        "valid_from": Entry("valid_from", Words("Ab", "From"), Date("2020")),
    }
)
TEXT = Prose((Paragraph((Plain("Wort9002ß"),)),))
CHANGES = (
    changed("value-changed", Line("Wort9003ß"), Money("250000")),
    changed("value-changed", Reference("Z-1", "goal", "Wort9004ß"), Flag(value=True)),
    changed("text-changed", TEXT, Prose((Paragraph((Plain("Wort9005ß Wort9002ß"),)),))),
    changed("field-added", None, TEXT),
    changed("item-added", None, ALIAS),
    changed("item-removed", Many((Line("Wort9006ß"), Date("2020-01"))), None),
    changed("element-withdrawn", None, None, reason="Wort9007ß", to="M-1, Z-1"),
)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_words_of_the_plan_are_marked_on_pages_in_another_language(
    site: Site, language: str
) -> None:
    unmarked = {
        (path, tag, words)
        for path, html in pages(render(site, "html", language)).items()
        for lang, tag, words in said_in(html)
        if OF_THE_PLAN.search(words) and lang != site.heading.language
    }
    assert unmarked == set()


def test_words_of_the_page_are_not_marked_as_those_of_the_plan(site: Site) -> None:
    marked = {
        (path, tag, words)
        for path, html in pages(render(site, "html", "ar")).items()
        for lang, tag, words in said_in(html)
        if ARABIC.search(words) and lang != "ar"
    }
    assert marked == set()


def test_arabic_page_has_no_label_in_another_language(site: Site) -> None:
    latin = {
        (path, tag, words)
        for path, html in pages(render(site, "html", "ar")).items()
        for lang, tag, words in said_in(main_of(html))
        if lang == "ar" and re.search("[a-z]{4}", words)
    }
    assert latin == set()


def test_changed_words_of_a_translation_are_marked_with_its_language(site: Site) -> None:
    part = site.items[IDS["translation"]]
    entry = replace(part.fields["language"], value=Language("ar"))
    items = {**site.items, part.id: replace(part, fields={**part.fields, "language": entry})}
    text = Prose((Paragraph((Plain("كل الناس"),)),))
    more = replace(changed("text-changed", text, text), item=part.reference)
    edition = replace(site.editions[0], news=News("", (more,)))
    files = render(replace(site, items=items, editions=(edition,)), "html", "de")
    sides = [
        lang
        for lang, _, words in said_in(files["rounds/ROUND-1.html"].decode())
        if words == "كل الناس"
    ]
    assert sides == ["ar", "ar"]


def test_way_to_a_note_is_named_in_the_language_of_the_page(tmp_path: Path) -> None:
    example = (
        "# plan.yaml\nid: P-1\ntitle: Plan\nlanguages: [de, ar]\n"
        '# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: "Kurz[^1].\\n\\n[^1]: Mehr."\n'
    )
    html = render(site_of(example, tmp_path), "html", "ar")["goals/Z-HOF-1.html"].decode()
    named = [(lang, words) for lang, tag, words in said_in(main_of(html)) if tag == "a"]
    assert ("ar", labels("ar").text("note", n=1)) in named
    assert ("ar", labels("ar").text("note_back", n=1)) in named
