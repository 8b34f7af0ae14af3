"""What the words of plan files are called in documents."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.value import record_of, text_of
from wirctl.resources import folder
from wirctl.source.document import read

if TYPE_CHECKING:
    from wirctl.core.value import Record


@cache
def _glossary() -> Record:
    path = folder("docs") / "glossary.yaml"
    return record_of(read(path.name, path.read_bytes()).value)


def word(name: str, value: str, language: str) -> str:
    """What a value of this property is called; the value itself where the glossary is silent.

    >>> word("funding_path", "own_budget", "de")
    'eigener Haushalt'
    """
    values = record_of(record_of(_glossary().get("values")).get(name))
    return text_of(record_of(values.get(value)).get(language)) or value


def kind_word(kind: str, language: str) -> str:
    """What a kind of element is called; the kind itself where the glossary is silent.

    >>> kind_word("guideline", "de")
    'Leitlinie'
    """
    kinds = record_of(_glossary().get("kinds"))
    return text_of(record_of(kinds.get(kind)).get(language)) or kind
