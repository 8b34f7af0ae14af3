"""The example in every format, to the byte; `pytest --golden-update` renews the files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from site_parts import pages
from wirctl.render.writing import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.render.model.site import Site

PAGES = (
    "index.html",
    "contents.html",
    "coverage.html",
    "timeline.html",
    "guidelines/L-1.html",
    "fields/HF-HOF.html",
    "measures/index.html",
    "measures/M-HOF-01.html",
    "measures/M-HOF-02.html",
    "bodies/G-RAT.html",
    "rounds/RAT-2022-09.html",
    "fund/F-HOF.html",
    "places/HOF-1.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_page_of_the_example(
    path: str, example: Site, golden: Callable[[str, bytes], None]
) -> None:
    golden(f"html/{path}", render(example, "html")[path])


def test_example_has_these_pages(example: Site) -> None:
    assert sorted(pages(render(example, "html"))) == [
        "accessibility.html",
        "bodies/G-RAT.html",
        "bodies/index.html",
        "contents.html",
        "coverage.html",
        "fields/HF-HOF.html",
        "fields/index.html",
        "fund/F-HOF.html",
        "goals/Z-HOF-1.html",
        "goals/index.html",
        "guidelines/L-1.html",
        "guidelines/L-2.html",
        "guidelines/index.html",
        "index.html",
        "indicators/I-HOEFE.html",
        "indicators/index.html",
        "measures/M-HOF-01.html",
        "measures/M-HOF-02.html",
        "measures/index.html",
        "places/HOF-1.html",
        "places/index.html",
        "process.html",
        "rounds/RAT-2022-09.html",
        "rounds/index.html",
        "search.html",
        "statements/index.html",
        "terms/index.html",
        "timeline.html",
    ]


def test_english_pages_of_the_example(example: Site, golden: Callable[[str, bytes], None]) -> None:
    golden(
        "html-en/measures/M-HOF-01.html", render(example, "html", "en")["measures/M-HOF-01.html"]
    )


def test_markdown_of_the_example(example: Site, golden: Callable[[str, bytes], None]) -> None:
    golden("plan.md", render(example, "markdown")["plan.md"])


def masked(data: bytes) -> bytes:
    """The data without the version of wirctl and the digests, which change with every word."""
    return re.sub(rb'("(?:wirctl|model|templates)": )"[^"]*"', rb'\1""', data)


def test_data_of_the_example(example: Site, golden: Callable[[str, bytes], None]) -> None:
    golden("plan.json", masked(render(example, "json")["plan.json"]))
