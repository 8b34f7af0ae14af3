"""What languages are called."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.value import record_of, text_of
from wirctl.resources import folder
from wirctl.source.document import read

if TYPE_CHECKING:
    from wirctl.core.value import Record


@cache
def _languages(language: str) -> Record:
    path = folder("locale") / f"{language}.yaml"
    return record_of(record_of(read(path.name, path.read_bytes()).value).get("languages"))


def language_name(code: str, language: str) -> str:
    """The name of a language in German (`de`) or English (`en`); the code where it has none.

    >>> language_name("de-simple", "de"), language_name("tr", "en"), language_name("xx", "de")
    ('Leichte Sprache', 'Turkish', 'xx')
    """
    return text_of(_languages(language).get(code)) or code
