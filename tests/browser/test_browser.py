"""The browser that the other tests here lean on shows pages and stays at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser_pages import faults_of_html, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

GOOD = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Maßnahme</title></head>
<body><main><h1>Maßnahme M-BIL-01</h1><p>Für alle Hannoveraner*innen.</p></main></body></html>
"""


def test_page_from_a_file_is_shown(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(GOOD, encoding="utf-8")
    page.goto(file.as_uri())
    assert page.title() == "Maßnahme"
    assert page.locator("h1").inner_text() == "Maßnahme M-BIL-01"


def test_request_to_the_outside_is_refused_and_told(
    context: BrowserContext, asked: list[str]
) -> None:
    context.new_page().set_content('<img src="https://example.org/pixel.png" alt="">')
    assert asked == ["https://example.org/pixel.png"]


def test_accessible_page_has_no_violation(page: Page) -> None:
    page.set_content(GOOD)
    assert violations(page) == []


def test_picture_without_words_is_a_violation(page: Page) -> None:
    page.set_content(
        GOOD.replace("<p>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>')
    )
    assert [rule for rule, _ in violations(page)] == ["image-alt"]


def test_valid_page_has_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(GOOD, encoding="utf-8")
    assert faults_of_html(tmp_path) == []


def test_invalid_page_has_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(GOOD.replace("<p>", '<p align="left">'), encoding="utf-8")
    assert [(name, line) for name, line, _ in faults_of_html(tmp_path)] == [("index.html", 3)]
