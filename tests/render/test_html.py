"""The site as a whole: what every page says, own kinds, own templates."""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from site_parts import Reader, main_of, pages, site_of
from wirctl.core.frozen import replace
from wirctl.render.html import TemplateFailedError
from wirctl.render.model.version import Version
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site

SMALL = "# fields/HF-HOF.yaml\n{id: HF-HOF, title: Höfe, order: 1}\n"
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'\">"
)


def test_every_page_says_what_it_is(example: Site) -> None:
    for path, html in pages(render(example, "html")).items():
        words = Reader(html).text
        assert "Erfundenes Beispiel, kein amtlicher Text." in words, path
        assert "Fassung LG-2021-11-22, Stand 22. November 2021" in words, path
        assert "0123456789" in words, path
        assert 'class="tag draft"' not in html, path
        assert html.count("<h1") == 1, path


def test_every_page_of_a_work_tree_says_draft(example: Site) -> None:
    site = replace(example, version=Version("WORKTREE", "2026-01-05", is_draft=True))
    for path, html in pages(render(site, "html")).items():
        words = Reader(html).text
        assert 'class="tag draft">Entwurf<' in html, path
        assert "Fassung Arbeitsstand, Stand 5. Januar 2026" in words, path


def test_version_of_a_round_has_the_name_of_the_round(example: Site) -> None:
    site = replace(example, version=Version("RAT-2022-09", "2022-09", "", "RAT-2022-09"))
    html = render(site, "html")["index.html"].decode()
    assert "Fassung Beschluss des Rates (RAT-2022-09), Stand September 2022" in html


def test_version_without_a_day(example: Site) -> None:
    site = replace(example, version=Version("Probe", ""))
    assert "<p>Fassung Probe</p>" in render(site, "html")["index.html"].decode()


def test_pages_run_nothing_and_ask_for_nothing(example: Site) -> None:
    for path, html in pages(render(example, "html")).items():
        top = "../" if "/" in path else ""
        digests = [
            f" 'sha256-{b64encode(sha256(data.encode()).digest()).decode()}'"
            for data in re.findall(r'<script type="application/ld\+json">([^<]*)</script>', html)
        ]
        policy = POLICY.replace("script-src 'self'", f"script-src 'self'{''.join(digests)}")
        assert policy in html, path
        scripts = [f"{top}assets/site.js"]
        if path == "search.html":
            scripts.append("search-index.js")
        run = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)
        assert re.findall(r"<script[^>]*>[^<]*</script>", run) == [
            f'<script src="{script}" defer></script>' for script in scripts
        ]
        assert "style=" not in html
        assert "<style" not in html
        asked = re.findall(r'(?:src|<link[^>]* href)="([^"]*)"', html)
        assert sorted(asked) == sorted(["data:,", f"{top}assets/site.css", *scripts])


def test_style_sheet_and_script_are_small_and_ask_for_nothing(example: Site) -> None:
    files = render(example, "html")
    assert len(files["assets/site.css"]) <= 20_000
    assert len(gzip.compress(files["assets/site.js"])) <= 3_000
    for name in ("assets/site.css", "assets/site.js"):
        assert re.search(rb"url\(|@import|https?:|fetch|eval|innerHTML", files[name]) is None


def test_kind_that_nobody_knows_is_shown(example: Site) -> None:
    files = pages(render(example, "html"))
    page = Reader(files["places/HOF-1.html"]).text
    assert "Lindenhof" in page
    assert "Fläche in Quadratmetern 320" in page
    assert "Offen seit 1. Mai 2023" in page
    assert "Geheim" not in "".join(files.values())
    assert '<a href="places/index.html">Orte</a>' in files["contents.html"]
    assert '<a href="../places/HOF-1.html">Lindenhof</a>' in files["places/index.html"]


def test_invented_values_are_marked_wherever_they_are_shown(example: Site) -> None:
    html = pages(render(example, "html"))["measures/M-HOF-01.html"]
    assert "Die Kosten sind erfunden." in html
    table = html[html.index("<caption>Kosten") : html.index("Umsetzung</h2>")]
    assert '<span class="tag example">Beispielwert</span>' in table


def test_wholly_invented_element_is_marked_in_lists(tmp_path: Path) -> None:
    text = """\
# fields/HF-HOF.yaml
id: HF-HOF
title: A
# measures/M-HOF-01.yaml
id: M-HOF-01
title: Erfunden
field: HF-HOF
illustrative: {reason: zum Zeigen}
"""
    files = pages(render(site_of(text, tmp_path), "html"))
    for path in ("measures/index.html", "fields/HF-HOF.html"):
        assert '<span class="tag example">Beispielwert</span>' in files[path], path
    assert "zum Zeigen" in files["measures/M-HOF-01.html"]


def test_gone_measure_keeps_its_address(example: Site) -> None:
    main = main_of(pages(render(example, "html"))["measures/M-HOF-02.html"])
    assert "Entfallen" in main
    assert "Die Bänke stehen schon." in main
    assert '<a href="../measures/M-HOF-01.html">Offene Höfe</a>' in main


def test_translation_is_marked_as_foreign_and_unofficial(example: Site) -> None:
    main = main_of(pages(render(example, "html"))["guidelines/L-1.html"])
    assert '<div lang="ar" dir="rtl">' in main
    assert "keine amtliche Übersetzung" in main
    assert '<a href="#TR-AR-L-1" lang="ar" dir="rtl">العربية</a>' in main


def test_texts_of_the_plan_are_marked_on_english_pages(example: Site) -> None:
    html = pages(render(example, "html", "en"))["measures/M-HOF-01.html"]
    assert '<html lang="en">' in html
    assert '<h1 lang="de">Offene Höfe</h1>' in html
    assert "about €250,000" in html


def test_start_page_tells_open_rounds_from_closed_ones(tmp_path: Path) -> None:
    example = """\
# rounds/R-1.yaml
{id: R-1, title: Mai, date: 2027-05-01, closed: {date: 2027-05-02}}
# rounds/R-2.yaml
{id: R-2, title: Juni, date: 2027-06-01}
# rounds/R-3.yaml
{id: R-3, title: Juli, date: 2027-07-01}
"""
    page = main_of(pages(render(site_of(example, tmp_path), "html"))["index.html"])
    sections = re.split("<h2>(.*?)</h2>", page)[1:]
    found = {
        heading: re.findall(r'rounds/(R-\d)\.html"', text)
        for heading, text in zip(sections[::2], sections[1::2], strict=True)
    }
    assert found == {"Noch nicht abgeschlossen": ["R-2", "R-3"], "Zuletzt beraten": ["R-1"]}


def test_unknown_stays_away(tmp_path: Path) -> None:
    text = "# measures/M-HOF-01.yaml\nid: M-HOF-01\ntitle: Nur ein Titel\n"
    html = main_of(pages(render(site_of(text, tmp_path), "html"))["measures/M-HOF-01.html"])
    words = Reader(html).text
    assert words == "Measure M-HOF-01 Nur ein Titel im Entwurf".replace("Measure", "Maßnahme")


@pytest.mark.parametrize("example_text", ["", "# terms/T-A.yaml\nid: T-A\nlabel: Nur das\n"])
def test_plan_with_next_to_nothing_is_shown(example_text: str, tmp_path: Path) -> None:
    files = pages(
        render(
            site_of(example_text or "# plan.yaml\nid: P\ntitle: Leer\nformat: 1\n", tmp_path),
            "html",
        )
    )
    assert "index.html" in files
    assert "contents.html" in files


def own_template(folder: Path, name: str, text: str) -> Path:
    file = folder / "html" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_own_template_wins(example: Site, tmp_path: Path) -> None:
    own = own_template(tmp_path, "elements/place.html.j2", "<p>{{ item.title }} < {{ 7 * 6 }}</p>")
    files = render(example, "html", "de", [own])
    assert files["places/HOF-1.html"] == b"<p>Lindenhof < 42</p>\n"
    assert files["index.html"] == render(example, "html")["index.html"]


def test_own_style_sheet_wins(tmp_path: Path) -> None:
    own = own_template(tmp_path / "own", "assets/site.css", "body{{}}")
    assert render(site_of(SMALL, tmp_path), "html", "de", [own])["assets/site.css"] == b"body{{}}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("\n{{ nothing }}", 2, id="unknown name"),
        pytest.param("\n\n{% if %}", 3, id="broken"),
        pytest.param("{{ site.__class__.__mro__ }}", 1, id="out of the sandbox"),
        pytest.param("{{ ''.__class__.__subclasses__() }}", 1, id="out of a text"),
        pytest.param("{{ 1 / 0 }}", 1, id="division by zero"),
        pytest.param("{{ site.items.update({}) }}", 1, id="change of the view"),
        pytest.param("{{ site }}", 1, id="no text"),
        pytest.param("{% extends 'missing.html.j2' %}", 1, id="missing parent"),
        pytest.param("{% for x in range(1000000000) %}{% endfor %}", 1, id="endless"),
    ],
)
def test_own_template_that_fails_is_named(
    text: str, line: int, example: Site, tmp_path: Path
) -> None:
    own = own_template(tmp_path, "index.html.j2", text)
    with pytest.raises(TemplateFailedError) as caught:
        render(example, "html", "de", [own])
    assert caught.value.name.endswith("html/index.html.j2")
    assert caught.value.line == line
    assert caught.value.why


def test_words_of_the_plan_are_no_template(tmp_path: Path) -> None:
    text = "# terms/T-A.yaml\nid: T-A\nlabel: '{{ 7 * 7 }}'\ndefinition: '{% if %} ${7*7}'\n"
    words = Reader(pages(render(site_of(text, tmp_path), "html"))["terms/index.html"]).text
    assert "{{ 7 * 7 }}" in words
    assert "{% if %} ${7*7}" in words
