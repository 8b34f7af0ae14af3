"""What the words of plan files are called in documents."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.value import record_of, text_of
from wirctl.resources import folder
from wirctl.source.document import read

if TYPE_CHECKING:
    from wirctl.core.value import Record

_SECTION = regex(rb"^(?=[a-z])", re.MULTILINE)


@cache
def _section(name: str) -> Record:
    """One section of the glossary; it is long, and nobody asks for most of it."""
    path = folder("docs") / "glossary.yaml"
    sections = _SECTION.split(path.read_bytes())
    wanted = next(part for part in sections if part.startswith(f"{name}:".encode()))
    return record_of(record_of(read(path.name, wanted).value).get(name))


def word(name: str, value: str, language: str) -> str:
    """What a value of this property is called; the value itself where the glossary is silent.

    >>> word("funding_path", "own_budget", "de")
    'eigener Haushalt'
    """
    values = record_of(_section("values").get(name))
    return text_of(record_of(values.get(value)).get(language)) or value


def kind_word(kind: str, language: str) -> str:
    """What a kind of element is called; the kind itself where the glossary is silent.

    >>> kind_word("guideline", "de")
    'Leitlinie'
    """
    return text_of(record_of(_section("kinds").get(kind)).get(language)) or kind
