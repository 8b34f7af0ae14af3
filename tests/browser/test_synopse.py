"""The Synopse in a real browser: accessible, valid, readable on a phone, on paper and by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from browser_pages import faults_of_html, violations
from hostile import EVIL, spoilt
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared
from wirctl.report.changes_html import html
from wirctl.report.registry import Look

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from wirctl.diff.compare import Comparison

A4_LANDSCAPE = (842, 595)


def written(folder: Path, comparison: Comparison, name: str = "synopse", lang: str = "de") -> str:
    """The address of the page."""
    file = folder / f"{name}.html"
    file.write_text("\n".join(html(comparison, Look(lang))) + "\n", encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible(page: Page, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(written(tmp_path, between("LG-2021-11-01", "LG-2021-11-08")))
    assert violations(page) == []


@pytest.mark.slow
def test_longest_page_is_accessible_in_the_other_language(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, between("RAT-2021-02-25", "EG-2021"), lang="en"))
    assert violations(page) == []


@pytest.mark.slow
def test_every_page_is_valid(tmp_path: Path) -> None:
    for number in range(1, len(ROUNDS)):
        comparison = between(ROUNDS[number - 1], ROUNDS[number])
        written(tmp_path, comparison, f"de-{number}")
        written(tmp_path, comparison, f"en-{number}", "en")
    for number, evil in enumerate(EVIL):
        written(tmp_path, spoilt(evil), f"evil-{number}")
    written(tmp_path, compared(OLD, NEW), "ten")
    written(tmp_path, compared(OLD, OLD), "none")
    assert faults_of_html(tmp_path) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_page_is_no_wider_than_its_window(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(written(tmp_path, between("LG-2021-12", "VW-2022-07-01")))
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_columns_stack_on_a_phone(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(written(tmp_path, between("LG-2021-11-29", "LG-2021-12-06")))
    old, new = (page.locator(f"td.{side}:not(.empty)").first for side in ("old", "new"))
    above, below = old.bounding_box(), new.bounding_box()
    assert above is not None
    assert below is not None
    assert below["y"] >= above["y"] + above["height"]
    assert below["x"] == above["x"]


def test_style_arrives_under_the_policy_and_marks_without_colour(
    page: Page, tmp_path: Path
) -> None:
    page.goto(written(tmp_path, between("LG-2021-11-29", "LG-2021-12-06")))
    lines = page.evaluate(
        "['ins', 'del'].map(tag => getComputedStyle(document.querySelector(`main ${tag}`))"
        ".textDecorationLine)"
    )
    assert lines == ["underline", "line-through"]


def test_words_tell_the_ear_what_lines_tell_the_eye(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, between("LG-2021-11-29", "LG-2021-12-06")))
    heard = page.locator("main").aria_snapshot()
    assert "gestrichen:" in heard
    assert "eingefügt:" in heard
    assert page.locator("main ins .hidden").first.bounding_box() is not None


def test_link_of_a_change_leads_to_it(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, between("LG-2021-11-29", "LG-2021-12-06")))
    link = page.locator("a.here").last
    link.focus()
    page.keyboard.press("Enter")
    place = page.evaluate("document.querySelector(':target').textContent")
    assert "Neu aufgenommen" in place


def test_paper_is_a4_across_and_each_page_has_the_heads(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, between("RAT-2021-02-25", "EG-2021")))
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sizes = {tuple(map(round, part.get_size())) for part in printed}
    texts = [part.get_textpage().get_text_bounded() for part in printed]
    assert sizes == {A4_LANDSCAPE}
    assert len(texts) > 5
    assert [
        place for place, text in enumerate(texts) if "Begründung und Beschluss" not in text
    ] == []
