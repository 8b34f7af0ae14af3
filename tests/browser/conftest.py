"""A real browser for what only a browser can tell. It reaches nothing but this machine."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL_SCHEMES = {"file", "data", "about", "blob"}


def is_local(address: str) -> bool:
    """True when nothing outside this machine is asked."""
    parts = urlsplit(address)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in {"127.0.0.1", "::1"}


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser. Without one the tests are skipped, but never in CI."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("no Chromium; on Debian: apt-get install chromium")
    assert found is not None, "no Chromium"
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def asked() -> list[str]:
    """The addresses outside this machine that pages of this test asked for; refused, each."""
    return []


@pytest.fixture
def context(browser: Browser, asked: list[str]) -> Iterator[BrowserContext]:
    def decide(route: Route) -> None:
        if is_local(route.request.url):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    opened = browser.new_context(service_workers="block")
    opened.route("**/*", decide)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, asked: list[str]) -> Iterator[Page]:
    """An empty page. The test fails when it asks for anything outside, or complains."""
    broken: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: broken.append(str(error)))
    opened.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
    yield opened
    assert asked == []
    assert broken == []
