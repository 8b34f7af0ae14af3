"""A part of a site is just as it is in the whole of it, and costs nothing of the rest."""

from __future__ import annotations

import sys
from dataclasses import replace as copied
from functools import partial
from typing import TYPE_CHECKING

import pytest

from site_parts import site_of
from wirctl.core.frozen import replace
from wirctl.render.model.version import Version
from wirctl.render.pages.page import title_mark
from wirctl.render.writing import More, document

if TYPE_CHECKING:
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Wanted

ODD = """\
# plan.yaml
{id: PLAN, title: A & B, format: 1, languages: [de, en, de-simple]}
# guidelines/L-1.yaml
{id: L-1, title: '"Offen" <für> alle & ''jede''', text: Die Stadt ist offen.}
# guidelines/L-2.yaml
{id: L-2, title: 'Offen – für alle', text: Auch.}
# translations/de-simple/TR-LS-L-1.yaml
id: TR-LS-L-1
element: L-1
language: de-simple
variant: easy
status: unofficial
texts:
  - {field: title, text: Die Stadt & wir}
  - {field: text, text: Alle machen mit.}
"""
LANGUAGES = ("en", "de-simple")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(ODD, tmp_path_factory.mktemp("odd"))


def more_of(site: Site) -> More:
    """Three languages, one round beside, and formats to take away."""
    beside = replace(site, version=Version("LG-1", "2021-11-01", "", "LG-1"))
    return More(LANGUAGES, (beside,), ("json", "atom"))


def whole(site: Site) -> Files:
    return document(site, "html", more=more_of(site)).files


def part(site: Site, wanted: str) -> Files:
    def wants(path: str, _: str | None) -> bool:
        return path == wanted or wanted.startswith(f"{path}/")

    return document(site, "html", more=with_wanted(site, wants)).files


def with_wanted(site: Site, wants: Wanted) -> More:
    return copied(more_of(site), wanted=wants)


@pytest.mark.parametrize("name", ["odd", "example"])
def test_each_page_alone_is_as_it_is_in_the_whole(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    every = whole(site)
    paths = sorted(every)
    for path in paths if name == "odd" else paths[:: len(paths) // 25]:
        found = part(site, path)
        assert found[path] == every[path], path
        assert {one for one in found if one.endswith(".html")} <= {path}
        assert all(every[other] == data for other, data in found.items() if other != "sitemap.xml")


def test_each_page_holds_its_title_as_nothing_else_does(odd: Site, example: Site) -> None:
    for site in (odd, example):
        titled: dict[str, str] = {}

        def noted(path: str, title: str | None, titles: dict[str, str]) -> bool:
            if title is not None:
                titles[path] = title
            return True

        files = document(site, "html", more=with_wanted(site, partial(noted, titles=titled)))
        assert set(titled) == {path for path in files.files if path.endswith(".html")}
        for path, title in titled.items():
            assert path.endswith("index.html") or title_mark(title) in files.files[path]
        for path, data in files.files.items():
            assert data.startswith(b"<!doctype html>") == (path in titled)


def test_page_needs_no_library_of_what_is_offered_beside_it(
    odd: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with_word = More(formats=("docx",), wanted=lambda path, _: path == "guidelines/L-1.html")
    assert "guidelines/L-1.html" in document(odd, "html", more=with_word).files
