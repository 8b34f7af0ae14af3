"""Colours, a logo and templates of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_parts import site_of
from wirctl.render.pages.theme import ThemeError, contrast
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site


FIELD = "# fields/HF-HOF.yaml\n{id: HF-HOF, title: Höfe, order: 1}\n"
WITH_MEASURE = f"{FIELD}# measures/M-1.yaml\n{{id: M-1, title: Offene Höfe, field: HF-HOF}}\n"


def theme(folder: Path, text: str) -> Path:
    """The folder with this theme."""
    folder.mkdir(exist_ok=True)
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    return folder


def template(folder: Path, name: str, text: str) -> Path:
    """The folder with this template."""
    path = folder / "html" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_theme_sets_colours_for_screens(tmp_path: Path) -> None:
    own = theme(tmp_path / "theme", 'light:\n  accent: "#004b23"\ndark:\n  link: "#9fe"\n')
    site = site_of(FIELD, tmp_path)
    style = render(site, "html", templates=(own,))["assets/site.css"].decode()
    assert style.endswith(
        "@media screen{:root{--accent:#004b23;}}\n"
        "@media screen and (prefers-color-scheme: dark){:root{--link:#9fe;}}\n"
    )


@pytest.mark.parametrize(
    ("text", "reason", "line", "what"),
    [
        pytest.param('light:\n  link: "#999999"\n', "contrast", 2, "link / paper", id="pale"),
        pytest.param('dark:\n  paper: "#ffffff"\n', "contrast", 2, "ink / paper", id="dark"),
        pytest.param('light:\n  lnik: "#000"\n', "unknown-key", 2, "lnik", id="unknown colour"),
        pytest.param("colors: {}\n", "unknown-key", 1, "colors", id="unknown key"),
        pytest.param("light:\n  link: red\n", "no-colour", 2, "red", id="no colour"),
        pytest.param('light:\n  link: "#000;}"\n', "no-colour", 2, "#000;}", id="more"),
        pytest.param("light: [\n", "unreadable", 1, "", id="no YAML"),
        pytest.param("logo: ../secret.png\n", "no-logo", 1, "../secret.png", id="outside"),
        pytest.param("logo: none.svg\n", "no-logo", 1, "none.svg", id="missing"),
    ],
)
def test_theme_that_cannot_be_used(
    text: str, reason: str, line: int, what: str, example: Site, tmp_path: Path
) -> None:
    with pytest.raises(ThemeError) as caught:
        render(example, "html", templates=(theme(tmp_path, text),))
    found = caught.value
    assert (found.reason, found.line, found.what) == (reason, line, what)


def test_logo_stands_at_the_head_of_each_page(tmp_path: Path) -> None:
    own = theme(tmp_path / "theme", "logo: logo.svg\n")
    (own / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    files = render(site_of(FIELD, tmp_path), "html", templates=(own,))
    assert files["assets/logo.svg"].startswith(b"<svg")
    assert b'<img class="logo" src="../assets/logo.svg" alt="">' in files["fields/HF-HOF.html"]


def test_link_as_logo_is_refused(example: Site, tmp_path: Path) -> None:
    own = theme(tmp_path / "theme", "logo: logo.svg\n")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (own / "logo.svg").symlink_to(tmp_path / "secret")
    with pytest.raises(ThemeError):
        render(example, "html", templates=(own,))


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#000", "#fff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert contrast("#123456", "#123456") == 1


MEASURE = '{% extends "!measure.html.j2" %}\n{% block main %}<p>NAME</p>{{ super() }}{% endblock %}'


def test_template_extends_the_one_that_it_replaces(tmp_path: Path) -> None:
    site = site_of(WITH_MEASURE, tmp_path)
    own = template(tmp_path / "own", "elements/measure.html.j2", MEASURE.replace("NAME", "Eigenes"))
    page = render(site, "html", templates=(own,))["measures/M-1.html"].decode()
    assert page.index("<p>Eigenes</p>") < page.index("Offene Höfe</h1>")


def test_templates_of_project_and_theme_lie_over_each_other(tmp_path: Path) -> None:
    site = site_of(WITH_MEASURE, tmp_path)
    name = "elements/measure.html.j2"
    project = template(tmp_path / "own", name, MEASURE.replace("NAME", "Projekt"))
    themed = template(tmp_path / "theme", name, MEASURE.replace("NAME", "Thema"))
    page = render(site, "html", templates=(project, themed))["measures/M-1.html"].decode()
    places = [page.index(word) for word in ("<p>Projekt</p>", "<p>Thema</p>", "Offene Höfe</h1>")]
    assert places == sorted(places)


def test_template_at_the_top_extends_ours(tmp_path: Path) -> None:
    site = site_of(FIELD, tmp_path)
    text = '{% extends "!base.html.j2" %}{% block about %}{{ super() }}<!-- eigen -->{% endblock %}'
    own = template(tmp_path / "own", "base.html.j2", text)
    assert b"<!-- eigen -->" in render(site, "html", templates=(own,))["index.html"]
