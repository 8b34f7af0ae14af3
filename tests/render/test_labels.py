"""Every word that documents need is there in every language, and none is there for nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wirctl.core.value import record_of
from wirctl.diff.registry import every_kind
from wirctl.render.labels import (
    MissingLabelError,
    NoSuchLanguageError,
    labels,
    languages,
    plain_languages,
)
from wirctl.render.model.values import Word
from wirctl.render.registry import every_writer
from wirctl.schema.field import Words
from wirctl.schema.kind import built_in
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.schema.field import Field

ROOT = Path(__file__).resolve().parent.parent.parent
GERMAN = labels("de")


def choices(fields: Mapping[str, Field], path: str) -> Iterator[tuple[str, str]]:
    """Each word of a closed set that may be shown, with the path of its field."""
    for name, field in fields.items():
        if not field.public:
            continue
        here = f"{path}.{name}"
        whole = field.item if field.item is not None else field
        yield from ((here, word) for word in whole.choices)
        yield from choices(whole.fields, here)


CHOICES = sorted({pair for kind in built_in() for pair in choices(kind.fields, kind.name)})


def test_languages() -> None:
    assert languages() == ("ar", "de", "de-simple", "en")
    assert plain_languages() == ("ar", "de", "en")


@pytest.mark.parametrize("language", plain_languages())
def test_every_word_of_a_closed_set_has_a_label(language: str) -> None:
    own = labels(language)
    missing = [
        (field, word)
        for field, word in CHOICES
        if word not in {**own.words.get(field.rpartition(".")[2], {}), **own.words.get(field, {})}
    ]
    assert missing == []


@pytest.mark.parametrize("language", plain_languages())
def test_languages_have_the_same_words(language: str) -> None:
    own = labels(language)
    assert own.texts.keys() == GERMAN.texts.keys()
    assert own.languages.keys() == GERMAN.languages.keys()
    assert {name: part.keys() for name, part in own.words.items()} == {
        name: part.keys() for name, part in GERMAN.words.items()
    }


@pytest.mark.parametrize("language", plain_languages())
def test_texts_have_the_same_placeholders(language: str) -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    own = labels(language)
    assert {name: names(text) for name, text in own.texts.items()} == {
        name: names(text) for name, text in GERMAN.texts.items()
    }


def titles(fields: Mapping[str, Field]) -> Iterator[Words]:
    """What public fields are called, at any depth."""
    for field in fields.values():
        if field.public:
            yield field.title
            yield from titles(field.item.fields if field.item is not None else field.fields)


def test_every_title_of_a_schema_has_a_label_in_other_languages() -> None:
    wanted = {words.en for kind in built_in() for words in (kind.title, kind.plural)}
    wanted |= {words.en for kind in built_in() for words in titles(kind.fields)}
    wanted |= {kind.en for kind in every_kind().values()}
    wanted |= {writer.description.en for writer in every_writer().values()}
    for language in set(plain_languages()) - {"de", "en"}:
        assert labels(language).titles.keys() == wanted, language


def test_titles_of_changes_keep_their_placeholders() -> None:
    for language in plain_languages():
        for english, said in labels(language).titles.items():
            assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", said)), english


def test_easy_language_has_the_words_that_its_pages_ask_for() -> None:
    pages = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "templates/html/easy").glob("*.j2")
    )
    easy = labels("de-simple")
    assert set(re.findall(r't\("([\w-]+)"', pages)) <= easy.texts.keys()
    assert {name for name in GERMAN.texts if name.startswith("own_")} <= easy.texts.keys()
    assert (easy.language, easy.code, easy.is_easy) == ("de", "de-simple", True)


def test_every_text_is_asked_for() -> None:
    used = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("src/wirctl/render", "templates")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".j2"}
    )
    made = re.compile(r"^(nav|own|filter|one|many|contents|source|lead)_|^(yes|no|awarded)$")
    assert [
        name
        for name in GERMAN.texts
        if not made.match(name) and f'"{name}"' not in used and f"'{name}'" not in used
    ] == []


def test_words_are_those_of_the_glossary() -> None:
    glossary = record_of(read("glossary.yaml", (ROOT / "docs/glossary.yaml").read_bytes()).value)
    for language in ("de", "en"):
        own = labels(language).words
        for field, words in record_of(glossary["values"]).items():
            # Words of fields that are never public need no label in documents.
            for word, said in record_of(words).items() if field in own else ():
                assert own[field][word] == record_of(said)[language], (field, word)


def test_word_is_sought_by_the_whole_field_first() -> None:
    assert GERMAN.word(Word("adopted", "paper.result")) == "beschlossen"
    assert GERMAN.word(Word("adopted", "other.result")) == "angenommen"
    assert GERMAN.word(Word("not_known", "other.field")) == "not known"
    assert GERMAN.word(Word("x", "f", Words("Ix", "Ex"))) == "Ix"


def test_missing_text_is_a_bug() -> None:
    with pytest.raises(MissingLabelError):
        GERMAN.text("no such text")


@pytest.mark.parametrize("name", ["fr", "../de", "cli.de", "de.yaml", ""])
def test_language_that_there_is_not(name: str) -> None:
    with pytest.raises(NoSuchLanguageError) as caught:
        labels(name)
    assert caught.value.choices == languages()


def test_counts() -> None:
    assert GERMAN.count("goal", 1) == "1\u00a0Ziel"
    assert GERMAN.count("goal", 0) == "0\u00a0Ziele"


def test_name_of_a_field_is_said_in_every_language() -> None:
    word = Word("costs", "statement.points.fields", Words("Kosten", "Costs"))
    assert [labels(name).word(word) for name in ("de", "en", "ar")] == [
        "Kosten",
        "Costs",
        labels("ar").titles["Costs"],
    ]
