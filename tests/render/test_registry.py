"""A format registers itself, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.render.registry import WriterTwiceError, every_writer, writer
from wirctl.render.writing import NoSuchFormatError, render

if TYPE_CHECKING:
    from wirctl.render.model.site import Site


def test_formats() -> None:
    assert list(every_writer()) == [
        "atom",
        "csv",
        "dcat",
        "decision-paper",
        "docx",
        "html",
        "ics",
        "json",
        "jsonld",
        "markdown",
        "oparl",
        "pdf",
    ]
    for one in every_writer().values():
        assert one.description.de
        assert one.description.en != one.description.de


def test_second_writer_of_a_name_is_refused() -> None:
    every_writer()
    with pytest.raises(WriterTwiceError):
        writer("html", de="Noch einer", en="Another one")(lambda _site, _options: {})


def test_unknown_format_offers_the_nearest(example: Site) -> None:
    with pytest.raises(NoSuchFormatError) as caught:
        render(example, "htm")
    assert (caught.value.name, caught.value.near) == ("htm", "html")
