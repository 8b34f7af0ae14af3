"""The words of documents in one language: `locale/<language>.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.value import record_of, text_of
from wirctl.load.translated import EASY
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.values import Word
    from wirctl.schema.field import Words

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


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
    word, `languages` the names of languages by code. `titles` are what kinds, fields and
    changes are called, by their English name; German and English have those of the schemas.
    """

    language: str
    texts: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, str]
    titles: Mapping[str, str] = field(default_factory=dict)
    is_easy: bool = False

    @property
    def code(self) -> str:
        """The name of the language with its variety: `de-simple` is easy language."""
        return f"{self.language}{EASY}" if self.is_easy else self.language

    @property
    def direction(self) -> str:
        """Which way the language is written: `ltr` or `rtl`."""
        return direction_of(self.language)

    def title(self, words: Words) -> str:
        """What a kind, a field or a change is called."""
        return self.titles.get(words.en) or words.in_language(self.language)

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

        What the plan has in one language only is in others called as these do. The field is
        looked up whole (`paper.result`), then by its last name (`result`).
        """
        title = word.title
        if title is not None and (self.language == "de" or title.de != title.en):
            return self.title(title)
        found = self._word(word)
        return found or (self.title(title) if title is not None else word.name.replace("_", " "))

    def is_the_plans(self, word: Word) -> bool:
        """Whether the plan alone has words for this one, in its own language."""
        title = word.title
        is_in_one = title is not None and title.de == title.en and title.en not in self.titles
        return is_in_one and (self.language == "de" or not self._word(word))

    def _word(self, word: Word) -> str:
        for name in (word.field, word.field.rpartition(".")[2]):
            found = self.words.get(name, {}).get(word.name)
            if found is not None:
                return found
        return ""

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
    if not language.replace("-", "").isalnum() or not path.is_file():
        raise NoSuchLanguageError(language, languages())
    value = record_of(read(path.name, path.read_bytes()).value)
    return Labels(
        language=language.removesuffix(EASY),
        texts=_texts(value.get("texts")),
        words={name: _texts(part) for name, part in record_of(value.get("words")).items()},
        languages=_texts(value.get("languages")),
        titles=_texts(value.get("titles")),
        is_easy=language.endswith(EASY),
    )


def direction_of(language: str) -> str:
    """Which way a language is written: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def languages() -> tuple[str, ...]:
    """The languages in which documents can be written, sorted."""
    return tuple(
        sorted(path.stem for path in folder("locale").glob("*.yaml") if "." not in path.stem)
    )


def plain_languages() -> tuple[str, ...]:
    """The same without easy language, in which there are only web pages beside others."""
    return tuple(name for name in languages() if not name.endswith(EASY))


def _texts(value: object) -> dict[str, str]:
    return {name: text_of(text) for name, text in record_of(value).items()}
