"""A format registers itself, once."""

from __future__ import annotations

import subprocess
import sys
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


def test_module_of_a_format_is_called_like_it() -> None:
    for name, one in every_writer().items():
        assert one.write.__module__ == f"wirctl.render.{name.replace('-', '_')}"


def test_asking_for_one_format_imports_no_other() -> None:
    asked = (
        "import sys; from wirctl.render.registry import every_writer; found = every_writer(); "
        "print('html' in found, *map(found.get, ('build', '../html', 'Html', ''))); "
        "loaded = set(sys.modules); "
        "print(*(one for one in found if f'wirctl.render.{one}' in loaded))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "True None None None None\nhtml\n"


def test_second_writer_of_a_name_is_refused() -> None:
    every_writer()
    with pytest.raises(WriterTwiceError):
        writer("html", de="Noch einer", en="Another one")(lambda _site, _options: {})


def test_unknown_format_offers_the_nearest(example: Site) -> None:
    with pytest.raises(NoSuchFormatError) as caught:
        render(example, "htm")
    assert (caught.value.name, caught.value.near) == ("htm", "html")
