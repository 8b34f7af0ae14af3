"""The words of documents in one language: `locale/<language>.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.value import record_of, text_of
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.values import Word


class MissingLabelError(Exception):
    """A document asks for a word that the language does not have: a bug of ours."""


class NoSuchLanguageError(Problem):
    """There are no words for documents in this language; `choices` are those that there are."""

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language.

    `texts` are those of the pages by name, `words` those for the closed sets by field and
    word, `languages` the names of languages by code.
    """

    language: str
    texts: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, str]

    def text(self, name: str, **arguments: object) -> str:
        """A text of the pages, its placeholders filled.

        Raises:
            MissingLabelError: there is none of this name.
        """
        try:
            text = self.texts[name]
        except KeyError:
            raise MissingLabelError(f"{self.language}: {name}") from None
        return text.format_map(arguments) if arguments else text

    def count(self, name: str, number: int) -> str:
        """A number with its noun: `one_<name>` for 1, else `many_<name>`."""
        return self.text(f"{'one' if number == 1 else 'many'}_{name}", n=number)

    def word(self, word: Word) -> str:
        """A word of a closed set: as the plan calls it, as this language does, or as it is.

        The field is looked up whole (`paper.result`), then by its last name (`result`).
        """
        if word.title is not None:
            return word.title.in_language(self.language)
        for field in (word.field, word.field.rpartition(".")[2]):
            found = self.words.get(field, {}).get(word.name)
            if found is not None:
                return found
        return word.name.replace("_", " ")

    def language_name(self, code: str) -> str:
        """The name of a language, or its code."""
        return self.languages.get(code, code)


@cache
def labels(language: str) -> Labels:
    """The words of this language.

    Raises:
        NoSuchLanguageError: there is no file for it.
    """
    from wirctl.source.document import read

    path = folder("locale") / f"{language}.yaml"
    if not language.isalnum() or not path.is_file():
        raise NoSuchLanguageError(language, languages())
    value = record_of(read(path.name, path.read_bytes()).value)
    return Labels(
        language=language,
        texts=_texts(value.get("texts")),
        words={name: _texts(part) for name, part in record_of(value.get("words")).items()},
        languages=_texts(value.get("languages")),
    )


def languages() -> tuple[str, ...]:
    """The languages in which documents can be written, sorted."""
    return tuple(
        sorted(path.stem for path in folder("locale").glob("*.yaml") if "." not in path.stem)
    )


def _texts(value: object) -> dict[str, str]:
    return {name: text_of(text) for name, text in record_of(value).items()}
