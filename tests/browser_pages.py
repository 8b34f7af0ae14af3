"""What axe-core and the Nu checker find in pages."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

MODULES = Path(__file__).resolve().parent.parent / "node_modules"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def module(name: str) -> Path:
    """A file of a checker from npm. Without it the test is skipped, but never in CI."""
    path = MODULES / name
    if not path.is_file() and os.environ.get("CI") != "true":
        pytest.skip(f"no {name}; run: make browser")
    assert path.is_file(), f"no {name}"
    return path


def violations(page: Page, *rules: str) -> list[tuple[str, str]]:
    """The rules of WCAG 2.2 AA and good practice that the page breaks, each with its places.

    With `rules`, only those are tried.
    """
    page.evaluate(module("axe-core/axe.min.js").read_text(encoding="utf-8"))
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    # Without preload axe asks for no style sheet a second time: the policy of a page forbids it.
    result = page.evaluate("only => axe.run(document, {preload: false, runOnly: only})", only)
    return [
        (item["id"], "; ".join(node["html"] for node in item["nodes"]))
        for item in result["violations"]
    ]


def faults_of_html(folder: Path) -> list[tuple[str, int, str]]:
    """File, line and message of everything the Nu checker objects to, warnings too."""
    checker = module("vnu-jar/build/dist/vnu.jar")
    ran = subprocess.run(
        ["java", "-jar", checker, "--format", "json", "--skip-non-html", folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    messages = json.loads(ran.stderr)["messages"]
    return sorted(
        (
            Path(item["url"].removeprefix("file:")).relative_to(folder).as_posix(),
            item["lastLine"],
            item["message"],
        )
        for item in messages
        if item["type"] in {"error", "non-document-error"} or item.get("subType") == "warning"
    )
