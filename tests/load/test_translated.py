"""What is translated, from which text, and what is missing: the place that pages and rules ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from wirctl.load import load
from wirctl.load.translated import (
    Currency,
    Extent,
    TranslatedField,
    extent_of,
    language_of,
    languages_of,
    source_digest,
    translated_fields,
)
from wirctl.schema.canonical import digest
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.load import Loaded

FILES = {
    "plan.yaml": "id: PLAN\ntitle: Ein Plan\nformat: 1\nlanguages: [de, en, de-simple]\n",
    "guidelines/L-1.yaml": "id: L-1\nnumber: 1\ntitle: Vielfalt\ntext: Alle gehören dazu.\n",
    "themes/Q-1.yaml": "id: Q-1\ntitle: Beteiligung\nquestions: [Wer fragt?, Wer fehlt?]\n",
    "guidelines/L-9.yaml": "id: L-9\ntitle: Fort\nwithdrawn: {round: R, reason: nicht mehr}\n",
}
_DIGEST = re.compile(r"DIGEST\((\S+) (\S+)\)")


def plan_of(folder: Path, **translations: str) -> Loaded:
    """The plan with these translations; `DIGEST(L-1 text)` stands for the digest of a text."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load(FolderTree(folder))

    def digest(found: re.Match[str]) -> str:
        element = loaded.plan.get(found[1])
        assert element is not None
        return source_digest(element, found[2], loaded.kinds)

    (folder / "translations").mkdir(exist_ok=True)
    for name, text in translations.items():
        id = name.replace("_", "-")
        head = f"id: {id}\n"
        (folder / f"translations/{id}.yaml").write_text(head + _DIGEST.sub(digest, text))
    return load(FolderTree(folder))


ENGLISH = (
    "element: L-1\nlanguage: en\ntexts:\n"
    "  - {field: title, text: Diversity, source_digest: 'DIGEST(L-1 title)'}\n"
    "  - {field: text, text: All belong.}\n"
)


def test_every_text_has_its_currency_in_every_language(tmp_path: Path) -> None:
    loaded = plan_of(tmp_path, TR_EN_L1=ENGLISH)
    assert languages_of(loaded.plan) == ("en", "de-simple")
    found = tuple(translated_fields(loaded.plan, loaded.kinds, ("en",)))
    missing = Currency.MISSING
    assert found == (
        TranslatedField("en", "PLAN", "plan", "title", missing),
        TranslatedField("en", "L-1", "guideline", "title", Currency.CURRENT, "TR-EN-L1"),
        TranslatedField("en", "L-1", "guideline", "text", Currency.UNDATED, "TR-EN-L1"),
        TranslatedField("en", "Q-1", "theme", "title", missing),
        TranslatedField("en", "Q-1", "theme", "questions/0", missing),
        TranslatedField("en", "Q-1", "theme", "questions/1", missing),
    )
    assert extent_of(found, ("en", "tr")) == (
        Extent("en", {Currency.CURRENT: 1, Currency.UNDATED: 1, Currency.MISSING: 4}),
        Extent("tr", {}),
    )


@pytest.mark.parametrize(
    ("old", "new", "currency"),
    [
        pytest.param("title: Vielfalt", "title: Vielfalt  # neu", Currency.CURRENT, id="a comment"),
        pytest.param("title: Vielfalt", "title: 'Vielfalt'", Currency.CURRENT, id="quotes"),
        pytest.param("title: Vielfalt", "title: Einfalt", Currency.STALE, id="another word"),
        pytest.param("title: Vielfalt\n", "title: ''\n", None, id="nothing is left to translate"),
    ],
)
def test_translation_is_stale_once_its_source_means_something_else(
    tmp_path: Path, old: str, new: str, currency: Currency | None
) -> None:
    plan_of(tmp_path, TR_EN_L1=ENGLISH)
    file = tmp_path / "guidelines/L-1.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    loaded = load(FolderTree(tmp_path))
    found = {
        item.field: item.currency
        for item in translated_fields(loaded.plan, loaded.kinds, ("en",))
        if item.element == "L-1"
    }
    assert found.get("title") is currency


def test_item_of_a_list_is_translated_by_its_place(tmp_path: Path) -> None:
    texts = (
        "  - {field: questions/1, text: Who is missing?, source_digest: 'DIGEST(Q-1 questions/1)'}"
    )
    loaded = plan_of(tmp_path, TR_EN_Q1=f"element: Q-1\nlanguage: en\ntexts:\n{texts}\n")
    found = {
        item.field: item.currency
        for item in translated_fields(loaded.plan, loaded.kinds, ("en",))
        if item.element == "Q-1"
    }
    assert found == {
        "title": Currency.MISSING,
        "questions/0": Currency.MISSING,
        "questions/1": Currency.CURRENT,
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        pytest.param("language: en", "en", id="a language"),
        pytest.param("language: de\nvariant: easy", "de-simple", id="easy by its variant"),
        pytest.param("language: de-simple", "de-simple", id="easy by its code"),
    ],
)
def test_easy_language_is_a_language(tmp_path: Path, said: str, code: str) -> None:
    loaded = plan_of(tmp_path, TR_X_L1=f"element: L-1\n{said}\ntexts: [{{field: text, text: X}}]\n")
    assert [language_of(item) for item in loaded.plan.translations] == [code]


@pytest.mark.parametrize("name", ["unknown", "text/0", "questions/99999", "questions/-1"])
def test_place_that_there_is_not_has_no_digest_or_that_of_nothing(
    tmp_path: Path, name: str
) -> None:
    loaded = plan_of(tmp_path)
    theme = loaded.plan.get("Q-1")
    assert theme is not None
    nothing = digest(None)
    assert source_digest(theme, name, loaded.kinds) in {"", nothing}
    assert source_digest(theme, name, loaded.kinds) != source_digest(theme, "title", loaded.kinds)
