"""The site in a real browser: accessible, valid, at home on file://, usable without a script."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser_pages import faults_of_html, violations
from replay import state
from site_parts import VERSION, site_of
from wirctl.core.frozen import replace
from wirctl.load import load
from wirctl.render.build import build
from wirctl.render.output import write
from wirctl.render.writing import More, render
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

EXAMPLE = Path(__file__).resolve().parent.parent / "render" / "example"

# One of each kind of page.
KINDS_OF_PAGES = (
    "index.html",
    "contents.html",
    "accessibility.html",
    "downloads.html",
    "search.html",
    "coverage.html",
    "timeline.html",
    "process.html",
    "guidelines/index.html",
    "guidelines/L-1.html",
    "fields/index.html",
    "fields/HF-HOF.html",
    "goals/Z-HOF-1.html",
    "measures/index.html",
    "measures/M-HOF-01.html",
    "measures/M-HOF-02.html",
    "indicators/index.html",
    "indicators/I-HOEFE.html",
    "terms/index.html",
    "bodies/index.html",
    "bodies/G-RAT.html",
    "rounds/index.html",
    "rounds/RAT-2022-09.html",
    "statements/index.html",
    "fund/F-HOF.html",
    "places/index.html",
    "places/HOF-1.html",
)
WIDTHS = (320, 1280)
# The checker takes a file to have no origin, so that 'self' allows nothing; browsers do not.
POLICY = "violates Content Security Policy (meta tag): external"


LANGUAGES = {"de": "", "en": "en/", "ar": "ar/"}
EASY = ("de-simple/index.html", "de-simple/guidelines/L-6.html")


def written(plan: Path, output: Path) -> Path:
    """The folder with the site of a plan, in all languages."""
    loaded = load(FolderTree(plan))
    site = build(loaded.plan, loaded.kinds, VERSION).site
    frozen = replace(site, version=replace(VERSION, round="RAT-2022-09"))
    more = More((*list(LANGUAGES)[1:], "de-simple"), (frozen,), ("json", "markdown"))
    write(render(site, "html", more=more), output)
    return output


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example."""
    return written(EXAMPLE, tmp_path_factory.mktemp("example") / "Büro & Co" / "site")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real plan after its last step."""
    folder = tmp_path_factory.mktemp("real")
    for path, data in state().items():
        file = folder / "plan" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return written(folder / "plan", folder / "site")


@pytest.fixture
def beyond(page: Page, site: Path) -> Iterator[None]:
    """Fails when a page asks for anything outside the folder of the site."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield
    inside = f"{site.as_uri()}/"
    assert [url for url in asked if not url.startswith((inside, "data:"))] == []


COLOURS = ("color-contrast", "link-in-text-block")


@pytest.mark.slow
@pytest.mark.usefixtures("beyond")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_accessible(language: str, page: Page, site: Path) -> None:
    """In both colour schemes; the dark one changes colours only, which are looked at again."""
    found = {}
    for path in KINDS_OF_PAGES:
        page.goto(f"{site.as_uri()}/{LANGUAGES[language]}{path}")
        page.emulate_media(color_scheme="light")
        light = violations(page)
        page.emulate_media(color_scheme="dark")
        found[path] = (light, violations(page, *COLOURS))
    assert {path: rules for path, rules in found.items() if any(rules)} == {}


TEXT = """Nach § 5[^a] mit 250.000 €.

# Warum Höfe?

Weil *Schüler:innen*[^a].

### Im Einzelnen

| Hof[^b] | Kosten |
|---|---|
| Süd | 14 % |

> Ein Zitat

[^a]: Siehe [hier](goal:Z-HOF-1).
[^b]: Nur öffentliche.
"""


def test_texts_with_every_mark_are_accessible_and_valid(page: Page, tmp_path: Path) -> None:
    text = json.dumps(TEXT)
    example = (
        f"# plan.yaml\nid: P-1\ntitle: Plan\nlanguages: [de]\nsummary: {text}\n"
        f"# goals/Z-HOF-1.yaml\nid: Z-HOF-1\ntitle: Höfe\ntext: {text}\nnote: {text}\n"
    )
    folder = tmp_path / "site"
    write(render(site_of(example, tmp_path / "plan"), "html"), folder)
    for path in ("index.html", "goals/Z-HOF-1.html"):
        page.goto(f"{folder.as_uri()}/{path}")
        assert (path, violations(page)) == (path, [])
        page.emulate_media(color_scheme="dark")
        assert (path, violations(page, *COLOURS)) == (path, [])
        page.emulate_media(color_scheme="light")
    assert [fault for fault in faults_of_html(folder) if POLICY not in fault[2]] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EASY, "versions/RAT-2022-09/measures/M-BIL-01.html"])
def test_pages_beside_the_others_are_accessible(path: str, page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/{path}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, *COLOURS) == []


@pytest.mark.slow
def test_pages_of_the_real_plan_are_accessible(page: Page, real_site: Path) -> None:
    paths = ("index.html", "measures/index.html", "fund/F-WIR.html", "bodies/G-KUR.html")
    for path in paths:
        page.goto(f"{real_site.as_uri()}/{path}")
        assert (path, violations(page)) == (path, [])


@pytest.mark.slow
def test_every_page_is_valid(real_site: Path, tmp_path: Path) -> None:
    written(EXAMPLE, tmp_path / "example")
    shutil.copytree(real_site, tmp_path / "real")
    assert [fault for fault in faults_of_html(tmp_path) if POLICY not in fault[2]] == []


@pytest.mark.slow
def test_no_page_is_wider_than_its_window(page: Page, real_site: Path) -> None:
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for path in ("index.html", "timeline.html", "coverage.html", "measures/index.html",
                     "measures/M-BIL-01.html", "fund/F-WIR.html", "bodies/G-KUR.html",
                     "papers/index.html", "process.html", "indicators/index.html",
                     "rounds/LG-2021-11-08.html", "search.html", "downloads.html",
                     "ar/measures/M-BIL-01.html", "ar/timeline.html", *EASY):  # fmt: skip
            page.goto(f"{real_site.as_uri()}/{path}")
            actual = page.evaluate("document.documentElement.scrollWidth")
            if actual > width:
                wide.append((path, width, actual))
    assert wide == []


def rows(page: Page) -> list[str]:
    """The titles of the measures that can be seen."""
    return [row.inner_text() for row in page.locator("#measures tr[data-f]:visible th a").all()]


@pytest.mark.usefixtures("beyond")
def test_style_and_script_arrive_under_the_policy(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/measures/index.html")
    assert page.locator("form.filters").is_visible()
    colour = page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")
    assert colour == "rgb(7, 86, 107)"


def test_data_for_programs_breaks_no_policy(page: Page, real_site: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{real_site.as_uri()}/measures/M-BIL-01.html")
    data = page.locator("script[type='application/ld+json']").evaluate(
        "block => JSON.parse(block.textContent)"
    )
    assert (data["@type"], data["identifier"], data["name"]) == ("Project", "M-BIL-01", "A-Teams")
    assert said == []


def test_filters_work_by_keyboard(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/measures/index.html")
    everything = len(rows(page))
    page.locator("#f-field").focus()
    page.keyboard.type("Wirtschaft")
    some = rows(page)
    assert 0 < len(some) < everything
    assert page.locator("[role=status]").inner_text() == f"{len(some)}\u00a0Maßnahmen"
    assert page.evaluate("location.hash") == "#field=HF-WIR"
    page.locator("#f-text").focus()
    page.keyboard.type("gruender gastro")
    assert rows(page) == ["PopUp-Fläche für Gründer*innen in der Gastronomie"]
    assert page.locator("[role=status]").inner_text() == "1\u00a0Maßnahme"
    page.locator("#f-text").fill("gründerinnen gastro")
    assert rows(page) == ["PopUp-Fläche für Gründer*innen in der Gastronomie"]
    page.keyboard.type(" nirgends")
    assert rows(page) == []
    assert "Keine Maßnahme" in page.locator("[role=status]").inner_text()
    page.get_by_role("button", name="Auswahl aufheben").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#' || location.hash === ''")
    assert len(rows(page)) == everything


def hits(page: Page) -> list[str]:
    """The titles that the search found."""
    return [link.inner_text() for link in page.locator(".hits a").all()]


def test_search_needs_no_server_and_forgives(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/search.html")
    status = page.locator("[role=status]")
    page.locator("#q").focus()
    for typed in ("gründer gastro", "GRUENDER gastronomie", "grüdner gastronomie", "grunder gastr"):
        page.locator("#q").fill("")
        page.keyboard.type(typed)
        assert hits(page)[0] == "PopUp-Fläche für Gründer*innen in der Gastronomie", typed
    for typed, title in (
        ("gründerinnen gastro", "PopUp-Fläche für Gründer*innen in der Gastronomie"),
        ("Gründer:innen Gastro", "PopUp-Fläche für Gründer*innen in der Gastronomie"),
        ("autorinnenszene", "Diverse Autor*innenszene"),
        ("Bibliothek Projekt", "Projekt der Stadtbibliothek"),
    ):
        page.locator("#q").fill(typed)
        assert title in hits(page)[:3], typed
    page.locator("#q").fill("M-BIL-01")
    assert hits(page)[0] == "A-Teams"
    page.locator("#q").fill("xyzzyx")
    assert (hits(page), status.inner_text()) == ([], "Nichts gefunden.")
    page.goto(f"{real_site.as_uri()}/search.html#q=A-Teams")
    page.keyboard.press("Tab")
    assert page.locator("#q").input_value() == "A-Teams"
    page.locator(".hits a").first.click()
    assert page.locator("h1").inner_text() == "A-Teams"


def test_search_knows_the_titles_of_its_language(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/ar/search.html#q=الهجرة")
    assert page.locator(".hits a").first.get_attribute("lang") == "ar"
    page.goto(f"{real_site.as_uri()}/search.html#q=<script>alert(1)</script>")
    assert page.locator("script").count() == 2


def test_filters_are_kept_in_the_address(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/measures/index.html#field=HF-WIR&funding=fund")
    assert page.locator("#f-field").input_value() == "HF-WIR"
    found = rows(page)
    assert found
    page.goto(f"{real_site.as_uri()}/measures/index.html")
    assert len(rows(page)) > len(found)


def test_strange_address_does_no_harm(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/measures/index.html#field=<b>x&text=%22><script>")
    assert page.locator("script").count() == 1


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without JavaScript."""
    opened = browser.new_context(java_script_enabled=False)
    yield opened
    opened.close()


def test_list_is_complete_without_a_script(plain: BrowserContext, site: Path) -> None:
    page = plain.new_page()
    page.goto(f"{site.as_uri()}/measures/index.html")
    assert rows(page) == ["Offene Höfe"]
    assert page.locator("form.filters").is_hidden()


def test_search_without_a_script_leads_to_the_lists(plain: BrowserContext, site: Path) -> None:
    page = plain.new_page()
    page.goto(f"{site.as_uri()}/search.html")
    assert page.locator("form[data-search]").is_hidden()
    assert page.locator("noscript a[href='measures/index.html']").is_visible()


def test_arabic_pages_run_from_right_to_left(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/ar/guidelines/L-1.html")
    box = page.locator("h1").bounding_box()
    width = page.evaluate("innerWidth")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).textAlign") == "start"
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert box is not None
    assert box["x"] + box["width"] > width / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_timeline_lie_within_it(language: str, page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/{LANGUAGES[language]}timeline.html")
    outside = page.locator(".timeline text").evaluate_all(
        """texts => texts.filter(text => {
            const box = text.getBBox(), { width, height } = text.ownerSVGElement.viewBox.baseVal;
            return box.x < 0 || box.y < 0 || box.x + box.width > width || box.y > height;
        }).map(text => text.textContent)"""
    )
    assert outside == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_statement_on_accessibility_is_found_from_every_page(
    language: str, page: Page, real_site: Path
) -> None:
    easy = ("de-simple/guidelines/L-6.html",) if language == "de" else ()
    for path in ("index.html", "measures/M-BIL-01.html", "contents.html", *easy):
        page.goto(f"{real_site.as_uri()}/{LANGUAGES[language]}{path}")
        links = page.locator(
            "footer a[href$='/accessibility.html'], footer a[href='accessibility.html']"
        )
        assert links.count() == 1, path
        links.click()
        assert page.url == f"{real_site.as_uri()}/{LANGUAGES[language]}accessibility.html"


def test_skip_link_comes_first(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/measures/M-HOF-01.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_print_leaves_out_what_only_a_screen_needs(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/guidelines/L-1.html")
    page.emulate_media(media="print")
    assert page.locator(".top nav").is_hidden()
    assert page.locator(".trail").is_hidden()
    assert page.locator(".notice").is_visible()
    after = page.evaluate(
        "getComputedStyle(document.querySelector('.sources a'), '::after').content"
    )
    assert "https://example.org/stadtbuch" in after
