"""The words of the command line, and the language they are said in."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.value import record_of, text_of
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.core.value import Record

LANGUAGES = ("de", "en")


def language_of(environment: Mapping[str, str], plan_language: str = "") -> str:
    """The language to speak: `de` or `en`.

    `WIRCTL_LANG` wins, then a locale that names a language, then the plan's, then German.
    """
    names = (environment.get(name, "") for name in ("WIRCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    for name in (*names, plan_language):
        word = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if word and word not in {"c", "posix"}:
            return "de" if word == "de" else "en"
    return "de"


@cache
def _words(language: str) -> Record:
    from wirctl.source.document import read  # the first import of the YAML reader

    path = folder("locale") / f"cli.{language}.yaml"
    return record_of(read(path.name, path.read_bytes()).value)


class Speech:
    """Sentences in one language, found by a dotted name."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, name: str, /, **words: object) -> str:
        """The sentence of this name with its placeholders filled.

        Raises:
            KeyError: there is no such sentence: a bug of ours.
        """
        sentence = self.find(name)
        if not sentence:
            raise KeyError(name)
        return sentence.format_map(words) if words else sentence

    def count(self, name: str, number: int, /, **words: object) -> str:
        """The sentence for so many of something: `<name>.one` for 1, else `<name>.many`."""
        return self(f"{name}.{'one' if number == 1 else 'many'}", count=number, **words)

    def find(self, name: str) -> str:
        """The sentence of this name as it stands, or the empty text."""
        value: object = _words(self.language)
        for part in name.split("."):
            value = record_of(value).get(part)
        return text_of(value)


def speech(plan_language: str = "") -> Speech:
    """Sentences in the language of this run."""
    return Speech(language_of(os.environ, plan_language))
