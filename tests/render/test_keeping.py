"""Pieces that many pages share: each is made once, and is right on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.render.html import TemplateFailedError
from wirctl.render.pages.keeping import Kept
from wirctl.render.pages.sandbox import sandbox
from wirctl.render.pages.watching import WatchedSite
from wirctl.render.writing import render

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.render.model.site import Site


def written(text: str, site: Site, *names: str) -> list[str]:
    """What a template writes for each name, one page after the other."""
    template, kept = sandbox(()).from_string(text), Kept(site)
    return [template.render(once=kept.once, name=name) for name in names]


def test_block_is_made_once_for_each_key(example: Site) -> None:
    found = written("{% once name[:1] %}<{{ name }}>{% endonce %}", example, "a1", "b1", "a2")
    assert found == ["<a1>", "<b1>", "<a1>"]


def test_block_without_key_is_made_once(example: Site) -> None:
    assert written("{% once %}{{ name }}{% endonce %}", example, "a", "b") == ["a", "a"]


def test_blocks_with_the_same_key_are_kept_apart(example: Site) -> None:
    text = "{% once name %}1{% endonce %}{% once name %}2{% endonce %}{% once %}3{% endonce %}"
    assert written(text, example, "a", "a") == ["123", "123"]


def test_words_in_a_block_are_escaped_once(example: Site) -> None:
    assert written("{% once %}<b>{{ name }}</b>{% endonce %}", example, "<") == ["<b>&lt;</b>"]


def test_what_a_block_read_counts_as_read_by_every_page(example: Site) -> None:
    site = WatchedSite(example, {})
    template = sandbox(()).from_string("{% once %}{{ site.items['Z-HOF-1'].title }}{% endonce %}")
    kept, read = Kept(site), []
    for _ in range(2):
        site.watch.begin()
        template.render(once=kept.once, site=site)
        read.append(set(site.watch.read))
    assert read == [{("items", "Z-HOF-1")}] * 2


def test_own_template_may_keep_blocks_too(example: Site, tmp_path: Path) -> None:
    file = tmp_path / "html" / "elements" / "measure.html.j2"
    file.parent.mkdir(parents=True)
    file.write_text("{% once item %}{{ item.id }}{% endonce %}")
    with pytest.raises(TemplateFailedError, match="unhashable"):
        render(example, "html", "de", [tmp_path])
    file.write_text("{% once %}{{ top }}index.html{% endonce %}")
    measure = next(item for item in example.of_kind("measure"))
    assert render(example, "html", "de", [tmp_path])[f"measures/{measure.id}.html"] == (
        b"../index.html\n"
    )
