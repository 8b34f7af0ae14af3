"""The site in several languages and versions, with what can be sought and taken away."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from site_parts import Reader, main_of, pages, site_of
from wirctl.core.frozen import replace
from wirctl.render.labels import NoSuchLanguageError, labels
from wirctl.render.localize import in_language
from wirctl.render.model.version import Version
from wirctl.render.pages.paths import Paths
from wirctl.render.pages.seeking import fold, index
from wirctl.render.wording import LanguageNeedsBabelError, check_language, date, money, number, span
from wirctl.render.writing import More, render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files

PLAN = """\
# plan.yaml
id: PLAN
title: Plan für alle
summary: Kurz gesagt.
languages: [de, en, ar, de-simple]
format: 1
# guidelines/L-1.yaml
id: L-1
title: Offen
text: Die Stadt ist offen.
# guidelines/L-2.yaml
id: L-2
title: Gerecht
text: Die Stadt ist gerecht.
# priorities/P-1.yaml
id: P-1
title: Öffnen
text: Häuser öffnen sich.
questions: [Wer fehlt?, Wer fragt?, Wer zahlt?]
# translations/en/TR-EN-P-1.yaml
id: TR-EN-P-1
element: P-1
language: en
status: official
texts:
  - {field: title, text: Opening}
  - {field: questions/0, text: Who is missing?}
  - {field: questions/2, text: Who pays?, source_digest: "w1:0000000000000000"}
# translations/ar/TR-AR-L-1.yaml
id: TR-AR-L-1
element: L-1
language: ar
status: official
texts:
  - {field: title, text: مفتوحة}
  - {field: text, text: المدينة مفتوحة., source_digest: "w1:0000000000000000"}
# translations/de-simple/TR-LS-L-1.yaml
id: TR-LS-L-1
element: L-1
language: de-simple
variant: easy
status: unofficial
texts:
  - {field: title, text: Die Stadt ist offen}
  - {field: text, text: "Alle können mit·machen. Das ist wichtig."}
"""
ALL = More(languages=("en", "ar", "de-simple"))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(PLAN, tmp_path_factory.mktemp("languages"))


@pytest.fixture(scope="module")
def files(plan: Site) -> Files:
    return render(plan, "html", more=ALL)


def page(files: Files, path: str) -> str:
    return files[path].decode()


def test_each_language_has_a_folder_and_the_first_the_top(files: Files) -> None:
    for below in ("", "en/", "ar/"):
        assert f"{below}guidelines/L-2.html" in files
        assert f"{below}search-index.js" in files
    assert sorted(path for path in files if path.startswith("de-simple/")) == [
        "de-simple/guidelines/L-1.html",
        "de-simple/index.html",
    ]
    assert "assets/site.css" in files
    assert "en/assets/site.css" not in files


def test_page_says_its_language_and_direction(files: Files) -> None:
    assert '<html lang="de">' in page(files, "guidelines/L-1.html")
    assert '<html lang="ar" dir="rtl">' in page(files, "ar/guidelines/L-1.html")
    assert '<html lang="de">' in page(files, "de-simple/index.html")


def test_page_leads_to_itself_in_other_languages(files: Files) -> None:
    html = page(files, "ar/guidelines/L-2.html")
    links = re.findall(r'<li><a href="([^"]*)" lang="(\w+)" hreflang="[\w-]+" dir="(\w+)">', html)
    assert links == [
        ("../../guidelines/L-2.html", "de", "ltr"),
        ("../../en/guidelines/L-2.html", "en", "ltr"),
        ("../../de-simple/index.html", "de", "ltr"),
    ]
    assert '<span aria-current="true">العربية</span>' in html


def test_program_is_led_to_the_same_page_in_other_languages(files: Files) -> None:
    def others(path: str) -> list[tuple[str, str]]:
        return re.findall(r'rel="alternate" hreflang="([^"]*)" href="([^"]*)"', page(files, path))

    assert others("guidelines/L-1.html") == [
        ("en", "../en/guidelines/L-1.html"),
        ("ar", "../ar/guidelines/L-1.html"),
        ("de-simple", "../de-simple/guidelines/L-1.html"),
    ]
    assert [code for code, _ in others("guidelines/L-2.html")] == ["en", "ar"]


def test_translated_text_stands_in_place_of_the_other(files: Files) -> None:
    html = page(files, "ar/guidelines/L-1.html")
    assert "<h1>مفتوحة</h1>" in html
    assert '<div lang="ar" dir="rtl"><p>المدينة مفتوحة.</p>' in html
    assert "Die Stadt ist offen" not in main_of(html).partition("translation")[0]


def test_text_made_from_an_older_one_is_marked(files: Files) -> None:
    html = page(files, "ar/guidelines/L-1.html")
    assert '<span class="tag warn" lang="ar" dir="rtl">عن نسخة أقدم</span></div>' in html


def test_missing_translation_falls_back_and_says_so(files: Files) -> None:
    html = page(files, "ar/guidelines/L-2.html")
    assert '<h1 lang="de" dir="ltr">Gerecht</h1>' in html
    assert '<div class="lead" lang="de" dir="ltr">' in html
    assert "لا توجد ترجمة لهذه الصفحة بعد" in html
    assert "no translation of this page yet" in page(files, "en/guidelines/L-2.html")


def test_items_of_a_list_are_translated_by_their_place(files: Files) -> None:
    html = page(files, "en/guidelines/index.html")
    items = (
        '<ul><li>Who is missing?</li><li><span lang="de">Wer fragt?</span></li>'
        '<li>Who pays?</li></ul> <span class="tag warn" lang="en" dir="ltr">made from an older'
    )
    assert items in html
    assert "Wer fehlt?" not in html


def test_page_translated_in_part_says_so(files: Files, tmp_path: Path) -> None:
    assert "<p>هذه النصوص مترجمة." in page(files, "ar/guidelines/L-1.html")
    example = re.sub("(?m)^  - {field: text, text: المدينة.*\n", "", PLAN)
    partly = page(render(site_of(example, tmp_path), "html", more=ALL), "ar/guidelines/L-1.html")
    assert "<p>هذه النصوص مترجمة جزئيًا." in partly
    assert '<div class="lead" lang="de" dir="ltr">' in partly


def test_link_has_the_title_of_its_language(files: Files) -> None:
    html = page(files, "ar/guidelines/index.html")
    assert '<a href="../guidelines/L-1.html">مفتوحة</a>' in html
    assert '<a href="../guidelines/L-2.html" lang="de" dir="ltr">Gerecht</a>' in html


def test_easy_language_has_a_line_for_each_sentence(files: Files) -> None:
    html = page(files, "de-simple/guidelines/L-1.html")
    assert "<p>Alle können mit·machen.<br>Das ist wichtig.</p>" in html
    assert "Eine Prüf·gruppe hat den Text nicht gelesen." in html


def test_easy_language_is_not_mixed_into_german_pages(plan: Site) -> None:
    assert in_language(plan, "de") is plan


def test_there_is_no_document_in_easy_language_alone(plan: Site) -> None:
    with pytest.raises(NoSuchLanguageError):
        render(plan, "markdown", "de-simple")


def test_links_of_all_languages_lead_somewhere(files: Files) -> None:
    from posixpath import dirname, join, normpath

    read = {path: Reader(html) for path, html in pages(files).items()}
    broken = []
    for path, found in read.items():
        for link in found.links:
            target, _, mark = link.partition("#")
            if re.match("https?:|data:", link):
                continue
            aim = normpath(join(dirname(path), target)) if target else path
            if aim not in files or (mark and mark not in read[aim].ids):
                broken.append((path, link))
    assert broken == []


def frozen(plan: Site) -> Site:
    return replace(plan, version=Version("LG-1", "2021-11-22", "a" * 40, "LG-1"))


def test_copy_of_a_closed_round_leads_to_the_current_page(plan: Site) -> None:
    files = render(plan, "html", more=More(frozen=(frozen(plan),)))
    html = page(files, "versions/LG-1/guidelines/L-1.html")
    assert "Sie sehen eine frühere Fassung: LG-1." in html
    assert '<link rel="canonical" href="../../../guidelines/L-1.html">' in html
    assert 'href="../../../assets/site.css"' in html
    assert '<a href="../versions/LG-1/guidelines/L-1.html">LG-1</a>' in page(
        files, "guidelines/L-1.html"
    )


def test_other_formats_can_be_taken_away_with_their_checksums(plan: Site) -> None:
    files = render(plan, "html", more=More(formats=("json", "markdown")))
    html = page(files, "downloads.html")
    for name in ("plan.json", "plan.md"):
        assert f'<a href="downloads/{name}" download>{name}</a>' in html
        assert sha256(files[f"downloads/{name}"]).hexdigest() in html
    assert "downloads.html" not in render(plan, "html")


def test_words_are_folded_as_germans_do() -> None:
    assert fold("ÄÖÜß") == "aeoeuess"
    assert fold("a\u0308") == "ae"
    assert fold("Résumé") == "resume"


def test_index_holds_every_element_and_its_words(plan: Site) -> None:
    script = index(plan, labels("de"), Paths(plan)).decode()
    found = json.loads(script.removeprefix("self.wirctlIndex=").removesuffix(";\n"))
    assert [line[:2] for line in found["elements"]] == [
        ["index.html", "Plan für alle"],
        ["guidelines/L-1.html", "Offen"],
        ["guidelines/L-2.html", "Gerecht"],
        ["guidelines/index.html#P-1", "Öffnen"],
    ]
    assert "stadt 1 1" in found["words"].split("\n")
    assert "gerecht 2" in found["words"].split("\n")


def test_index_cannot_end_its_script(tmp_path: Path) -> None:
    site = site_of('# plan.yaml\nid: PLAN\nformat: 1\ntitle: "</script><b>"\n', tmp_path)
    assert b"<" not in index(site, labels("de"), Paths(site))


def test_arabic_writes_dates_and_amounts_its_own_way() -> None:
    assert date("2021-11-08", "ar") == "8 نوفمبر 2021"
    assert (date("2021-11", "ar"), date("2021", "ar")) == ("نوفمبر 2021", "2021")
    assert date("2021-13", "ar") == "2021-13"
    assert "1,725.5" in number("1725.5", "ar")
    assert "250,000" in money("250000", "ar")
    assert span("2022", "2027", "ar") == "2022 إلى 2027"


def test_language_that_needs_a_package_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    check_language("de")
    with pytest.raises(LanguageNeedsBabelError):
        check_language("ar")
