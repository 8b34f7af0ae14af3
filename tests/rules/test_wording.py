"""What counts as said, and in which forms a word is found."""

from __future__ import annotations

import pytest

from wirctl.rules.facts.wording import name_pattern, said, word_pattern


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Das Wort „Fremde“ fällt.", id="German"),
        pytest.param('Das Wort "Fremde" fällt.', id="straight"),
        pytest.param("Das Wort »Fremde« fällt.", id="guillemets"),
        pytest.param("Das Wort ‚Fremde‘ fällt.", id="single"),
        pytest.param("Das Wort “Fremde” fällt.", id="English"),
        pytest.param("Das Wort\n„viele\nFremde“ fällt.", id="over lines"),
    ],
)
def test_word_between_quotation_marks_is_only_mentioned(text: str) -> None:
    assert not word_pattern(["Fremde"]).search(said(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die „Stadt“ und Fremde.", id="beside a quotation"),
        pytest.param("Ein „offenes Zeichen und Fremde.", id="mark never closed"),
        pytest.param("Frem\u00adde mit weichem Trennstrich", id="soft hyphen"),
    ],
)
def test_word_outside_quotation_marks_is_said(text: str) -> None:
    assert word_pattern(["Fremde"]).search(said(text))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        pytest.param("Hintergrund", "wegen des Hintergrunds", id="genitive"),
        pytest.param("Hintergrund", "Hintergrund-Debatte", id="first part with a hyphen"),
        pytest.param("ausländisch", "Ausländische Abschlüsse", id="at the start of a sentence"),
        pytest.param("Menschen mit Hintergrund", "Menschen  mit\nHintergrund", id="phrase"),
    ],
)
def test_word_is_found_in_its_forms(word: str, text: str) -> None:
    assert word_pattern([word]).search(said(text))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        pytest.param("Hintergrund", "Hintergrundwissen", id="compound"),
        pytest.param("Migrant", "Migrant*innen", id="gender star"),
        pytest.param("Fremde", "fremde Sprachen", id="adjective of the same letters"),
    ],
)
def test_other_word_is_not_found(word: str, text: str) -> None:
    assert not word_pattern([word]).search(said(text))


def test_pattern_without_words_finds_nothing() -> None:
    assert not name_pattern([]).search("irgendetwas")
    assert not word_pattern(["", " "]).search("irgendetwas")


def test_longer_name_wins() -> None:
    found = name_pattern(["LIP", "LIP 2.0"]).search("der LIP 2.0")
    assert found is not None
    assert found[0] == "LIP 2.0"


def test_many_open_quotation_marks_cost_no_more_than_others() -> None:
    assert len(said("„" * 200_000)) == 200_000
