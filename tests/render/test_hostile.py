"""Whatever stands in a text, it stays text in every format, and none of it is lost."""

from __future__ import annotations

import re
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest

from decoded import active, decoded
from full_plan import KINDS, full_plan
from hostile_texts import TEXTS
from site_parts import view
from wirctl.render.convert import clean
from wirctl.render.model.text import (
    Anchor,
    Emphasis,
    Listing,
    Paragraph,
    Plain,
    Quote,
    Strong,
    Table,
)
from wirctl.render.prose import parse
from wirctl.render.registry import every_writer
from wirctl.render.writing import render
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.render.model.text import Block, Inline
    from wirctl.render.registry import Files
    from wirctl.schema.field import Field

pytestmark = pytest.mark.slow

FORMATS = tuple(every_writer())
WHOLE = tuple(name for name, writer in every_writer().items() if writer.is_whole)
URL = "https://example.org/wir/"
# The formats that `decoded` reads; of those that are no text, the tests of the format look.
READ = frozenset({"atom", "csv", "dcat", "html", "ics", "json", "markdown", "oparl"})


def squashed(text: str) -> str:
    """The text without white space, which formats fold as they need."""
    return re.sub(r"\s+", "", text)


def pieces(text: str) -> Iterator[str]:
    """The runs of characters that a text with marks shows to a reader."""
    for block in parse(clean(text), lambda *_: False).prose.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(inlines):
            yield from _of_inlines(inlines)
        case Listing(items):
            yield from (run for item in items for part in item for run in _of_block(part))
        case Quote(blocks):
            yield from (run for part in blocks for run in _of_block(part))
        case Table(head, rows):
            yield from (run for row in (head, *rows) for cell in row for run in _of_inlines(cell))


def _of_inlines(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Plain):
            yield inline.text
        elif isinstance(inline, Emphasis | Strong | Anchor):
            yield from _of_inlines(inline.inlines)


def written(name: str, texts: Iterable[str]) -> Files:
    """A plan with these texts in its fields, one after the other, in a format."""
    words = cycle(texts)

    def text(_path: str, field: Field) -> str:
        return next(words) if field.value is not ValueKind.URL else "https://example.org/"

    return render(view(full_plan(text), KINDS), name, url=URL)


def everything(field: Field) -> str:
    """All texts in one: in prose a paragraph each."""
    return ("\n\n" if field.value is ValueKind.PROSE else " ¶ ").join(TEXTS)


def test_there_are_at_least_74_texts_no_two_alike() -> None:
    assert len(set(TEXTS)) == len(TEXTS) >= 74


@pytest.mark.parametrize("name", FORMATS)
def test_all_texts_in_every_field_stay_text(name: str) -> None:
    site = view(full_plan(lambda _path, field: everything(field)), KINDS)
    assert active(render(site, name, url=URL)) == set()


@pytest.mark.parametrize("name", sorted(READ & set(WHOLE)))
def test_nothing_of_all_texts_in_every_field_is_lost(name: str) -> None:
    site = view(full_plan(lambda _path, field: everything(field)), KINDS)
    said = squashed(decoded(render(site, name)))
    wanted = {squashed(clean(text)) for text in TEXTS}
    wanted |= {squashed(run) for text in TEXTS for run in pieces(text)}
    assert {text for text in wanted if text not in said} == set()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("first", range(0, len(TEXTS), 28))
def test_each_text_at_the_start_of_a_field_stays_text(name: str, first: int) -> None:
    texts = (*TEXTS[first:], *TEXTS[:first])
    assert active(written(name, texts)) == set()


@pytest.mark.parametrize("name", sorted(READ - {*WHOLE, "atom"}))
def test_titles_are_found_in_formats_that_show_a_part(name: str) -> None:
    count = 6
    for start in range(0, len(TEXTS), count):
        texts = tuple(islice(TEXTS, start, start + count))
        site = view(full_plan(lambda _path, _field: " ¶ ".join(texts)), KINDS)  # noqa: B023
        said = squashed(decoded(render(site, name, url=URL)))
        assert {text for text in texts if squashed(clean(text)) not in said} == set()
