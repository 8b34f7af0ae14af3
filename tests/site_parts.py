"""Views of small plans, and the words of what was written."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from small_plan import small_plan
from wirctl.render.build import build
from wirctl.render.model.version import Version

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wirctl.model.plan import Plan
    from wirctl.render.build import Built
    from wirctl.render.model.site import Site
    from wirctl.schema.kind import Kinds

VERSION = Version("LG-2021-11-22", "2021-11-22", "0123456789abcdef" * 2 + "01234567")


def site_of(example: str, folder: Path, version: Version = VERSION) -> Site:
    """The view of a plan of a few lines, headed by the paths of its files."""
    return built_from(example, folder, version).site


def built_from(example: str, folder: Path, version: Version = VERSION) -> Built:
    """The same, with the faults of its texts."""
    loaded = small_plan(example).load(folder)
    return build(loaded.plan, loaded.kinds, version)


def view(plan: Plan, kinds: Kinds, version: Version = VERSION) -> Site:
    """The view of a plan."""
    return build(plan, kinds, version).site


class Reader(HTMLParser):
    """Takes a page apart: its words, tags, attributes, links and marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add((tag, name))
            if name in {"href", "src"}:
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem != "script":
            self.words.append(data)

    @property
    def text(self) -> str:
        """The words as a reader sees them, white space folded."""
        return " ".join(" ".join(self.words).split())


def pages(files: Mapping[str, bytes]) -> dict[str, str]:
    """The pages among the files."""
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def main_of(html: str) -> str:
    """What stands between the tags of the main part of a page."""
    found = re.search(r"<main id=\"main\">\n(.*)</main>", html, re.DOTALL)
    assert found is not None
    return found[1]
