"""What holds for every format and every field: nothing public is lost, nothing internal shown."""

from __future__ import annotations

import re
from itertools import cycle
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from decoded import active, decoded
from full_plan import IDS, INTERNAL, KINDS, TEXTS, element, full_plan, numbered
from printed import words_of
from site_parts import Reader, pages, view
from wirctl.model.plan import Element, Plan
from wirctl.render.pages.paths import Paths
from wirctl.render.registry import every_writer
from wirctl.render.writing import render
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from wirctl.schema.field import Field

pytestmark = pytest.mark.slow

FORMATS = tuple(every_writer())
WHOLE = tuple(name for name, writer in every_writer().items() if writer.is_whole)
# These say all that programs need, not only what people read.
DATA = frozenset({"csv", "json"})
URL = "https://example.org/wir/"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "![x](https://example.org/x.png)",
    "<https://example.org/>",
    "{{ 7 * 7 }}{% raw %}",
    "{{ site.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7 %>",
    "[/] [neu] [bold]x[/bold]",
    "*innen ** __ ~~ `x` ``` # ---",
    "| a | b |\n|---|---|\n| <b>1</b> | 2 |",
    "> <b>Zitat</b>\n\n1. <i>eins</i>",
    "Klammer [ohne Ende](https://example.org",
    "&lt;script&gt; &amp; &#60;",
    "' onmouseover='alert(1)",
    "a\u202eb\u2066c\u0000d\u0007e\u2028f",
    "مرحبا שלום Привет",
    "\ud800 lone",
    "=cmd|' /C calc'!A0",
    "\x1b[31mrot\x1b[0m",
    'http://example.org/"onclick="alert(1)',
    "C:\\Windows\\..\\..\\etc",
)


# What programs need and nobody reads: the pages leave it out, the data has it.
NOT_FOR_PEOPLE = re.compile(r"\.(digest|digests\.field|digests\.digest|source_digest)$")
SAID_OTHERWISE = {"translation.texts.field"}


def test_every_public_text_is_in_every_format() -> None:
    text, places = numbered()
    site = view(full_plan(text), KINDS)
    public = {word for word, place in places.items() if "internal" not in place}
    for name in WHOLE:
        written = words_of(render(site, name))
        missing = {places[word] for word in public if word not in written}
        if name not in DATA:
            missing = {place for place in missing if not NOT_FOR_PEOPLE.search(place)}
        assert (name, missing - SAID_OTHERWISE) == (name, set())


def test_no_internal_text_is_in_any_format() -> None:
    text, places = numbered()
    site = view(full_plan(text), KINDS)
    internal = [word for word, place in places.items() if "internal" in place]
    assert internal
    for name in FORMATS:
        written = words_of(render(site, name, url=URL))
        assert [places[word] for word in internal if word in written] == []


def test_field_that_the_schema_does_not_know_is_in_no_format() -> None:
    head, known = (element(KINDS[kind], lambda *_: "Text") for kind in ("plan", "measure"))
    value = {**known.value, "contact": "Geheim1", "period": {"start": "2022", "by": "Geheim2"}}
    site = view(Plan.of([head, Element("measure", known.id, known.path, value)]), KINDS)
    for name in FORMATS:
        assert "Geheim" not in words_of(render(site, name, url=URL))


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_in_every_field_stays_text(name: str) -> None:
    for first in range(len(HOSTILE)):
        words = cycle(HOSTILE[first:] + HOSTILE[:first])
        site = view(full_plan(lambda _path, _field: next(words)), KINDS)  # noqa: B023
        assert active(render(site, name, url=URL)) == set()
        if first >= 3:
            break


@pytest.mark.parametrize("name", FORMATS)
def test_gender_star_and_letters_survive(name: str) -> None:
    words = "Expert*innen, Bürger*innen und Rom*nja: Größe, Öffnung, عربي, Привет"
    site = view(
        full_plan(lambda _path, field: words if field.value != ValueKind.URL else ""), KINDS
    )
    for path, data in render(site, name, url=URL).items():
        text = words_of({path: data})
        if path.endswith(".md"):
            text = "".join(
                child.content
                for token in MarkdownIt("commonmark").parse(text)
                for child in token.children or ()
            )
        if path.endswith(".ics"):
            text = decoded({path: data})
        if "Expert" in text:
            assert words in text, path
            assert "Expertinnen" not in text
            assert "<em>innen" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_same_view_gives_the_same_bytes(name: str) -> None:
    first, second = (view(full_plan(numbered()[0]), KINDS) for _ in range(2))
    assert render(first, name, url=URL) == render(second, name, url=URL)


def test_every_link_of_the_site_leads_somewhere() -> None:
    site = view(full_plan(lambda path, _field: f"Text für {path}"), KINDS)
    files = render(site, "html")
    read = {path: Reader(html) for path, html in pages(files).items()}
    broken = []
    for path, page in read.items():
        for link in page.links:
            if re.match("https?:|data:", link):
                continue
            target, _, mark = link.partition("#")
            aim = normpath(join(dirname(path), unquote(target))) if target else path
            if aim not in files or (mark and mark not in read[aim].ids):
                broken.append((path, link))
    assert broken == []


def test_translation_of_every_kind_is_on_the_page_that_its_links_lead_to() -> None:
    whole = full_plan(lambda path, _field: f"Text für {path}")
    made = {
        kind.name: f"TR-{kind.name.upper().replace('_', '-')}"
        for kind in KINDS
        if kind.name not in {"translation", *INTERNAL}
    }
    parts = [
        Element(
            "translation",
            id,
            f"translations/fr/{id}.yaml",
            {
                **element(KINDS["translation"], lambda *_: "Text").value,
                "id": id,
                "element": IDS[kind],
                "language": "fr",
                "variant": "standard",
                "texts": [{"field": "x", "text": f"Texte {id}"}],
            },
        )
        for kind, id in made.items()
    ]
    site = view(Plan.of([*whole.elements, *parts]), KINDS)
    paths = Paths(site)
    files = pages(render(site, "html"))
    lost = {
        id
        for id in made.values()
        for path, _, mark in (paths.of(id).partition("#"),)
        if f'id="{mark}"' not in files[path] or f"Texte {id}<" not in files[path]
    }
    assert lost == set()


def test_marks_of_a_page_are_all_different() -> None:
    site = view(full_plan(lambda path, _field: f"Text für {path}"), KINDS)
    for path, html in pages(render(site, "html")).items():
        ids = Reader(html).ids
        assert sorted(set(ids)) == sorted(ids), path


def test_every_kind_has_a_place_on_the_site() -> None:
    site = view(full_plan(lambda path, _field: f"Text für {path}"), KINDS)
    written = b"".join(render(site, "html").values()).decode()
    for kind in KINDS:
        if kind.name not in {"plan", "process", "translation", *INTERNAL}:
            assert IDS[kind.name] in written


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
@pytest.mark.parametrize("name", WHOLE)
def test_element_that_stands_alone_is_shown(kind: str, name: str) -> None:
    text, places = numbered()
    site = view(full_plan(text, (KINDS[kind],)), KINDS)
    written = words_of(render(site, name, url=URL))
    lost = {place for word, place in places.items() if word not in written}
    is_known = re.compile(r"\(internal\)$")
    if name == "html" and kind == "translation":
        return  # it is shown with its element, and there is none
    lost = {place for place in lost if not is_known.search(place)}
    if name not in DATA:
        lost = {place for place in lost if not NOT_FOR_PEOPLE.search(place)}
    if name in {"docx", "pdf"}:
        lost -= SAID_OTHERWISE
    assert lost == set()


@pytest.mark.parametrize("name", WHOLE)
def test_element_that_is_gone_is_shown(name: str) -> None:
    tombstone = {"round": IDS["round"], "reason": "Grund", "to": [IDS["guideline"]]}
    gone = [
        Element(item.kind, item.id, item.path, {**item.value, "withdrawn": tombstone})
        for item in full_plan(lambda path, _field: f"Text für {path}").elements
        if item.kind not in {"plan", "process", *INTERNAL}
    ]
    files = render(view(Plan.of(gone), KINDS), name)
    written = words_of(files)
    for item in gone:
        assert item.kind == "translation" or item.id in written
    assert written.count("Grund") >= len(gone) - 1


def test_texts_of_all_fields_are_covered_by_the_plan_of_this_test() -> None:
    def texts(field: Field) -> int:
        inner = [*field.fields.values(), *([field.item] if field.item else [])]
        own = field.value in TEXTS and not field.choices and not inner
        return own + sum(texts(part) for part in inner if part.name != "illustrative")

    _, places = numbered()
    text, places = numbered()
    full_plan(text)
    wanted = sum(
        texts(field)
        for kind in KINDS
        for name, field in kind.fields.items()
        if name not in {"withdrawn", "illustrative", "lineage"}
    )
    assert len(places) == wanted
