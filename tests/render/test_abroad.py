"""What pages say to programs elsewhere: data on their element, feeds, the file behind it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from site_parts import VERSION, pages, site_of
from wirctl.core.frozen import replace
from wirctl.render.model.version import Version
from wirctl.render.writing import (
    More,
    NoContributorError,
    NoSourceAddressError,
    document,
    render,
)

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site

DATA = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')
SOURCE = "https://example.org/stadt/blob/{commit}/plan/{path}"
FILE = re.compile(r'<a href="([^"]*)" rel="noopener">Die Datei hinter dieser Seite')


@pytest.mark.slow
def test_page_of_a_measure_says_what_schema_org_can_say(example: Site) -> None:
    html = render(example, "html", url="https://example.org/wir")["measures/M-HOF-01.html"].decode()
    assert json.loads(DATA.findall(html)[0]) == {
        "@context": {"@vocab": "https://schema.org/"},
        "@id": "https://example.org/wir/measures/M-HOF-01.html",
        "@type": "Project",
        "identifier": "M-HOF-01",
        "name": "Offene Höfe",
        "description": "Höfe öffnen sich am Wochenende.",
        "foundingDate": "2022-09-01",
        "dissolutionDate": "2026",
        "parentOrganization": {"@type": "Organization", "name": "Fachbereich Soziales"},
        "funding": [
            {
                "@id": f"urn:wirctl:PLAN:M-HOF-01:costs:{number}",
                "@type": "MonetaryGrant",
                "name": year,
                "amount": {"@type": "MonetaryAmount", "currency": "EUR", "value": amount},
            }
            for number, year, amount in ((1, "2023", "250000"), (2, "2024", "12.50"))
        ],
    }


def test_pages_and_the_file_of_data_say_the_same(example: Site) -> None:
    whole = json.loads(render(example, "jsonld")["plan.jsonld"])
    nodes = {
        node["identifier"]: node for node in whole["@graph"] if node["@type"] != "CreativeWork"
    }
    said = [
        json.loads(data)
        for html in pages(render(example, "html")).values()
        for data in DATA.findall(html)
    ]
    found = {node["identifier"]: node for node in said if node["identifier"] in nodes}
    assert set(found) == {"M-HOF-01", "G-RAT", "RAT-2022-09"}
    assert all(found[id] == {"@context": whole["@context"], **nodes[id]} for id in found)


def test_text_that_looks_like_a_mark_of_ours_stays_as_it_is_in_data(tmp_path: Path) -> None:
    """Notes and headings of texts are fitted into their page; data is none of them."""
    site = site_of(
        "# plan.yaml\nid: PLAN\ntitle: P\nformat: 1\n"
        "# measures/M-1.yaml\nid: M-1\ntitle: note-x-1\n"
        "description: 'Wort[^1] id=\"note-x-9\" </script>\n\n\n  [^1]: Eine Anmerkung.'\n",
        tmp_path,
    )
    html = render(site, "html")["measures/M-1.html"].decode()
    said = json.loads(DATA.findall(html)[0])
    assert said["name"] == "note-x-1"
    assert 'id="note-x-9" </script>' in said["description"]
    assert 'class="noted"' in html


def test_feeds_are_named_where_the_site_offers_them(example: Site) -> None:
    site = replace(example, version=replace(VERSION, time="2021-11-22T17:05:00Z"))
    more = More(languages=("en",), formats=("json", "atom", "ics"))
    files = document(site, "html", url="https://example.org/", more=more).files
    for path, html in pages(files).items():
        top = "../" * path.count("/")
        feeds = re.findall(r'<link rel="alternate" type="([^"]*)" href="([^"]*)">', html)
        assert feeds == [
            ("application/atom+xml", f"{top}downloads/changes.xml"),
            ("text/calendar", f"{top}downloads/plan.ics"),
        ], path
    assert {"downloads/changes.xml", "downloads/plan.ics"} <= files.keys()
    assert 'type="application/atom' not in render(example, "html")["index.html"].decode()


def test_element_leads_to_its_file_at_the_commit(example: Site) -> None:
    files = document(example, "html", more=More(source=SOURCE)).files
    html = files["measures/M-HOF-01.html"].decode()
    commit = VERSION.commit
    assert FILE.findall(html) == [
        f"https://example.org/stadt/blob/{commit}/plan/measures/M-HOF-01.yaml"
    ]
    assert FILE.findall(files["search.html"].decode()) == []
    assert FILE.findall(render(example, "html")["measures/M-HOF-01.html"].decode()) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param(SOURCE, [], id="an address that names the commit"),
        pytest.param(
            "https://example.org/{path}", ["https://example.org/measures/M-HOF-01.yaml"], id="else"
        ),
    ],
)
def test_draft_has_no_file_at_a_commit(example: Site, source: str, found: list[str]) -> None:
    draft = replace(example, version=Version("WORKTREE", "2026-01-05", is_draft=True))
    files = document(draft, "html", more=More(source=source)).files
    assert FILE.findall(files["measures/M-HOF-01.html"].decode()) == found


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)//{path}", "https://example.org/plan", "{path}", "//x/{path}"]
)
def test_address_of_files_that_is_none_is_refused(example: Site, source: str) -> None:
    with pytest.raises(NoSourceAddressError):
        document(example, "html", more=More(source=source))


def test_key_of_a_publisher_that_is_no_address_is_refused(example: Site) -> None:
    with pytest.raises(NoContributorError):
        document(example, "html", more=More(contributor="hannover"))


CALLS = """\
# plan.yaml
id: PLAN
title: P
format: 1
# fund/F-1.yaml
id: F-1
title: Fonds
# calls/A-1.yaml
{id: A-1, title: Erste, fund: F-1, deadline: 2021-12-31}
# calls/A-2.yaml
{id: A-2, title: Zweite, fund: F-1, deadline: 2021-11}
# calls/A-3.yaml
{id: A-3, title: Vergeben, fund: F-1, deadline: 2021-12-31, result: awarded}
# calls/A-4.yaml
{id: A-4, title: Vorbei, fund: F-1, deadline: 2021-11-21}
# calls/A-5.yaml
{id: A-5, title: Kommt noch, fund: F-1, opens: 2021-12-01, deadline: 2021-12-31}
# calls/A-6.yaml
{id: A-6, title: Ohne Frist, fund: F-1}
"""


def open_section(html: str) -> str:
    found = re.search(r"<h2>Offene Ausschreibungen</h2>(.*?)</section>", html, re.DOTALL)
    return found[1] if found is not None else ""


def test_open_calls_are_those_that_can_be_answered_on_the_day_of_the_version(
    tmp_path: Path,
) -> None:
    site = site_of(CALLS, tmp_path)
    files = render(site, "html")
    for path in ("fund/F-1.html", "index.html"):
        titles = re.findall(r"<a [^>]*>([^<]*)</a>", open_section(files[path].decode()))
        assert titles == ["Zweite", "Erste"], path
    later = render(replace(site, version=replace(VERSION, date="2022-02-01")), "html")
    assert "1.\u00a0Februar 2022" in open_section(later["fund/F-1.html"].decode())
    assert open_section(later["index.html"].decode()) == ""


INDICATOR = """\
# plan.yaml
id: PLAN
title: P
format: 1
# indicators/I-1.yaml
id: I-1
title: Anteil
unit: "%"
"""
FIGURES = (
    "baselines:\n  - {id: a, value: 10, date: 2020}\n"
    "readings:\n  - {date: 2021, value: 12.5}\ntarget: {value: 20, date: 2026}\n"
)
BAR = re.compile(r'<rect class="(\w+)" x="(\d+)" y="(\d+)" width="(\d+)"')


def test_figures_of_an_indicator_are_bars_and_words(tmp_path: Path) -> None:
    site = site_of(INDICATOR + FIGURES, tmp_path)
    html = render(site, "html")["indicators/I-1.html"].decode()
    assert BAR.findall(html) == [
        ("quiet", "0", "18", "159"),
        ("accent", "0", "52", "199"),
        ("target", "0", "86", "318"),
    ]
    assert (
        "Balken der Werte, die auch in den Tabellen stehen. Ausgangswert 2020: 10\u00a0%; "
        "Messwert 2021: 12,5\u00a0%; Zielwert 2026: 20\u00a0%" in html
    )
    arabic = render(site, "html", "ar")["indicators/I-1.html"].decode()
    assert [bar[1] for bar in BAR.findall(arabic)] == ["161", "121", "2"]


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param("target: {value: 20}\n", id="one alone"),
        pytest.param("baselines: [{id: a, value: -1}, {id: b, value: 2}]\n", id="below zero"),
        pytest.param("baselines: [{id: a, value: 0}, {id: b, value: 0}]\n", id="nothing at all"),
        pytest.param("baselines: [{id: a, value: viele}, {id: b, value: 2}]\n", id="no number"),
    ],
)
def test_what_cannot_be_compared_is_not_drawn(tmp_path: Path, figures: str) -> None:
    html = render(site_of(INDICATOR + figures, tmp_path), "html")["indicators/I-1.html"].decode()
    assert "<svg" not in html
